"""What the shapes of a typed day have in common."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.typed_dates.nearness import Near
from planning_rules.refusal import Refusal

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
YEAR = r"(?:\d{4}|\d\d)"
# A year of two digits is in the past from here on: a birthday, and never a plan.
_YEARS_AHEAD = 20
A_FORTNIGHT = timedelta(weeks=2)


@dataclass(frozen=True)
class Asked:
    """What was typed, on which day, and on which side of it the answer lies."""

    words: str
    today: date
    near: Near

    @property
    def example(self) -> date:
        """A day that the answer could be."""
        return example_for(self.today, self.near)


def example_for(today: date, near: Near) -> date:
    """A day like those that are asked for: a fortnight from today, or ago."""
    return today + (-A_FORTNIGHT if near is Near.PAST else A_FORTNIGHT)


class WhichDay(Refusal):
    """What was typed is understood, and is no one day: a month, a year, a week."""


Days = tuple[date, ...]
Read = Callable[[re.Match[str], Asked], "Days | Refusal | None"]
Shape = tuple[re.Pattern[str], Read]


def shape(pattern: str, read: Read) -> Shape:
    """`read` may still find that a text of this shape is no day, and give None."""
    return re.compile(pattern, re.ASCII), read


def first_that_fits(shapes: tuple[Shape, ...], text: str, asked: Asked) -> Days | Refusal | None:
    for pattern, read in shapes:
        if (found := pattern.fullmatch(text)) and (days := read(found, asked)) is not None:
            return days
    return None


def full_year(typed: str, today: date) -> int:
    """2026 for "26", and 1996 for "96" while that is longer than 20 years to come."""
    if len(typed) == 4:
        return int(typed)
    return 2000 + int(typed) - (100 if 2000 + int(typed) > today.year + _YEARS_AHEAD else 0)
