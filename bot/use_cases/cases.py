"""Cases: one's own list, one at a glance, and starting one."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.asking import Question, questions
from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.conversation.step_form import by_somebody, fields_for, read_answers
from bot.messages import cases as say
from bot.messages import refusals
from bot.messages.cases import CaseLine
from bot.messages.form import Form
from bot.messages.helping import help_page
from bot.use_cases.handlers import Answered, filled, redrawn, said
from bot.use_cases.may import Act, may
from bot.use_cases.saving import record
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.checking import GapState
from planning_rules.facts.order import Order
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.stages import FIRST_ONLY
from storage import cases, people, services
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


@said("list")
def list_cases(turn: Turn, call: Call) -> Answered:
    """One's own cases, the most pressing first."""
    mine = [
        the_case(turn, case.reference) for case in cases.for_account(turn.tx, turn.account.id, turn.today)
    ]
    lines = [_line(found) for found in mine if isinstance(found, TheCase)]
    return say.case_list(sorted(lines, key=lambda line: (-line.urgent, -line.open_gaps, line.reference)))


@said("help")
def help_me(turn: Turn, call: Call) -> Answered:
    """Every command with an example."""
    return help_page()


@said("case")
def at_a_glance(turn: Turn, call: Call) -> Answered:
    """One case: its dates, its people and every way on."""
    found = the_case(turn, call.reference)
    return found if isinstance(found, Refusal) else say.at_a_glance(found.plan, _line(found), turn.today)


@said("new")
def ask_for_case(turn: Turn, call: Call) -> Answered:
    """Ask for the order and its dates."""
    return _new_form() if may(turn.roles, Act.START) else refusals.not_yours(str(Act.START))


@redrawn("new")
def redraw_new(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """The form with the dates that the kind of order calls for."""
    return _new_form(typed)


@filled("new")
def start_case(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Start a case: whoever does leads it."""
    if not may(turn.roles, Act.START):
        return refusals.not_yours(str(Act.START))
    form = _new_form(typed)
    answers, errors = read_answers(_asked(typed), typed, Plan())
    read = read_form(replace(form, fields=tuple(f for f in form.fields if "." not in f.name)), typed)
    if isinstance(read, Form):
        errors |= {field.name: field.error for field in read.fields if field.error}
    if isinstance(read, Form) or errors:
        return form.filled(typed, errors)
    reference = _add(turn, read["first_name"], Role(read["my_role"]))
    found = the_case(turn, reference, changes=True)
    assert isinstance(found, TheCase)
    for answer in answers.values():
        record(found, by_somebody(answer, found.me.id, found.me.id, turn.today))
    turn.note("started", found.case)
    return Outcome((say.started(found.plan),), reference=reference)


def _new_form(typed: Mapping[str, str] | None = None) -> Form:
    values = typed or {}
    decisive = {fact.key for asked in Order.facts() if asked.when for fact in asked.when.facts}
    fields = [
        field
        for question in _asked(values)
        for field in fields_for(question, Plan(), question.fact.key in decisive)
    ]
    return say.new_case_form(fields).filled(values)


def _asked(typed: Mapping[str, str]) -> list[Question]:
    kind, _errors = read_answers([Question(Order.kind)], typed, Plan())
    return questions(Plan(answers=kind), Order, FIRST_ONLY)


def _add(turn: Turn, first_name: str, role: Role) -> str:
    case = _new_case(turn, first_name)
    service = services.by_id(turn.tx, turn.account.service_id)
    lead = Person("p1", turn.account.name, role, service.name if service else "", lead=True)
    people.add(turn.tx, OnCase(case.id, lead, turn.account.id))
    people.add(turn.tx, OnCase(case.id, Person("child", say.THE_CHILD, Role.CHILD)))
    return case.reference


def _new_case(turn: Turn, first_name: str) -> Case:
    while True:
        reference = f"{secrets.choice(TREES)}-{secrets.randbelow(900) + 100}"
        try:
            return cases.add(
                turn.tx, turn.account.service_id, reference, created=turn.today, first_name=first_name
            )
        except Taken:
            continue


def _line(found: TheCase) -> CaseLine:
    seen = [gap for gap in found.seen_gaps if gap.state is GapState.OPEN]
    return CaseLine(
        found.reference,
        found.plan.earliest_release,
        sum(gap.is_urgent for gap in seen),
        len(seen),
        sum(1 for action in found.plan.actions if action.is_owed and action.owner == found.me.id),
        found.meeting is not None,
    )
