"""Named amounts that rules measure by, each with its source and the day on which somebody last checked it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planning_rules.dates import months_before, weeks_before
from planning_rules.sources import L, Source
from planning_rules.text import counted


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    MILE = "mile"


@dataclass(frozen=True)
class Threshold:
    """So much time, or so far. Where no source gives it (`L`), a service may set its own under this name."""

    name: str
    says: str
    amount: int
    unit: Unit
    source: Source
    checked: date

    @property
    def is_local(self) -> bool:
        return self.source == L

    @property
    def spoken(self) -> str:
        """ "2 months"."""
        return counted(self.amount, self.unit)

    def before(self, day: date) -> date:
        """The day that is so long before `day`."""
        match self.unit:
            case Unit.DAY:
                return day - timedelta(days=self.amount)
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
