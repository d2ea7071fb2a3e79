"""Which meeting comes next: booked, due, past its day unopened, or so near that its agenda is due."""

from planning_rules.calendar import MEETINGS, Due, meeting_calendar
from planning_rules.parts import Meeting
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import AGENDA
from planning_rules.working_days import is_working_day, working_days_after


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


def agenda_due(plan: Plan, day: Day) -> Meeting | None:
    """The planned meeting for which people are to have the agenda by today, on a working day.

    None while a meeting is open: what comes after it is known when it closes.
    """
    nation, ahead = plan.order.nation.choice, [one for one in plan.meetings if one.on >= day.today]
    if any(one.is_open for one in plan.meetings) or not is_working_day(day.today, nation):
        return None
    nearest = min((one for one in ahead if not one.is_held), key=lambda one: one.on, default=None)
    if nearest is None:
        return None
    from_day = working_days_after(nearest.on, -day.ours(AGENDA).amount, nation)
    return nearest if day.is_past(from_day) else None
