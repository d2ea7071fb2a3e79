"""Which meeting comes next: booked, due and unbooked, or past its day with nobody having opened it."""

from planning_rules.calendar import MEETINGS, Due, meeting_calendar
from planning_rules.plan import Plan
from planning_rules.rulebook import Day


def next_meeting(plan: Plan, day: Day) -> Due | None:
    """The next meeting that is booked or due, from today on.

    None where the day of one that was booked has passed: until somebody says whether it was held, or books
    another, nobody knows when the next is due.
    """
    meetings = [due for due in meeting_calendar(plan, day) if due.event in MEETINGS]
    ahead = [due for due in meetings if due.on >= day.today and not (due.meeting and due.meeting.is_closed)]
    booked = [due for due in ahead if due.meeting]
    return next(iter(booked if lapsed_meeting(plan, day) else ahead), None)


def next_unbooked(plan: Plan, day: Day) -> Due | None:
    """The next meeting that is due from today on, and that nobody has booked."""
    due = (due for due in meeting_calendar(plan, day) if due.event in MEETINGS and due.meeting is None)
    return next((one for one in due if one.by >= day.today), None)


def lapsed_meeting(plan: Plan, day: Day) -> Due | None:
    """The last meeting whose day has passed without anybody opening it."""
    return next((due for due in reversed(meeting_calendar(plan, day)) if due.has_lapsed(day.today)), None)
