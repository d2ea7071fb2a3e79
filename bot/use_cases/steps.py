"""Opening a step of the meeting, and taking in what was answered: fact by fact, with nothing lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import read_answers
from bot.messages import refusals, steps
from bot.messages.acts import Act
from bot.messages.commands import ALSO_STEPS
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.questions import ONLY_A_MANAGER
from bot.use_cases.clashes import clash_document
from bot.use_cases.handlers import Answered, Typed, filled, redrawn, said
from bot.use_cases.may import may_see_private
from bot.use_cases.saving import Kept, as_opened, keep
from bot.use_cases.step_questions import (
    SAID_BY,
    all_of,
    asked_in,
    beside_what_is_known,
    draft_with,
    form_of,
    private_open,
    ways_on,
)
from bot.use_cases.the_case import TheCase
from planning_rules.checking import find_gaps
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.step import Step
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Severity
from planning_rules.text import nearest

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
    asked = asked_in(case, step, call.name, case.plan)
    form = form_of(case, step, call, asked, case.plan) if asked else None
    return beside_what_is_known(case, step, call, asked, form)


@redrawn("step", "change", "private", act=Act.ANSWER)
def redraw(case: TheCase, call: Call, typed: Typed) -> Answered:
    """The form as far as it is filled in, with the questions that the answers call for."""
    step = _step(case, call)
    if isinstance(step, Refusal):
        return step
    draft = draft_with(case, step, call.name, typed)
    asked = asked_in(case, step, call.name, draft)
    shown = [q for q in all_of(case, step, call.name, draft) if q in asked or q.key in typed.values]
    form = form_of(case, step, call, shown, draft, typed.version).filled(typed.values)
    return beside_what_is_known(case, step, call, shown, form)


@filled("step", "change", "private", act=Act.ANSWER)
def save_step(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Save each answer that was changed since the form was opened; ask about what differs from another's."""
    step = _step(case, call)
    if isinstance(step, Refusal):
        return step
    draft = draft_with(case, step, call.name, typed)
    asked = all_of(case, step, call.name, draft)
    read, errors = read_answers(asked, typed.values, as_opened(case, typed.version), case.today)
    errors |= {key: wrong for key, wrong in step.faults(draft).items() if key in typed.values}
    errors |= _hides_something_urgent(case, read)
    if errors:
        again = [question for question in asked if question.key in typed.values]
        return form_of(case, step, call, again, draft, typed.version).filled(typed.values, errors)
    said_by = typed.values.get(SAID_BY, "")
    kept = keep(case, read, typed.version, said_by if case.plan.person(said_by) else case.me.id)
    before = {question.key for question in all_of(case, step, call.name, case.plan)}
    return _answered(case.loaded_again(), step, call, kept, before | set(typed.values))


def _answered(case: TheCase, step: type[Step], call: Call, kept: Kept, asked_already: set[str]) -> Answered:
    """What was kept and is missing now; what clashes; and the questions that the answers called for."""
    shown: list[Document | Form] = []
    now_asked = asked_in(case, step, call.name, case.plan)
    called_for = [question for question in now_asked if question.key not in asked_already]
    if kept.saved:
        missing = case.about(step, case.seen_gaps)
        private = private_open(case, step) if call.name != "private" else 0
        goes_on = bool(called_for or kept.clashing)
        ways = () if goes_on else ways_on(case, step, private)
        shown.append(steps.saved(step, case.plan, kept.saved, missing, case.may_waive, ways))
    if kept.clashing:
        shown.append(clash_document(case, kept.clashing))
    if kept.saved and called_for:
        shown.append(form_of(case, step, call, called_for, case.plan))
    return Outcome(
        tuple(shown) or (steps.nothing_new(step, ways_on(case, step, 0)),), reference=case.reference
    )


def _step(case: TheCase, call: Call) -> type[Step] | Refusal:
    word = call.word(1).lower()
    step = _STEPS.get(ALSO_STEPS.get(word, word)) or _titled(" ".join(call.words[1:]))
    if step is None:
        return refusals.no_such("step", call.word(1), nearest(word, _STEPS), _STEPS)
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
