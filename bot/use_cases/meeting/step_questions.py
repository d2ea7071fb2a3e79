"""What a step asks of somebody, and the form in which it does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.asking import questions, still_open
from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import fields_of, read_answers
from bot.messages import miles
from bot.messages.dates.calendar_lines import held_by
from bot.messages.document import Button
from bot.messages.form import Control, Field, Form
from bot.messages.meeting import steps
from bot.messages.meeting.questions import WHO_SAID, WHO_SAID_HELP, what_more
from bot.use_cases.handlers import Typed
from bot.use_cases.may import may_see_private
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import way_back
from planning_rules.facts import STEPS
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.next_meetings import next_meeting, next_unbooked
from planning_rules.parts import Role
from planning_rules.plan import Plan

SAID_BY = "said_by"


def all_of(
    case: TheCase, step: type[Step], name: str, plan: Plan, whatever_is_answered: bool = False
) -> list[Question]:
    """What the step could ask. Without a meeting, what is asked afresh in each one waits for the next."""
    every = questions(plan, step, case.stages, case.today, name == "private", whatever_is_answered)
    return [question for question in every if case.meeting or not question.fact.each_meeting]


def asked_in(case: TheCase, step: type[Step], name: str, plan: Plan) -> list[Question]:
    """What the command of this name asks: `step` only what is open, `change` and `private` all of it."""
    every = all_of(case, step, name, plan)
    return every if name != "step" else still_open(plan, every, case.seen_gaps)


def draft_with(case: TheCase, step: type[Step], name: str, typed: Typed) -> Plan:
    """The plan as it would read with what is typed so far. A follow-up may call for another one."""
    draft = case.plan
    for _ in step.facts():
        read, _errors = read_answers(all_of(case, step, name, draft), typed.values, case.plan, case.today)
        changed = draft.with_answers(read)
        if changed == draft:
            break
        draft = changed
    return draft


def form_of(
    case: TheCase, step: type[Step], call: Call, asked: list[Question], plan: Plan, opened_at: int = -1
) -> Form:
    """The form with these questions, opened at this version of the case, or (-1) as it stands."""
    people = tuple((person.id, person.name) for person in case.plan.people if person.is_on(case.today))
    who = Field(SAID_BY, WHO_SAID, Control.SELECT, people, _whose_words(case, step), WHO_SAID_HELP)
    others = [question for question in all_of(case, step, call.name, plan) if question not in asked]
    known = sum(plan.answer(question.key).is_asked for question in others)
    private = call.name == "private"
    return Form(
        step.title,
        f"{call.name} {case.reference} {step.key}",
        (*fields_of(step, asked, plan, case.me.id, _next_meeting(case)), who),
        intro=steps.PRIVATE_INTRO if private else steps.intro(step, known),
        version=case.case.version if opened_at < 0 else opened_at,
        private=private,
        ways=miles.ways(case.reference, asked) if case.turn.distances.are_on else (),
    )


def what_follows(
    case: TheCase, step: type[Step], call: Call, typed: Typed, follows: Sequence[str], before: set[str]
) -> Form | None:
    """The questions that the answers called for, and those fields that follow from "not known yet"."""
    later = {name.partition("#")[0] for name in follows}
    new = {question.key for question in asked_in(case, step, call.name, case.plan)} - before
    asked = [one for one in all_of(case, step, call.name, case.plan) if one.key in later | new]
    if not later:
        return form_of(case, step, call, asked, case.plan) if asked else None
    form = form_of(case, step, call, asked, case.plan, typed.version)
    own = {name: text for name, text in typed.values.items() if name.partition("#")[0] in {*later, SAID_BY}}
    return replace(form.filled(own), intro=what_more(follows))


def beside_what_is_known(
    case: TheCase, step: type[Step], call: Call, asked: list[Question], form: Form | None
) -> Outcome:
    """The form, and what need not be asked, as it stands recorded, with the ways on."""
    keys = {question.key for question in asked}
    known = [one.key for one in all_of(case, step, call.name, case.plan) if one.key not in keys]
    ways = ways_on(case, step, call.name)
    if form is None:
        return Outcome((steps.known(step, case.plan, known, ways),))
    return Outcome((form, steps.known(step, case.plan, known, ways) if known else steps.left_for_now(ways)))


def _next_meeting(case: TheCase) -> date | None:
    """The day by which it is best known what is not known yet."""
    ahead = (next_meeting(case.plan, case.day), next_unbooked(case.plan, case.day))
    days = [held_by(due, case.plan) for due in ahead if due]
    return min((day for day in days if day > case.today), default=None)


def private_open(case: TheCase, step: type[Step]) -> int:
    """How many private questions of this step are open to this person, and still open."""
    if not may_see_private(case.me, step.key):
        return 0
    return len(still_open(case.plan, questions(case.plan, step, case.stages, case.today, True), case.gaps))


def _whose_words(case: TheCase, step: type[Step]) -> str:
    """Whose word it most likely is: the child's where they are asked to speak, else whoever types."""
    child = next((person.id for person in case.plan.people if person.role is Role.CHILD), case.me.id)
    return child if step.the_child_speaks else case.me.id


def ways_on(case: TheCase, step: type[Step], name: str) -> tuple[Button, ...]:
    """From what the command of this name opens on, past the steps of which nothing is asked today."""
    private = private_open(case, step) if name != "private" else 0
    later = STEPS[STEPS.index(step) + 1 :]
    following = next((one for one in later if one.is_asked_at(case.stages)), None)
    return steps.ways_on(case.reference, step, private, following, way_back(case))
