"""Reminders of what was promised: who is told of which action on a day, and never twice of one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planning_rules import thresholds
from planning_rules.parts import Action, Person, Progress, Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import Threshold
from planning_rules.working_days import is_working_day, working_day_by, working_days_after


class Kind(StrEnum):
    """What is said of an action. Of two that begin on one day for one person, the later in this list is."""

    SOON = "soon"
    UNANSWERED = "unanswered"
    LATE = "late"
    AGAIN = "again"
    DUE = "due"
    STILL_LATE = "still-late"


_IN_ORDER = list(Kind)
_ONE_DAY = timedelta(days=1)
Hears = Callable[[Person, Action], bool]


@dataclass(frozen=True)
class Reminder:
    """`to` is the id of the person to be told. `on` is the day that it is about: the one on which the action

    is due, for AGAIN the one until which it was snoozed, for UNANSWERED the one on which it was offered.
    """

    kind: Kind
    action: str
    to: str
    on: date

    @property
    def key(self) -> str:
        """The same on every day on which it is to be given: whoever gives it keeps it, and gives it once."""
        return f"{self.kind}/{self.action}/{self.on.isoformat()}/{self.to}"


def reminders(plan: Plan, day: Day, hears: Hears) -> tuple[Reminder, ...]:
    """Those that are to be given today, if they were not: at most one to each person about each action.

    A person `hears` of an action who can be told anything and may see it. Whose owner cannot, the case lead
    hears of; what no case lead can hear of, the managers on the case. There are none on a day off, nor of
    what somebody changed today. What a day was missed for is given on the next, but nothing that has been
    overtaken by then.
    """
    if not is_working_day(day.today, plan.order.nation.choice):
        return ()
    return tuple(one for action in plan.actions for one in _of(action, plan, day, hears))


@dataclass(frozen=True)
class _Said:
    """From which day something is said, and the day that it is about."""

    begins: date
    kind: Kind
    on: date

    @property
    def order(self) -> tuple[date, int]:
        return self.begins, _IN_ORDER.index(self.kind)


def _of(action: Action, plan: Plan, day: Day, hears: Hears) -> list[Reminder]:
    """To each person only what began last: it has overtaken the rest."""
    if not action.is_owed or action.changed == day.today or _waits(action, day):
        return []
    here = [person for person in plan.people if person.is_on(day.today) and hears(person, action)]
    said = [one for one in _all_said(action, plan, day) if one.begins <= day.today]
    last: dict[str, _Said] = {}
    for one in sorted(said, key=lambda one: one.order):
        last |= {person.id: one for person in _told(one.kind, action, here)}
    return [
        Reminder(one.kind, action.id, person, one.on)
        for person, one in last.items()
        if one.kind is not Kind.DUE or not action.is_late(day.today)
    ]


def _waits(action: Action, day: Day) -> bool:
    return action.snoozed_until is not None and day.today < action.snoozed_until


def _told(kind: Kind, action: Action, here: list[Person]) -> list[Person]:
    owner = [person for person in here if person.id == action.owner]
    leads = [person for person in here if person.lead]
    managers = [person for person in here if person.role is Role.MANAGER]
    match kind:
        case Kind.STILL_LATE:
            return managers
        case Kind.LATE | Kind.UNANSWERED:
            return leads or managers
    return owner or leads or managers


def _all_said(action: Action, plan: Plan, day: Day) -> Iterator[_Said]:
    """Everything that would ever be said of it as it stands. Of what is late it is said that it is late."""
    nation, late = plan.order.nation.choice, _late_on(action, plan, day)
    if action.by and late:
        due = working_day_by(action.by, nation)
        soon = working_days_after(due, -day.ours(thresholds.DUE_SOON).amount, nation)
        yield _Said(soon, Kind.SOON, action.by)
        yield _Said(due, Kind.DUE, action.by)
        yield _Said(late, Kind.LATE, action.by)
        yield _Said(_after(late, thresholds.STILL_LATE, plan, day), Kind.STILL_LATE, action.by)
    if action.snoozed_until:
        yield _Said(_first_working_day(action.snoozed_until, nation), Kind.AGAIN, action.snoozed_until)
    offered = (action.changed or action.since) if action.progress is Progress.OFFERED else None
    if offered and not action.is_late(day.today):
        yield _Said(_after(offered, thresholds.UNANSWERED, plan, day), Kind.UNANSWERED, offered)


def _late_on(action: Action, plan: Plan, day: Day) -> date | None:
    """The working day from which others hear that it is late: not before a snooze has ended."""
    if action.by is None:
        return None
    late = _after(action.by, thresholds.LATE, plan, day)
    if action.snoozed_until is None:
        return late
    return max(late, _first_working_day(action.snoozed_until, plan.order.nation.choice))


def _first_working_day(start: date, nation: str) -> date:
    """The day itself where it is a working day, else the next one after it."""
    return working_days_after(start - _ONE_DAY, 1, nation)


def _after(start: date, threshold: Threshold, plan: Plan, day: Day) -> date:
    return working_days_after(start, day.ours(threshold).amount, plan.order.nation.choice)
