"""The meeting: opened, shown as one living message, checked and closed."""

from dataclasses import replace

from bot.conversation.asking import questions
from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import finishing, meeting, refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.meeting import StepCount, Totals
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.posting import LIVING, post
from bot.use_cases.the_case import TheCase
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.step import Step
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan_file import write_plan
from planning_rules.stages import Stage
from storage import meetings, versions


@said("meet", "another", act=Act.ANSWER, changes=True)
def meet(case: TheCase, call: Call) -> Answered:
    """Open the meeting that is due, or go back to the one that is open."""
    if case.meeting is not None:
        return living_message(case, case.meeting)
    if call.name == "meet" and any(held.closed_on == case.today for held in case.plan.meetings):
        return meeting.closed_today(case.reference)
    opened = _opened(case)
    post(case, LIVING, opened.id)
    case.turn.note("opened-meeting", case.case, opened.id)
    return Outcome((meeting.meeting_opened(case.reference, opened),), reference=case.reference)


@said("finish", act=Act.CLOSE)
def check(case: TheCase, call: Call) -> Answered:
    """What is worth a look before the meeting closes, and the question whether to close it."""
    if case.meeting is None:
        return refusals.no_meeting(case.reference)
    unasked = sum(len(line.facts) for line in case.not_asked)
    checked = finishing.check(
        case.plan, case.seen_gaps, case.seen_actions, unasked, len(case.clashes), case.today
    )
    return Outcome((checked, finishing.close_form(case.plan, case.meeting, case.day)))


@filled("finish", act=Act.CLOSE)
def finish(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Close the meeting and keep the plan as it stands as a version."""
    if case.meeting is None:
        return refusals.no_meeting(case.reference)
    read = read_form(finishing.close_form(case.plan, case.meeting, case.day), typed.values, case.today)
    if isinstance(read, Form):
        return read
    if read["sure"] != "yes":
        return living_message(case, case.meeting)
    if read["next_on"]:
        planned = Meeting(_next_id(case), MeetingKind.REVIEW, read["next_on"])
        meetings.add(case.turn.tx, case.case.id, planned)
    number = _close(case, case.meeting)
    case.turn.note("closed-meeting", case.case, case.meeting.id)
    return Outcome((finishing.closed(case.plan, number),), reference=case.reference)


def _close(case: TheCase, of: Meeting) -> int:
    """Close the meeting; the number of the plan's new version."""
    turn = case.turn
    meetings.change(turn.tx, case.case.id, replace(of, closed_on=turn.today))
    kept = versions.keep(
        turn.tx,
        case.case.id,
        of.id,
        write_plan(case.loaded_again().plan),
        version=case.case.version,
        day=turn.today,
        closed_at=turn.now,
    )
    return kept.number


def living_message(case: TheCase, of: Meeting) -> Document:
    """The meeting's one message as it stands now: the same counts for everybody in the channel."""
    owed = [action for action in case.public_actions if action.is_owed]
    late = sum(action.is_late(case.today) for action in owed)
    urgent = sum(gap.is_urgent for gap in case.public_gaps)
    steps = [step for step in STEPS if step.is_asked_at(case.stages)]
    totals = Totals(len(case.public_gaps), urgent, len(owed), late)
    return meeting.living_meeting(case.reference, of, totals, [_count(case, step) for step in steps])


def _opened(case: TheCase) -> Meeting:
    today = case.turn.today
    planned = next((m for m in case.plan.meetings if not m.opened and not m.is_closed), None)
    if planned:
        opened = replace(planned, kind=_kind(case), opened=True, on=today)
        meetings.change(case.turn.tx, case.case.id, opened)
        return opened
    opened = Meeting(_next_id(case), _kind(case), today, opened=True)
    meetings.add(case.turn.tx, case.case.id, opened)
    return opened


def _next_id(case: TheCase) -> str:
    return f"m{len(case.plan.meetings) + 1}"


def _kind(case: TheCase) -> MeetingKind:
    latest = (Stage.AFTER, Stage.RELEASE, Stage.REVIEW, Stage.FIRST)
    return MeetingKind(next(stage for stage in latest if stage in case.stages))


def _count(case: TheCase, step: type[Step]) -> StepCount:
    """The step in numbers. Of what is private it says only that there is such a part."""
    asked = [
        question
        for question in questions(case.plan, step, case.stages, case.today)
        if not question.fact.optional
    ]
    gaps = case.about(step, case.public_gaps)
    return StepCount(
        step,
        sum(case.plan.answer(question.key).is_asked for question in asked),
        len(asked),
        len(gaps),
        sum(gap.is_urgent for gap in gaps),
        sum(fact_of(one.pending.fact).step is step for one in case.public_clashes),
    )
