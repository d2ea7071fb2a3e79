"""Days that are known by name and move from year to year: "Good Friday", "Easter Monday"."""

import re
from collections.abc import Iterable

from holidays import country_holidays

from bot.conversation.typed_dates.nearness import nearest_of
from bot.conversation.typed_dates.reading import YEAR, Asked, Days, Shape, full_year, shape

_NAMES = ("good friday", "easter monday")


def _feast(found: re.Match[str], asked: Asked) -> Days:
    """In the year that is given, else the nearest."""
    given = found["year"]
    if given:
        return _in_years(found["name"], [full_year(given, asked.today)])
    around = range(asked.today.year - 1, asked.today.year + 2)
    return nearest_of(_in_years(found["name"], around), asked.today, asked.near)


def _in_years(name: str, years: Iterable[int]) -> Days:
    known = country_holidays("GB", subdiv="ENG", years=years)
    return tuple(sorted(day for day, called in known.items() if called.casefold() == name))


FEASTS: tuple[Shape, ...] = (shape(rf"(?P<name>{'|'.join(_NAMES)})(?: (?P<year>{YEAR}))?", _feast),)
