"""Days of the calendar: "Friday 17 April", "3/4/26", "the 5th", "end of May"; and what is no one day."""

import re
from collections.abc import Iterable
from datetime import date

from bot.conversation.typed_dates.library import month_of
from bot.conversation.typed_dates.nearness import Near, end_of_month, every_month, every_year, nearest_of
from bot.conversation.typed_dates.reading import (
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Asked,
    Days,
    Shape,
    WhichDay,
    full_year,
    shape,
)
from bot.messages.dates import typed_dates as say
from planning_rules.dates import months_before, read_date
from planning_rules.refusal import Refusal


def _date(found: re.Match[str], asked: Asked) -> Days | Refusal | None:
    parts = found.groupdict()
    month = _month(parts.get("month"))
    if month == 0:
        return None
    weekdays = {weekday for weekday in (parts.get("first"), parts.get("last")) if weekday}
    days = _possible(int(parts["day"]), month, parts.get("year"), asked)
    if not isinstance(days, list):
        return days
    nearest = nearest_of(days, asked.today, asked.near, nearer=1 if weekdays else 3) or tuple(days)
    return _fitting(weekdays, days, nearest, asked) or Refusal(say.another_weekday(asked.words, nearest))


def _fitting(weekdays: set[str], days: list[date], nearest: Days, asked: Asked) -> Days:
    """The nearest that are such a day of the week, beside the first to come that is one."""

    def fit(some: Iterable[date]) -> list[date]:
        return [day for day in some if weekdays <= {WEEKDAYS[day.weekday()]}]

    coming = fit(day for day in days if day >= asked.today) if asked.near is Near.COMING else []
    return tuple(sorted({*fit(nearest), *coming[:1]})) if weekdays else nearest


def _possible(day: int, month: int | None, year: str | None, asked: Asked) -> list[date] | Refusal | None:
    """The day in the year and month that are given, else in those around today."""
    if month is None:
        return every_month(day, asked.today) or None
    if month > 12:
        return Refusal(say.no_month(asked.words, month, asked.example))
    if not year and (days := every_year(month, day, asked.today)):
        return days
    only = read_date(f"{day}/{month}/{full_year(year, asked.today) if year else _year_of(month, asked):04}")
    return only if isinstance(only, Refusal) else [only]


def _year_of(month: int, asked: Asked) -> int:
    """The year in which such a month lies next, or lay last."""
    today = asked.today
    return (
        today.year - (month > today.month) if asked.near is Near.PAST else today.year + (month < today.month)
    )


def _month(typed: str | None) -> int | None:
    """1 to 12, or more where that was typed; 0 where the word is no month; None where there is none."""
    if typed is None:
        return None
    return int(typed) if typed.isdigit() else month_of(typed) or 0


def _day_of_month(found: re.Match[str], asked: Asked) -> Days | Refusal:
    month = _this_or_next(found["which"], asked)
    day = read_date(f"{found['day']}/{month.month}/{month.year}")
    return day if isinstance(day, Refusal) else (day,)


def _end_of_this(found: re.Match[str], asked: Asked) -> Days:
    month = _this_or_next(found["which"], asked)
    return (end_of_month(month.year, month.month),)


def _this_or_next(which: str | None, asked: Asked) -> date:
    return months_before(asked.today.replace(day=1), -1 if which == "next" else 0)


def _end_of_month(found: re.Match[str], asked: Asked) -> Days | None:
    month = month_of(found["month"])
    if month is None:
        return None
    if found["year"]:
        return (end_of_month(full_year(found["year"], asked.today), month),)
    years = range(asked.today.year - 1, asked.today.year + 2)
    return nearest_of((end_of_month(year, month) for year in years), asked.today, asked.near)


def _end_of_year(found: re.Match[str], asked: Asked) -> Days:
    return (date(full_year(found["year"] or str(asked.today.year), asked.today), 12, 31),)


def _a_month(found: re.Match[str], asked: Asked) -> Refusal | None:
    return _no_one_day(found, asked) if month_of(found["month"]) else None


def _no_one_day(found: re.Match[str], asked: Asked) -> Refusal:
    return WhichDay(say.which_day(asked.words, asked.example))


_FIRST, _LAST = rf"(?:(?P<first>{WEEKDAY}) )?", rf"(?: (?P<last>{WEEKDAY}))?"
_DAY, _NUMBER, _MONTH = r"(?P<day>\d\d?)(?:th)?", r"(?P<month>\d\d?)", r"(?P<month>[a-z]{3,})"
_YEAR = rf"(?P<year>{YEAR})"
_FULL_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_OF_YEAR = r"(?: (?P<year>(?:19|20|21)?\d\d))?"
_SOME = "(?:this|next|last|early|mid|late|start of|beginning of|middle of|end of|in)[ -]"
_PERIOD = "week|weekend|month|year|spring|summer|autumn|winter|easter|christmas|xmas|new year"

DATED: tuple[Shape, ...] = (
    shape(rf"{_FIRST}{_FULL_YEAR}([ ./-]){_NUMBER}\3(?P<day>\d\d?){_LAST}", _date),
    shape(rf"{_FIRST}(?P<day>\d\d?)([ ./-]){_NUMBER}\3{_YEAR}{_LAST}", _date),
    shape(rf"{_FIRST}(?P<day>\d\d?)[/-]{_NUMBER}{_LAST}", _date),
    shape(rf"{_FIRST}{_DAY}[ ./-]?{_MONTH}(?:[ ./-]?{_YEAR})?{_LAST}", _date),
    shape(rf"{_FIRST}{_MONTH}[ .-]?{_DAY}(?: {_YEAR})?{_LAST}", _date),
    shape(rf"{_FIRST}(?P<day>\d\d?)th", _date),
    shape(rf"(?P<first>{WEEKDAY}) (?P<day>\d\d?)", _date),
    shape(r"(?P<day>\d\d?)(?:th)? (?P<which>this|next) month", _day_of_month),
    shape(r"end of (?:(?P<which>this|next) )?month", _end_of_this),
    shape(rf"end of {_MONTH}{_OF_YEAR}", _end_of_month),
    shape(rf"end of (?:(?:this )?year|{_FULL_YEAR})", _end_of_year),
    shape(rf"(?:{_SOME})*{_MONTH}(?: {_YEAR})?", _a_month),
    shape(rf"(?:{_SOME})*(?:{_PERIOD})(?: {_YEAR})?", _no_one_day),
    shape(rf"(?:{_SOME})*{_FULL_YEAR}|\d\d?", _no_one_day),
    shape(r"(?:w/c|wc|week (?:commencing|beginning|starting|ending|of)) .+", _no_one_day),
)
