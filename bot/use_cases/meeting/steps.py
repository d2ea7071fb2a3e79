"""Opening a step of the meeting, and taking in what was answered: fact by fact, with nothing lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome, Told
from bot.conversation.step_form import read_answers
from bot.conversation.step_names import step_named
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.meeting import steps
from bot.messages.meeting.questions import ONLY_A_MANAGER
from bot.messages.meeting.room import who_can_hear
from bot.messages.promises.action_news import asked_to_do
from bot.use_cases.handlers import Answered, Typed, filled, redrawn, said
from bot.use_cases.may import may_see_private
from bot.use_cases.meeting.clashes import clash_document
from bot.use_cases.meeting.meetings import living_message
from bot.use_cases.meeting.room import asks_who_can_hear
from bot.use_cases.meeting.saving import Kept, as_opened, keep
from bot.use_cases.meeting.step_questions import (
    SAID_BY,
    all_of,
    asked_in,
    beside_what_is_known,
    draft_with,
    form_of,
    ways_on,
    what_follows,
)
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import no_meeting
from planning_rules.checking import find_gaps
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Asked, Fact
from planning_rules.facts.step import Step
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Severity
from planning_rules.text import nearest


@said("step", "change", "private")
def open_step(case: TheCase, call: Call) -> Answered:
    """Ask what is open, and show what is known. `change` asks it all again, `private` the private part.

    Where it is not said which step, they are all shown in the meeting's message.
    """
    if len(call.words) == 1:
        return living_message(case, case.meeting) if case.meeting else no_meeting(case)
    step = step_meant(case, call)
    if isinstance(step, Refusal | Outcome):
        return step
    if asks_who_can_hear(case, call, step):
        return who_can_hear(case.reference, step, ways_on(case, step, call.name))
    private = call.name == "private"
    unsettled = [
        one
        for one in case.clashes
        if (fact := fact_of(one.pending.fact)).step is step and fact.is_private is private
    ]
    if unsettled and call.name != "change":
        leave = steps.left_for_now(ways_on(case, step, call.name))
        return Outcome((clash_document(case, unsettled), leave))
    asked = asked_in(case, step, call.name, case.plan)
    form = form_of(case, step, call, asked, case.plan) if asked else None
    return beside_what_is_known(case, step, call, asked, form)


@redrawn("step", "change", "private", act=Act.ANSWER)
def redraw(case: TheCase, call: Call, typed: Typed) -> Answered:
    """The form as far as it is filled in, with the questions that the answers call for."""
    step = step_meant(case, call)
    if isinstance(step, Refusal | Outcome):
        return step
    draft = draft_with(case, step, call.name, typed)
    asked = asked_in(case, step, call.name, draft)
    shown = [q for q in all_of(case, step, call.name, draft) if q in asked or q.key in typed.values]
    form = form_of(case, step, call, shown, draft, typed.version).filled(typed.values)
    return beside_what_is_known(case, step, call, shown, form)


@filled("step", "change", "private", act=Act.ANSWER)
def save_step(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Save each answer that was changed since the form was opened; ask about what differs from another's."""
    step = step_meant(case, call)
    if isinstance(step, Refusal | Outcome):
        return step
    draft = draft_with(case, step, call.name, typed)
    asked = all_of(case, step, call.name, draft)
    read, errors = read_answers(asked, typed.values, as_opened(case, typed.version), case.today)
    errors |= {key: wrong for key, wrong in step.faults(draft).items() if key in typed.values}
    errors |= _hides_something_urgent(case, read)
    # What was never asked is not wrong: it follows from what was chosen, and is asked next.
    follows = [name for name in errors if "#" in name and name not in typed.values]
    wrong = {name: says for name, says in errors.items() if name not in follows}
    if wrong:
        again = [question for question in asked if question.key in typed.values]
        wrong_form = form_of(case, step, call, again, draft, typed.version).filled(typed.values, wrong)
        return replace(beside_what_is_known(case, step, call, again, wrong_form), refused=True)
    said_by = typed.values.get(SAID_BY, "")
    kept = keep(case, read, typed.version, said_by if case.plan.person(said_by) else case.me.id)
    before = {question.key for question in all_of(case, step, call.name, case.plan)}
    now = case.loaded_again()
    form = what_follows(now, step, call, typed, follows, before | set(typed.values))
    return _answered(now, step, call, kept, form)


def _answered(case: TheCase, step: type[Step], call: Call, kept: Kept, form: Form | None) -> Outcome:
    """What was kept and is missing now; what clashes; and the questions that follow from the answers."""
    shown: list[Document | Form] = []
    ways = ways_on(case, step, call.name)
    if kept.saved:
        missing = case.about(step, case.seen_gaps)
        on = () if form or kept.clashing else ways
        said = steps.saved(step, case.plan, case.today, kept.saved, missing, case.may_waive, on)
        shown.append(said)
    if kept.clashing:
        shown.append(clash_document(case, kept.clashing))
    if form:
        shown.append(form)
    if form or kept.clashing:
        shown.append(steps.left_for_now(ways))
    told = _asked_to_find_out(case, kept)
    return Outcome(tuple(shown) or (steps.nothing_new(step, ways),), reference=case.reference, told=told)


def _asked_to_find_out(case: TheCase, kept: Kept) -> tuple[Told, ...]:
    """Each hears of it once, however many answers they are asked for."""
    asked = dict.fromkeys(answer.finds_out for answer in kept.saved if answer.is_not_known)
    return tuple(told for person in asked for told in case.tells(person, asked_to_do(case.reference)))


def step_meant(case: TheCase, call: Call) -> type[Step] | Refusal | Outcome:
    """The step that a command of it names. That somebody opens its private part is noted."""
    word = call.word(1).lower()
    step = step_named(" ".join(call.words[1:])) or step_named(word)
    if step is None:
        like = nearest(word, [one.key for one in STEPS])
        return refusals.no_such("step", call.word(1), like, [one.title for one in STEPS])
    if case.meeting is None and all(fact.each_meeting for fact in _called_for(case, step)):
        return no_meeting(case)
    if call.name == "private":
        if not may_see_private(case.me, step.key):
            return refusals.private_step(step.title)
        case.turn.note("looked-at-private", case.case, step.key)
    return step


def _called_for(case: TheCase, step: type[Step]) -> list[Fact[Any]]:
    """What somebody may be asked in this step, as the plan stands."""
    every = case.plan.questions(case.today, step)
    asked = [one for one in every if one.fact.asked is not Asked.COMPUTED]
    return [one.fact for one in asked if one.fact.is_called_for(case.plan, one.person)]


def _hides_something_urgent(case: TheCase, read: Mapping[str, Answer[Any]]) -> dict[str, str]:
    """On what is urgent only a manager may say that it does not apply (the rulebook's head)."""
    if case.may(Act.WAIVE_URGENT):
        return {}
    excused = {key for key, answer in read.items() if answer.state is State.DOES_NOT_APPLY}
    without = {key: replace(read[key], state=State.NO) for key in excused}
    gaps = [*case.gaps, *find_gaps(case.plan.with_answers(without), case.day)] if excused else []
    urgent = {key for gap in gaps if gap.severity is Severity.URGENT for key in gap.about}
    return dict.fromkeys(excused & urgent, ONLY_A_MANAGER)
