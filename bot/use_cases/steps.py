"""Opening a step of the meeting, and taking in what was answered: fact by fact, with nothing lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.asking import questions, still_open
from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import fields_of, read_answers
from bot.messages import refusals, steps
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Control, Field, Form
from bot.messages.questions import ONLY_A_MANAGER, WHO_SAID, WHO_SAID_HELP
from bot.use_cases.clashes import clash_document
from bot.use_cases.handlers import Answered, Typed, filled, redrawn, said
from bot.use_cases.may import may_see_private
from bot.use_cases.saving import Kept, as_opened, keep
from bot.use_cases.the_case import TheCase
from planning_rules.checking import find_gaps
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Severity
from planning_rules.text import nearest

SAID_BY = "said_by"
_STEPS = {step.key: step for step in STEPS}


@said("step", "change", "private")
def open_step(case: TheCase, call: Call) -> Answered:
    """Ask what is open, and show what is known. `change` asks it all again, `private` the private part."""
    step = _step(case, call)
    if isinstance(step, Refusal):
        return step
    private = call.name == "private"
    unsettled = [
        one
        for one in case.clashes
        if (fact := fact_of(one.pending.fact)).step is step and fact.is_private is private
    ]
    if unsettled and call.name != "change":
        return clash_document(case, unsettled)
    asked = _asked(case, step, call.name, case.plan)
    known = [question for question in _all(case, step, call.name, case.plan) if question not in asked]
    shown = steps.known(step, case.plan, [question.key for question in known], _private_open(case, step))
    if not asked:
        return shown
    form = _form(case, step, call, asked, case.plan)
    return Outcome((form, shown)) if known else form


@redrawn("step", "change", "private", act=Act.ANSWER)
def redraw(case: TheCase, call: Call, typed: Typed) -> Answered:
    """The form as far as it is filled in, with the questions that the answers call for."""
    step = _step(case, call)
    if isinstance(step, Refusal):
        return step
    draft = _draft(case, step, call.name, typed)
    asked = _asked(case, step, call.name, draft)
    shown = [q for q in _all(case, step, call.name, draft) if q in asked or q.key in typed.values]
    return _form(case, step, call, shown, draft, typed.version).filled(typed.values)


@filled("step", "change", "private", act=Act.ANSWER)
def save_step(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Save each answer that was changed since the form was opened; ask about what differs from another's."""
    step = _step(case, call)
    if isinstance(step, Refusal):
        return step
    draft = _draft(case, step, call.name, typed)
    asked = _all(case, step, call.name, draft)
    read, errors = read_answers(asked, typed.values, as_opened(case, typed.version), case.today)
    errors |= {key: wrong for key, wrong in step.faults(draft).items() if key in typed.values}
    errors |= _hides_something_urgent(case, read)
    if errors:
        again = [question for question in asked if question.key in typed.values]
        return _form(case, step, call, again, draft, typed.version).filled(typed.values, errors)
    said_by = typed.values.get(SAID_BY, "")
    kept = keep(case, read, typed.version, said_by if case.plan.person(said_by) else case.me.id)
    before = {question.key for question in _all(case, step, call.name, case.plan)}
    return _answered(case.loaded_again(), step, call, kept, before | set(typed.values))


def _answered(case: TheCase, step: type[Step], call: Call, kept: Kept, asked_already: set[str]) -> Answered:
    """What was kept and is missing now; what clashes; and the questions that the answers called for."""
    shown: list[Document | Form] = []
    now_asked = _asked(case, step, call.name, case.plan)
    called_for = [question for question in now_asked if question.key not in asked_already]
    if kept.saved:
        missing = case.about(step, case.seen_gaps)
        private = _private_open(case, step) if call.name != "private" else 0
        goes_on = bool(called_for or kept.clashing)
        shown.append(steps.saved(step, case.plan, kept.saved, missing, case.may_waive, private, goes_on))
    if kept.clashing:
        shown.append(clash_document(case, kept.clashing))
    if kept.saved and called_for:
        shown.append(_form(case, step, call, called_for, case.plan))
    return Outcome(tuple(shown) or (steps.nothing_new(step, case.plan),), reference=case.reference)


