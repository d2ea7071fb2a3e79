"""Named amounts that rules measure by, each with its source and the day on which somebody last checked it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planning_rules.dates import months_before, weeks_before
from planning_rules.sources import A2, J, L, Source
from planning_rules.text import counted
from planning_rules.working_days import working_days_after

MONTHS_UNTIL_STALE = 12


class Unit(StrEnum):
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    MILE = "mile"
    WORKER = "worker"
    MEETING = "meeting"
    WORD = "word"


@dataclass(frozen=True)
class Threshold:
    """So much time, or so far. A service may set its own under this name where no source gives it (`L`),

    or where the source gives it `roughly`.
    """

    name: str
    says: str
    amount: int
    unit: Unit
    source: Source
    checked: date
    roughly: bool = False

    @property
    def is_local(self) -> bool:
        return self.source == L

    @property
    def may_be_set(self) -> bool:
        """True where a service may have an amount of its own."""
        return self.is_local or self.roughly

    def is_stale(self, today: date) -> bool:
        """True where nobody has checked it against its source for more than a year."""
        return self.checked < months_before(today, MONTHS_UNTIL_STALE)

    @property
    def spoken(self) -> str:
        """ "2 months"."""
        return counted(self.amount, self.unit)

    def before(self, day: date) -> date:
        """The day that is so long before `day`."""
        match self.unit:
            case Unit.DAY:
                return day - timedelta(days=self.amount)
            case Unit.WORKING_DAY:
                return working_days_after(day, -self.amount)
            case Unit.WEEK:
                return weeks_before(day, self.amount)
            case Unit.MONTH:
                return months_before(day, self.amount)
        raise ValueError(f"threshold {self.name} is no length of time")

    def after(self, day: date) -> date:
        """The day that is so long after `day`."""
        return replace(self, amount=-self.amount).before(day)


RELEASE_STAGE = Threshold(
    "release-stage",
    "The release stage starts this long before the earliest release",
    8,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
REVIEW_INTERVAL = Threshold(
    "review-interval",
    "A review is held at least this often",
    3,
    Unit.MONTH,
    source=L,
    checked=date(2026, 11, 21),
)
FIRST_MEETING = Threshold(
    "first-meeting",
    "The first planning meeting is held this long after sentence",
    10,
    Unit.DAY,
    source=A2(70, "the first planning meeting was within about 10 days"),
    checked=date(2026, 11, 21),
    roughly=True,
)
LAST_MEETING = Threshold(
    "last-meeting",
    "The last meeting before release is held this long before the earliest release",
    1,
    Unit.MONTH,
    source=L,
    checked=date(2026, 11, 21),
)
EARLY_LOOK_BACK = Threshold(
    "early-look-back",
    "A manager first looks back on how it went this long after release",
    3,
    Unit.MONTH,
    source=J("R28"),
    checked=date(2026, 11, 21),
)
LATE_LOOK_BACK = Threshold(
    "late-look-back",
    "A manager looks back once more this long after release",
    6,
    Unit.MONTH,
    source=J("R28"),
    checked=date(2026, 11, 21),
)

DUE_SOON = Threshold(
    "due-soon",
    "Whoever promised something is reminded this long before its day",
    2,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
UNANSWERED = Threshold(
    "offer-unanswered",
    "An offer goes to the case lead once nobody has answered it for this long",
    3,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
LATE = Threshold(
    "late-to-the-lead",
    "The case lead hears of a late action this long after its day",
    1,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
STILL_LATE = Threshold(
    "late-to-the-manager",
    "A manager on the case hears of a late action this long after the case lead",
    3,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
LONGEST_SNOOZE = Threshold(
    "longest-snooze",
    "Reminders may wait at most this long, and at most this long after the day of the action",
    5,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
AGENDA = Threshold(
    "agenda-posted",
    "The agenda is posted this long before a meeting",
    5,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)
LEAVING_SOON = Threshold(
    "leaving-soon", "Release is near this long before", 12, Unit.WEEK, source=L, checked=date(2026, 11, 22)
)
QUIET = Threshold(
    "quiet", "A plan is quiet after this long", 4, Unit.WEEK, source=L, checked=date(2026, 11, 22)
)

# What the stages, the calendar and reminders measure by. What one rule alone measures by stands beside it.
SHARED = (
    RELEASE_STAGE,
    REVIEW_INTERVAL,
    FIRST_MEETING,
    LAST_MEETING,
    EARLY_LOOK_BACK,
    LATE_LOOK_BACK,
    DUE_SOON,
    UNANSWERED,
    LATE,
    STILL_LATE,
    LONGEST_SNOOZE,
    AGENDA,
    LEAVING_SOON,
    QUIET,
)
