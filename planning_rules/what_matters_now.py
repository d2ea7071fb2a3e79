"""In which order gaps are said: what matters now first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from planning_rules.calendar import MEETINGS, meeting_calendar
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity

if TYPE_CHECKING:
    from planning_rules.checking import Gap

# Somebody has to ring now. Then whatever else is about somebody's safety, and then the rest, by code.
_RING_NOW = "RSK05"
_SAFETY = ("ACC05", "ACC10", "CON07", "FAM08", "HLT", "RSK")


def in_order(gaps: "Iterable[Gap]", plan: Plan, day: Day) -> "list[Gap]":
    """Urgent, safety first; due by the next meeting, by day; other open gaps, prompts last; then the rest.

    Each that is due before the next meeting is marked so.
    """
    found = list(gaps)
    if any(_when(gap) for gap in found) and (by := _next_meeting_after(plan, day)):
        found = [replace(gap, before_next_meeting=True) if _is_due(gap, by) else gap for gap in found]
    return sorted(found, key=_place)


def _is_due(gap: "Gap", by: date) -> bool:
    when = _when(gap)
    return when is not None and when <= by


def _when(gap: "Gap") -> date | None:
    """The day on which it becomes a gap, or an open one becomes urgent, where that is to come."""
    return gap.on or gap.urgent_on


def _next_meeting_after(plan: Plan, day: Day) -> date | None:
    """The day of the next meeting after today, booked or due; the one in hand is no next one."""
    ahead = (due.on for due in meeting_calendar(plan, day) if due.event in MEETINGS)
    return next((on for on in ahead if on > day.today), None)


def _place(gap: "Gap") -> tuple[object, ...]:
    when = _when(gap) or date.min
    severity = list(Severity).index(gap.severity)
    if gap.is_urgent:
        return (0, date.min, _after_safety(gap), gap.rule.code)
    if gap.before_next_meeting:
        return (1, when, severity, gap.rule.code)
    if gap.on is None:
        return (2, date.min, severity, gap.rule.code)
    return (3, when, severity, gap.rule.code)


def _after_safety(gap: "Gap") -> int:
    if gap.rule.code == _RING_NOW:
        return 0
    return 1 if gap.rule.code.startswith(_SAFETY) else 2
