"""The meeting: opened, shown as one living message, checked and closed."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.asking import questions
from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import finishing, meeting, refusals
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.gap_lines import is_private
from bot.messages.meeting import StepCount, Totals
from bot.use_cases.clashes import open_clashes
from bot.use_cases.handlers import Answered, filled, said
from bot.use_cases.may import Act
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.step import Step
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan_file import write_plan
from planning_rules.refusal import Refusal
from planning_rules.stages import Stage
from storage import meetings, posts, versions

LIVING = "meeting"


@said("meet", changes=True)
def meet(turn: Turn, call: Call) -> Answered:
    """Open the meeting that is due, or go back to the one that is open."""
    found = the_case(turn, call.reference, Act.ANSWER, changes=True)
    if isinstance(found, Refusal):
        return found
    if found.meeting is not None:
        return living_message(found, found.meeting)
    opened = _opened(found)
    posts.add(turn.tx, found.case.id, LIVING, at=turn.now, body=opened.id)
    turn.note("opened-meeting", found.case, opened.id)
    return Outcome((meeting.meeting_opened(found.reference, opened),), reference=found.reference)


@said("finish")
def check(turn: Turn, call: Call) -> Answered:
    """What is worth a look before the meeting closes, and the question whether to close it."""
    found = _in_meeting(turn, call)
    if isinstance(found, Refusal):
        return found
    case, now = found
    unasked = sum(len(line.facts) for line in case.not_asked)
    checked = finishing.check(case.plan, case.seen_gaps, unasked, len(open_clashes(case)))
    return Outcome((checked, finishing.close_form(case.plan, now)))


@filled("finish")
def finish(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Close the meeting and keep the plan as it stands as a version."""
    found = _in_meeting(turn, call, changes=True)
    if isinstance(found, Refusal):
        return found
    case, now = found
    read = read_form(finishing.close_form(case.plan, now), typed)
    if isinstance(read, Form):
        return read
    if read["sure"] != "yes":
        return refusals.meeting_stays_open(case.reference)
    closed = replace(now, closed_on=turn.today)
    meetings.change(turn.tx, case.case.id, closed)
    kept = versions.keep(
        turn.tx, case.case.id, closed.id, write_plan(case.plan), day=turn.today, closed_at=turn.now
    )
    turn.note("closed-meeting", case.case, closed.id)
    return Outcome((finishing.closed(case.plan, kept.number),), reference=case.reference)


def living_message(case: TheCase, of: Meeting) -> Document:
    """The meeting's one message as it stands now: the same counts for everybody in the channel."""
    owed = [action for action in case.plan.actions if action.is_owed]
    late = sum(1 for action in owed if action.by and action.by < case.turn.today)
    urgent = sum(gap.is_urgent for gap in case.public_gaps)
    totals = Totals(len(case.public_gaps), urgent, len(owed), late)
    return meeting.living_meeting(case.reference, of, totals, [_count(case, step) for step in STEPS])


def _opened(found: TheCase) -> Meeting:
    today = found.turn.today
    planned = next((m for m in found.plan.meetings if not m.opened and not m.is_closed), None)
    if planned:
        opened = replace(planned, opened=True, on=today)
        meetings.change(found.turn.tx, found.case.id, opened)
        return opened
    opened = Meeting(f"m{len(found.plan.meetings) + 1}", _kind(found), today, opened=True)
    meetings.add(found.turn.tx, found.case.id, opened)
    return opened


def _kind(found: TheCase) -> MeetingKind:
    latest = (Stage.AFTER, Stage.RELEASE, Stage.REVIEW, Stage.FIRST)
    return MeetingKind(next(stage for stage in latest if stage in found.stages))


def _in_meeting(turn: Turn, call: Call, changes: bool = False) -> tuple[TheCase, Meeting] | Refusal:
    found = the_case(turn, call.reference, Act.CLOSE, changes)
    if isinstance(found, Refusal):
        return found
    return (found, found.meeting) if found.meeting else refusals.no_meeting(found.reference)


def _count(case: TheCase, step: type[Step]) -> StepCount:
    """The step in numbers. What is private counts as items and in nothing else."""
    asked = questions(case.plan, step, case.stages)
    asked = [question for question in asked if not question.fact.optional]
    gaps = case.about(step, case.public_gaps)
    secret = [gap for gap in case.about(step, case.gaps) if is_private(gap)]
    private = questions(case.plan, step, case.stages, private=True)
    open_private = [question for question in private if not case.plan.answer(question.key).is_asked]
    return StepCount(
        step,
        sum(case.plan.answer(question.key).is_asked for question in asked),
        len(asked),
        len(gaps),
        sum(gap.is_urgent for gap in gaps),
        len(open_private) + len(secret),
        sum(fact_of(key).step is step for key in case.public_clashes),
    )
