"""The meeting: opened, shown as one living message, checked and closed."""

from dataclasses import replace

from bot.conversation.asking import questions
from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.meeting import finishing, meeting, meeting_news
from bot.messages.meeting.meeting import StepCount, Totals
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.news import tells_elsewhere
from bot.use_cases.sending.posting import LIVING, post
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import no_meeting
from planning_rules.checking import Gap, GapState
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
    coming = sorted((gap for gap in case.public_gaps if gap.on), key=lambda gap: gap.on or case.today)
    said = meeting.meeting_opened(case.plan, opened, coming, case.today)
    told = tells_elsewhere(case, meeting_news.is_open(case.reference))
    return Outcome((said,), reference=case.reference, told=told)


@said("finish")
def check(case: TheCase, call: Call) -> Answered:
    """What is worth a look before the meeting closes; whoever may close it is asked whether to."""
    if case.meeting is None:
        return no_meeting(case)
    if not case.may(Act.CLOSE):
        return _checked(case)
    return Outcome((_checked(case), finishing.close_form(case.plan, case.meeting, case.day)))


def _checked(case: TheCase) -> Document:
    unasked = sum(len(line.facts) for line in case.not_asked)
    known = (case.seen_gaps, case.seen_actions, unasked, len(case.clashes))
    return finishing.check(case.plan, *known, case.today, case.may(Act.CLOSE), case.may_waive)


@filled("finish", act=Act.CLOSE)
def finish(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Close the meeting and keep the plan as it stands as a version."""
    if case.meeting is None:
        return no_meeting(case)
    read = read_form(finishing.close_form(case.plan, case.meeting, case.day), typed.values, case.today)
    if isinstance(read, Form):
        return Outcome((_checked(case), read), refused=True)
    if read["sure"] != "yes":
        return living_message(case, case.meeting)
    if read["next_on"]:
        planned = Meeting(next_id(case), MeetingKind.REVIEW, read["next_on"])
        meetings.add(case.turn.tx, case.case.id, planned)
    number = _close(case, case.meeting)
    case.turn.note("closed-meeting", case.case, case.meeting.id)
    told = tells_elsewhere(case, meeting_news.is_closed(case.reference))
    return Outcome((finishing.closed(case.plan, number),), reference=case.reference, told=told)


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
    public = case.public_gaps
    missing = [gap for gap in public if gap.state is GapState.OPEN]
    urgent = sum(gap.is_urgent for gap in missing)
    coming = tuple((gap.on - case.today).days for gap in public if gap.on)
    steps = [step for step in STEPS if step.is_asked_at(case.stages)]
    unasked = sum(not fact_of(key).is_private for line in case.not_asked for key in line.facts)
    totals = Totals(len(missing), urgent, len(owed), late, coming, unasked)
    return meeting.living_meeting(case.reference, of, totals, [_count(case, step, missing) for step in steps])


def _opened(case: TheCase) -> Meeting:
    today = case.turn.today
    planned = next((m for m in case.plan.meetings if not m.opened and not m.is_closed), None)
    if planned:
        opened = replace(planned, kind=kind_of(case), opened=True, on=today)
        meetings.change(case.turn.tx, case.case.id, opened)
        return opened
    opened = Meeting(next_id(case), kind_of(case), today, opened=True)
    meetings.add(case.turn.tx, case.case.id, opened)
    return opened


def next_id(case: TheCase) -> str:
    return f"m{len(case.plan.meetings) + 1}"


def kind_of(case: TheCase) -> MeetingKind:
    latest = (Stage.AFTER, Stage.RELEASE, Stage.REVIEW, Stage.FIRST)
    return MeetingKind(next(stage for stage in latest if stage in case.stages))


def _count(case: TheCase, step: type[Step], missing: list[Gap]) -> StepCount:
    """The step in numbers. Of what is private it says only that there is such a part."""
    asked = [
        question
        for question in questions(case.plan, step, case.stages, case.today)
        if not question.fact.optional
    ]
    gaps = case.about(step, missing)
    return StepCount(
        step,
        sum(case.plan.answer(question.key).is_asked for question in asked),
        len(asked),
        len(gaps),
        sum(gap.is_urgent for gap in gaps),
        sum(fact_of(one.pending.fact).step is step for one in case.public_clashes),
    )
