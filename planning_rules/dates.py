"""Days as people type them and as they are read back. No function here knows today."""

import calendar
import re
from datetime import date, timedelta

from planning_rules.refusal import Refusal
from planning_rules.text import clean

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", re.ASCII)
# In our own words: those of `calendar` are in the language of the computer.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HOW = "Type it as day, month, year, like 17/4/2026."


def in_full(day: date) -> str:
    """ "Friday 17 April 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def read_date(text: str) -> date | Refusal:
    """Read an ISO date or a British day/month/year; refuse what is no day or could be two."""
    typed = clean(text)
    if _SHORT_YEAR.fullmatch(typed):
        return Refusal(f"“{typed}” could be two different days. Please give the year in full. {_HOW}")
    if iso := _ISO.fullmatch(typed):
        year, month, day = map(int, iso.groups())
    elif british := _BRITISH.fullmatch(typed):
        day, month, year = map(int, british.groups())
    else:
        return Refusal(f"“{typed[:40]}” is not a date that we can read. {_HOW}")
    return _on_calendar(typed, year, month, day)


def _on_calendar(typed: str, year: int, month: int, day: int) -> date | Refusal:
    if not 1 <= month <= 12:
        return Refusal(f"There is no month {month} in “{typed}”. The day comes first. {_HOW}")
    if not 1900 <= year <= 2200:
        return Refusal(f"The year {year} in “{typed}” looks wrong. {_HOW}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return Refusal(f"{_MONTHS[month - 1]} {year} has no day {day}. Please check the date.")
    return date(year, month, day)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, clipped to the end of a shorter month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weeks_before(day: date, weeks: int) -> date:
    """The day `weeks` earlier."""
    return day - timedelta(weeks=weeks)
