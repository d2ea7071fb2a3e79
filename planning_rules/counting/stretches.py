"""Whole quarters taken together until enough children have left in them to be counted safely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planning_rules.counting.small_numbers import FEW
from planning_rules.dates import months_before

# So that what happened to one child in four can be told.
ENOUGH = 4 * FEW
# After a quarter ends, so long may its last release still be written down.
SETTLES_MONTHS = 1
A_YEAR = 12
_QUARTER = 3


@dataclass(frozen=True, order=True)
class Stretch:
    """From the first day of a quarter to the last day of one. No two of a service overlap."""

    starts: date
    ends: date

    def holds(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def is_over(self, months: int, today: date) -> bool:
        """True so many months after its end, with the time that it takes to settle."""
        return months_before(today, months + SETTLES_MONTHS) > self.ends


def quarter_of(day: date) -> Stretch:
    first = date(day.year, day.month - (day.month - 1) % _QUARTER, 1)
    return Stretch(first, months_before(first, -_QUARTER) - timedelta(days=1))


def new_stretches(left: Iterable[date], told: Sequence[Stretch], today: date) -> Iterator[Stretch]:
    """Those that follow the stretches `told` already: each as short as it may be, and over.

    `left` are the days on which children left. What is added to a stretch after it was told counts nowhere.
    """
    days = sorted(left)
    if not days:
        return
    after = max((stretch.ends for stretch in told), default=None)
    starts = after + timedelta(days=1) if after else quarter_of(days[0]).starts
    quarter, count = quarter_of(starts), 0
    while quarter.is_over(0, today):
        count += sum(quarter.holds(day) for day in days)
        if count >= ENOUGH:
            yield Stretch(starts, quarter.ends)
            starts, count = quarter.ends + timedelta(days=1), 0
        quarter = quarter_of(quarter.ends + timedelta(days=1))


def a_year_up_to(stretches: Sequence[Stretch], ends: date) -> list[Stretch]:
    """The newest stretches that end by that day: as few as make twelve months."""
    some: list[Stretch] = []
    for stretch in sorted((one for one in stretches if one.ends <= ends), reverse=True):
        some.insert(0, stretch)
        if months_before(some[-1].ends + timedelta(days=1), A_YEAR) >= stretch.starts:
            break
    return some