def _step(case: TheCase, call: Call) -> type[Step] | Refusal:
    step = _STEPS.get(call.word(1)) or _titled(" ".join(call.words[1:]))
    if step is None:
        return refusals.no_such("step", call.word(1), nearest(call.word(1), _STEPS))
    if case.meeting is None and all(fact.each_meeting for fact in step.facts()):
        return refusals.no_meeting(case.reference)
    if call.name == "private":
        if not may_see_private(case.me, step.key):
            return refusals.private_step(step.title)
        case.turn.note("looked-at-private", case.case, step.key)
    return step


def _titled(typed: str) -> type[Step] | None:
    """The step whose title begins with what was typed ("school")."""
    found = [step for step in STEPS if typed and step.title.lower().startswith(typed.lower())]
    return found[0] if len(found) == 1 else None


def _hides_something_urgent(case: TheCase, read: Mapping[str, Answer[Any]]) -> dict[str, str]:
    """On what is urgent only a manager may say that it does not apply (the rulebook's head)."""
    if case.may(Act.WAIVE_URGENT):
        return {}
    excused = {key for key, answer in read.items() if answer.state is State.DOES_NOT_APPLY}
    without = {key: replace(read[key], state=State.NO) for key in excused}
    gaps = [*case.gaps, *find_gaps(case.plan.with_answers(without), case.day)] if excused else []
    urgent = {key for gap in gaps if gap.severity is Severity.URGENT for key in gap.about}
    return dict.fromkeys(excused & urgent, ONLY_A_MANAGER)


def _all(case: TheCase, step: type[Step], name: str, plan: Plan) -> list[Question]:
    """Without a meeting, what is asked afresh in each one waits for the next."""
    every = questions(plan, step, case.stages, case.today, private=name == "private")
    return [question for question in every if case.meeting or not question.fact.each_meeting]


def _asked(case: TheCase, step: type[Step], name: str, plan: Plan) -> list[Question]:
    every = _all(case, step, name, plan)
    return every if name != "step" else still_open(plan, every, case.seen_gaps)


def _draft(case: TheCase, step: type[Step], name: str, typed: Typed) -> Plan:
    """The plan as it would read with what is typed so far. A follow-up may call for another one."""
    draft = case.plan
    for _ in step.facts():
        read, _errors = read_answers(_all(case, step, name, draft), typed.values, case.plan, case.today)
        changed = draft.with_answers(read)
        if changed == draft:
            break
        draft = changed
    return draft


def _form(
    case: TheCase, step: type[Step], call: Call, asked: list[Question], plan: Plan, opened_at: int = -1
) -> Form:
    people = tuple((person.id, person.name) for person in case.plan.people if person.is_on(case.today))
    who = Field(SAID_BY, WHO_SAID, Control.SELECT, people, _whose_words(case, step), WHO_SAID_HELP)
    others = [question for question in _all(case, step, call.name, plan) if question not in asked]
    known = sum(plan.answer(question.key).is_asked for question in others)
    private = call.name == "private"
    return Form(
        step.title,
        f"{call.name} {case.reference} {step.key}",
        (*fields_of(step, asked, plan), who),
        intro=steps.PRIVATE_INTRO if private else steps.intro(step, known),
        version=case.case.version if opened_at < 0 else opened_at,
        private=private,
    )


def _whose_words(case: TheCase, step: type[Step]) -> str:
    """Whose word it most likely is: the child's where they are asked to speak, else whoever types."""
    child = next((person.id for person in case.plan.people if person.role is Role.CHILD), case.me.id)
    return child if step.the_child_speaks else case.me.id


def _private_open(case: TheCase, step: type[Step]) -> int:
    """How many private questions of this step are open to this person, and still open."""
    if not may_see_private(case.me, step.key):
        return 0
    return len(still_open(case.plan, questions(case.plan, step, case.stages, case.today, True), case.gaps))
