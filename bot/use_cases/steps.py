"""Opening a step of the meeting, and taking in what was answered: fact by fact, with nothing lost."""

from collections.abc import Mapping

from bot.conversation.asking import Question, questions, still_open
from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import fields_for, read_answers
from bot.messages import refusals, steps
from bot.messages.document import Document
from bot.messages.form import Control, Field, Form
from bot.messages.questions import WHO_SAID, WHO_SAID_HELP
from bot.use_cases.clashes import clash_document, open_clashes
from bot.use_cases.handlers import Answered, filled, redrawn, said
from bot.use_cases.may import Act, may_see_private
from bot.use_cases.saving import Kept, keep
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import nearest

SAID_BY = "said_by"
_STEPS = {step.key: step for step in STEPS}


@said("step", "change", "private")
def open_step(turn: Turn, call: Call) -> Answered:
    """Ask what is open; show what is known. `change` asks everything again, `private` the private part."""
    opened = _open(turn, call)
    if isinstance(opened, Refusal):
        return opened
    found, step = opened
    asked = _asked(found, step, call.name, found.plan)
    if call.name == "private":
        turn.note("looked-at-private", found.case, step.key)
    unsettled = [one for one in open_clashes(found) if fact_of(one.pending.fact).step is step]
    if unsettled and call.name == "step":
        return clash_document(found, unsettled)
    if not asked:
        known = [found.plan.answer(question.key) for question in _all(found, step, call.name, found.plan)]
        return steps.known(step, found.plan, known, _private_open(found, step))
    return _form(found, step, call, asked, found.plan)


@redrawn("step", "change", "private")
def redraw(turn: Turn, call: Call, values: Mapping[str, str], version: int) -> Answered:
    """The form as far as it is filled in, with the questions that the answers call for."""
    opened = _open(turn, call)
    if isinstance(opened, Refusal):
        return opened
    found, step = opened
    draft = _draft(found, step, call.name, values)
    asked = _asked(found, step, call.name, draft)
    shown = [q for q in _all(found, step, call.name, draft) if q in asked or q.key in values]
    return _form(found, step, call, shown, draft, version).filled(values)


@filled("step", "change", "private")
def save_step(turn: Turn, call: Call, values: Mapping[str, str], version: int) -> Answered:
    """Save each answer that was changed since the form was opened; ask about what differs from another's."""
    opened = _open(turn, call, Act.ANSWER, changes=True)
    if isinstance(opened, Refusal):
        return opened
    found, step = opened
    draft = _draft(found, step, call.name, values)
    asked = _all(found, step, call.name, draft)
    read, errors = read_answers(asked, values, found.plan)
    if errors:
        again = [question for question in asked if question.key in values]
        return _form(found, step, call, again, draft, version).filled(values, errors)
    said_by = values.get(SAID_BY, "")
    kept = keep(found, read, version, said_by if found.plan.person(said_by) else found.me.id)
    before = _all(found, step, call.name, found.plan)
    return _answered(turn, call, kept, {*values, *(question.key for question in before)})


def _answered(turn: Turn, call: Call, kept: Kept, asked_already: set[str]) -> Answered:
    """What was kept and is missing now; what clashes; and the questions that the answers called for."""
    opened = _open(turn, call)
    assert not isinstance(opened, Refusal)
    found, step = opened
    shown: list[Document | Form] = []
    if kept.saved:
        missing = found.about(step, found.seen_gaps)
        hidden = len(found.about(step, found.gaps)) - len(missing)
        private = _private_open(found, step) if call.name != "private" else 0
        shown.append(steps.saved(step, found.plan, kept.saved, missing, hidden, private))
    if kept.clashing:
        shown.append(clash_document(found, kept.clashing))
    now_asked = _asked(found, step, call.name, found.plan)
    called_for = [question for question in now_asked if question.key not in asked_already]
    if kept.saved and called_for:
        shown.append(_form(found, step, call, called_for, found.plan))
    return Outcome(tuple(shown) or (steps.nothing_new(step, found.plan),), reference=found.reference)


def _open(
    turn: Turn, call: Call, act: Act = Act.SEE, changes: bool = False
) -> tuple[TheCase, type[Step]] | Refusal:
    found = the_case(turn, call.reference, act, changes)
    if isinstance(found, Refusal):
        return found
    step = _STEPS.get(call.word(1))
    if step is None:
        return refusals.no_such("step", call.word(1), nearest(call.word(1), _STEPS))
    if call.name == "private" and not may_see_private(found.me, step.key):
        return refusals.private_step(step.title)
    if found.meeting is None and any(fact.each_meeting for fact in step.facts()):
        return refusals.no_meeting(found.reference)
    return found, step


def _all(found: TheCase, step: type[Step], name: str, plan: Plan) -> list[Question]:
    return questions(plan, step, found.stages, private=name == "private")


def _asked(found: TheCase, step: type[Step], name: str, plan: Plan) -> list[Question]:
    every = _all(found, step, name, plan)
    return every if name != "step" else still_open(plan, every, found.seen_gaps)


def _draft(found: TheCase, step: type[Step], name: str, values: Mapping[str, str]) -> Plan:
    """The plan as it would read with what is typed so far. A follow-up may call for another one."""
    draft = found.plan
    for _ in step.facts():
        read, _errors = read_answers(_all(found, step, name, draft), values, found.plan)
        changed = draft.with_answers(read)
        if changed == draft:
            break
        draft = changed
    return draft


def _form(
    found: TheCase, step: type[Step], call: Call, asked: list[Question], plan: Plan, opened_at: int = -1
) -> Form:
    decisive = {fact.key for other in step.facts() if other.when for fact in other.when.facts}
    fields = [
        field
        for question in asked
        for field in fields_for(question, plan, redraws=question.fact.key in decisive)
    ]
    people = tuple((person.id, person.name) for person in found.plan.people)
    who = Field(SAID_BY, WHO_SAID, Control.SELECT, people, found.me.id, WHO_SAID_HELP)
    known = len(_all(found, step, call.name, plan)) - len(asked)
    private = call.name == "private"
    return Form(
        step.title,
        f"{call.name} {found.reference} {step.key}",
        (*fields, who),
        intro=steps.private_intro(step.title) if private else steps.intro(step, known),
        version=found.case.version if opened_at < 0 else opened_at,
        private=private,
    )


def _private_open(found: TheCase, step: type[Step]) -> int:
    """How many private questions of this step are open to this person, and still open."""
    if not may_see_private(found.me, step.key):
        return 0
    return len(still_open(found.plan, questions(found.plan, step, found.stages, True), found.gaps))
