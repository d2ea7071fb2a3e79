"""Cases: one's own list, one at a glance, and starting one."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.conversation.asking import questions
from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.conversation.step_form import by_somebody, fields_of, read_answers
from bot.messages import cases as say
from bot.messages import home as own
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.helping import help_page
from bot.messages.home import CaseLine, PromiseLine
from bot.messages.in_teams import WORDS_ALONE
from bot.use_cases.handlers import FILLED, REDRAWN, SAID, Answered, Typed, outside, said
from bot.use_cases.may import may
from bot.use_cases.meeting.saving import record
from bot.use_cases.the_case import TheCase, loaded, the_case
from bot.use_cases.turn import Turn
from planning_rules.checking import GapState
from planning_rules.facts import FACTS
from planning_rules.facts.order import Order
from planning_rules.facts.question import Question
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from planning_rules.stages import FIRST_ONLY
from storage import cases, deliveries, people, services
from storage.accounts import ServiceRole
from storage.cases import Case
from storage.people import OnCase
from storage.transaction import Taken

# Short words that name nobody and are easy to say on a bad line.
TREES = (
    "ASH",
    "BAY",
    "BEECH",
    "ELM",
    "FERN",
    "FIR",
    "HAZEL",
    "IVY",
    "MAPLE",
    "MOSS",
    "OAK",
    "PINE",
    "REED",
    "YEW",
)


@outside(SAID, "list")
def list_cases(turn: Turn, call: Call, typed: Typed) -> Answered:
    """One's own cases, the most pressing first."""
    lines = [_line(case) for case in own_cases(turn)]
    lines.sort(key=lambda line: (-line.urgent, -line.open_gaps, line.reference))
    return own.case_list(lines, ServiceRole.MANAGER in turn.service_roles)


@outside(SAID, "home")
def home(turn: Turn, call: Call, typed: Typed) -> Answered:
    """One's own cases, and in which of them one has promised something."""
    mine = sorted(own_cases(turn), key=lambda case: case.reference)
    owed = {case.reference: _owed_by_me(case) for case in mine}
    promises = [PromiseLine(reference, len(days), min(days)) for reference, days in owed.items() if days]
    manages = ServiceRole.MANAGER in turn.service_roles
    return own.home([_line(case) for case in mine], promises, turn.today, manages)


@outside(SAID, "help")
def help_me(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Every command with an example."""
    return help_page(WORDS_ALONE if turn.account.chat == "teams" else "")


@said("case")
def at_a_glance(case: TheCase, call: Call) -> Answered:
    """One case: its dates, its people and every way on."""
    return say.at_a_glance(case.plan, _line(case), case.today)


@outside(SAID, "new")
def ask_for_case(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Ask for the order and its dates."""
    return _new_form(typed) if may(turn.roles, Act.START) else refusals.not_yours(Act.START)


@outside(REDRAWN, "new")
def redraw_new(turn: Turn, call: Call, typed: Typed) -> Answered:
    """The form with the dates that the kind of order calls for."""
    return ask_for_case(turn, call, typed)


@outside(FILLED, "new", changes=True)
def start_case(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Start a case: whoever does leads it."""
    form = ask_for_case(turn, call, typed)
    if not isinstance(form, Form):
        return form
    answers, errors = read_answers(_asked(typed.values), typed.values, Plan(), turn.today)
    errors |= Order.faults(Plan(answers=answers))
    around = replace(form, fields=tuple(field for field in form.fields if field.name not in FACTS))
    read = read_form(around, typed.values, turn.today)
    if isinstance(read, Form):
        errors |= {field.name: field.error for field in read.fields if field.error}
    if isinstance(read, Form) or errors:
        return form.filled(typed.values, errors)
    case = _add(turn, read["first_name"], Role(read["my_role"]), read["phone"])
    for answer in answers.values():
        record(case, by_somebody(answer, case.me.id, case.me.id, turn.today))
    turn.note("started", case.case)
    stands_here = None if turn.account.chat == "local" else case.case.channel is not None
    urgent = sum(gap.is_urgent for gap in case.loaded_again().seen_gaps)
    return Outcome((say.started(case.plan, stands_here, urgent),), reference=case.reference)


def own_cases(turn: Turn) -> list[TheCase]:
    """Those of any service that name this person."""
    mine = cases.for_account(turn.tx, turn.account.id, turn.today)
    found = [the_case(turn, case.reference) for case in mine]
    return [case for case in found if isinstance(case, TheCase)]


def _new_form(typed: Typed) -> Form:
    fields = fields_of(Order, _asked(typed.values), Plan())
    return say.new_case_form(fields).filled(typed.values)


def _asked(typed: Mapping[str, str]) -> list[Question]:
    kind, _errors = read_answers([Question(Order.kind)], typed, Plan(), date.max)
    return questions(Plan(answers=kind), Order, FIRST_ONLY, date.max)


def _add(turn: Turn, first_name: str, role: Role, phone: str) -> TheCase:
    case = _new_case(turn, first_name)
    service = services.by_id(turn.tx, turn.account.service_id)
    lead = Person("p1", turn.account.name, role, service.name if service else "", phone, lead=True)
    people.add(turn.tx, OnCase(case.id, lead, turn.account.id))
    people.add(turn.tx, OnCase(case.id, Person("p2", say.THE_CHILD, Role.CHILD)))
    return loaded(turn, case, lead)


def _new_case(turn: Turn, first_name: str) -> Case:
    """A case under a reference that nobody has."""
    while True:
        reference = f"{secrets.choice(TREES)}-{secrets.randbelow(9900) + 100}"
        try:
            case = cases.add(
                turn.tx,
                turn.account.service_id,
                reference,
                created=turn.today,
                first_name=first_name,
                channel=_channel(turn),
            )
        except Taken:
            continue
        return replace(case, version=cases.advance(turn.tx, case.id) or 0)


def _channel(turn: Turn) -> str | None:
    """The private channel where the case is started, unless it is or was another case's."""
    taken = cases.by_channel(turn.tx, turn.place) or deliveries.stands_in(turn.tx, turn.place)
    return turn.place if turn.place and not taken else None


def _owed_by_me(case: TheCase) -> list[date]:
    """The days by which one has promised something; what has no day yet counts as due today."""
    mine = [action for action in case.plan.actions if action.is_owed and action.owner == case.me.id]
    return [action.by or case.today for action in mine]


def _line(case: TheCase) -> CaseLine:
    seen = [gap for gap in case.seen_gaps if gap.state is GapState.OPEN]
    return CaseLine(
        case.reference,
        say.next_release(case.plan, case.today),
        sum(gap.is_urgent for gap in seen),
        len(seen),
        len(_owed_by_me(case)),
        case.meeting is not None,
        was_due=say.release_has_passed(case.plan, case.today),
        unasked=sum(len(line.facts) for line in case.not_asked),
    )
