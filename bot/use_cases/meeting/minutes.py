"""Minutes: what the open meeting has settled so far, or the last one left, as this reader may see it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.calls import Call
from bot.messages.document import Document
from bot.messages.meeting import minutes as page
from bot.messages.meeting.attending import Replied
from bot.messages.meeting.minutes import Minutes
from bot.use_cases.handlers import Answered, said
from bot.use_cases.sheets.plan_before import plan_before
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import no_meeting
from planning_rules.behind import behind_waiver
from planning_rules.changes import changes, earlier_actions, new_actions, new_waivers, recorded_by
from planning_rules.checking import GapState
from planning_rules.facts import fact_of
from planning_rules.json_object import Unreadable
from planning_rules.parts import Meeting
from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from planning_rules.refusal import Refusal
from storage import replies, versions


@said("minutes")
def show(case: TheCase, call: Call) -> Answered:
    """Those of the open meeting or of the last one."""
    if case.plan.meeting is None:
        return no_meeting(case)
    found = _minutes(case, case.plan.meeting)
    return found if isinstance(found, Refusal) else page.preview(found)


def minutes_sheet(case: TheCase, which: str) -> Document | Refusal:
    """To print."""
    found = _minutes(case, case.plan.meeting) if case.plan.meeting else page.nothing_kept(case.reference)
    return found if isinstance(found, Refusal) else page.minutes(found)


def _minutes(case: TheCase, meeting: Meeting) -> Minutes | Refusal:
    """That somebody looked is noted."""
    left = _as_it_was_left(case, meeting)
    if left is None:
        return page.nothing_kept(case.reference)
    case.turn.note("looked-at-minutes", case.case, meeting.id)
    said = replies.of(case.turn.tx, case.case.id, meeting.id)
    said_in_words = {person: (str(reply.comes), reply.words) for person, reply in said.items()}
    return _seen(*left, _before(left[0], meeting), meeting, said_in_words)


def _before(case: TheCase, meeting: Meeting) -> Plan:
    """The plan as the meeting before this one left it; nothing, before the first."""
    days = [one.closed_on for one in case.plan.meetings if one.closed_on and one.id != meeting.id]
    return plan_before(case) or (recorded_by(case.plan, max(days)) if days else Plan())


def _seen(
    then: TheCase, version: int, before: Plan, meeting: Meeting, said: Mapping[str, Replied]
) -> Minutes:
    """What of it is open to this reader."""
    plan, sees, acts = then.plan, then.sees_behind, {action.id for action in then.seen_actions}
    return Minutes(
        plan,
        meeting,
        then.today,
        said,
        [one for one in changes(plan, before, then.today) if sees([one.question.fact])],
        [action for action in earlier_actions(plan, before) if action.id in acts],
        [action for action in new_actions(plan, before) if action.id in acts],
        [one for one in plan.questions(then.today) if one.answer(plan).is_not_known and sees([one.fact])],
        [gap for gap in then.seen_gaps if gap.state is GapState.OPEN],
        [one for one in plan.disagreements if sees([fact_of(one.fact)])],
        [one for one in new_waivers(plan, before) if sees(behind_waiver(one, plan))],
        version,
        then.hidden,
    )


def _as_it_was_left(case: TheCase, meeting: Meeting) -> tuple[TheCase, int] | None:
    """The case as the meeting left it, with the number of its version; as it is while the meeting is open."""
    if meeting.is_open:
        return case, 0
    kept = next(
        (one for one in versions.of(case.turn.tx, case.case.id) if one.meeting_id == meeting.id), None
    )
    if kept is None:
        return None
    try:
        plan = plan_from_json(kept.plan)
    except Unreadable:
        return None
    return replace(case, plan=plan, turn=replace(case.turn, today=kept.day)), kept.number
