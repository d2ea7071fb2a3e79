"""What had become of each gap when a meeting closed: waived, taken up, or ignored."""

from dataclasses import replace
from enum import StrEnum

from planning_rules.checking import Gap, GapState, as_said_in_chat, find_gaps
from planning_rules.parts import Meeting, Progress
from planning_rules.plan import Plan
from planning_rules.rulebook import Day


class Fate(StrEnum):
    """`WAIVED`: somebody had said why it does not count, and that held. Else it was open, and

    `TAKEN_UP`: an action would close it that was neither declined nor skipped, or
    `IGNORED`: nothing was decided about it.
    """

    WAIVED = "waived"
    TAKEN_UP = "taken up"
    IGNORED = "ignored"


def fates(plan: Plan, meeting_id: str, day: Day) -> list[tuple[Gap, Fate]]:
    """Every gap of a plan as the meeting left it on its last day; what was to come is none yet."""
    before = replace(plan, meetings=tuple(_reopened(plan, meeting_id)))
    standing = find_gaps(before, day)
    still_there = {_key(gap) for gap in standing}
    without = find_gaps(replace(before, waivers=()), day) if plan.waivers else []
    waived = [(gap, Fate.WAIVED) for gap in _open(without) if _key(gap) not in still_there]
    return [*waived, *((gap, _fate(gap, plan)) for gap in _open(as_said_in_chat(standing)))]


def _reopened(plan: Plan, meeting_id: str) -> list[Meeting]:
    """Until it closed, the rules of its own stage ran."""
    return [
        replace(one, opened=True, closed_on=None) if one.id == meeting_id else one for one in plan.meetings
    ]


def _open(gaps: list[Gap]) -> list[Gap]:
    return [gap for gap in gaps if gap.state is GapState.OPEN]


def _key(gap: Gap) -> tuple[str, str]:
    return gap.rule.code, gap.subject


def is_taken_up(gap: Gap, plan: Plan) -> bool:
    """True where an action would close it, or find out what it lacks, that nobody declined or skipped."""
    dropped = (Progress.DECLINED, Progress.SKIPPED)
    return any(
        action.progress not in dropped
        and ((action.closes, action.about) == _key(gap) or action.finds_out in gap.about)
        for action in plan.actions
    )


def _fate(gap: Gap, plan: Plan) -> Fate:
    return Fate.TAKEN_UP if is_taken_up(gap, plan) else Fate.IGNORED
