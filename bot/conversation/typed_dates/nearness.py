"""Which of the days that a short date could be is meant: "the 5th", "17 April", "Friday"."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum

from planning_rules.dates import months_before

A_WEEK = timedelta(weeks=1)


class Near(Enum):
    """Whether a question asks for a day that has been (a birthday) or for one that is to come."""

    PAST = "past"
    COMING = "coming"


def nearest_of(possible: Iterable[date], today: date, near: Near, nearer: int = 3) -> tuple[date, ...]:
    """The next to come, beside the last past one where that is `nearer` times as near; or the last past one.

    `possible` is in the order of the calendar.
    """
    days = list(possible)
    past, coming = [day for day in days if day <= today][-1:], [day for day in days if day >= today][:1]
    if near is Near.PAST:
        return tuple(past)
    if past and coming and (today - past[0]) * nearer > coming[0] - today:
        return tuple(coming)
    return tuple(dict.fromkeys([*past, *coming]))


def weekdays(weekday: int, today: date, near: Near) -> tuple[date, ...]:
    """The nearest such day. On such a day it may be today, or a week from today."""
    ahead = today + timedelta((weekday - today.weekday()) % 7)
    other = ahead - A_WEEK if near is Near.PAST else ahead + A_WEEK
    if ahead == today:
        return (min(ahead, other), max(ahead, other))
    return (other,) if near is Near.PAST else (ahead,)


def every_year(month: int, day: int, today: date) -> list[date]:
    """This day last year, this year and next year, where there is one."""
    return list(_there_are((year, month, day) for year in range(today.year - 1, today.year + 2)))


def every_month(day: int, today: date) -> list[date]:
    """This day in the months around today, where there is one."""
    months = [months_before(today.replace(day=1), back) for back in (2, 1, 0, -1, -2)]
    return list(_there_are((month.year, month.month, day) for month in months))


def end_of_month(year: int, month: int) -> date:
    return months_before(date(year, month, 1), -1) - timedelta(1)


def _there_are(days: Iterable[tuple[int, int, int]]) -> Iterator[date]:
    for numbers in days:
        try:
            yield date(*numbers)
        except ValueError:
            continue
