"""What is owed: how often it was carried over, and until when its reminders may wait."""

from datetime import date

from planning_rules.parts import Action
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import LONGEST_SNOOZE
from planning_rules.working_days import working_days_after


def carried_over(plan: Plan, action: Action) -> int:
    """Into how many meetings it was carried over: those held since it was promised, while it is owed."""
    since = action.since
    if since is None or not action.is_owed:
        return 0
    return sum(meeting.is_held and meeting.on > since for meeting in plan.meetings)


def latest_snooze(plan: Plan, action: Action, day: Day) -> date | None:
    """The last day until which its reminders may wait; None where there are none, or they waited long enough.

    It counts from today and from the action's own day, so that no snooze after another puts it off for ever.
    """
    if action.by is None:
        return None
    amount, nation = day.ours(LONGEST_SNOOZE).amount, plan.order.nation.choice
    latest = working_days_after(min(day.today, action.by), amount, nation)
    return latest if latest > day.today else None
