"""Days counted from today or from a weekday: "next Friday", "a week on Tuesday", "in 3 months"."""

import re
from datetime import date, timedelta

from bot.conversation.typed_dates.library import away
from bot.conversation.typed_dates.nearness import A_WEEK, Near, weekdays
from bot.conversation.typed_dates.reading import WEEKDAY, WEEKDAYS, Asked, Days, Shape, shape

_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_UNIT = r"(?:day|week|fortnight|month|year)s?"
_WEEK = r"(?P<which>this|next|last) week"
_WEEKS = {"this": 0, "next": 1, "last": -1}


def _near_weekday(found: re.Match[str], asked: Asked) -> Days:
    """Next Friday is this week's to some and next week's to others; so is last Friday."""
    weekday, today = WEEKDAYS.index(found["weekday"]), asked.today
    match found["which"]:
        case "next":
            first = weekdays(weekday, today + timedelta(1), Near.COMING)[0]
            return (first, first + A_WEEK)
        case "last":
            latest = weekdays(weekday, today - timedelta(1), Near.PAST)[-1]
            return (latest - A_WEEK, latest)
        case "coming":
            return weekdays(weekday, today + timedelta(1), Near.COMING)[:1]
    return weekdays(weekday, today, asked.near)


def _weekday_of_week(found: re.Match[str], asked: Asked) -> Days:
    return (_monday(found["which"], asked) + timedelta(WEEKDAYS.index(found["weekday"])),)


def _end_of_week(found: re.Match[str], asked: Asked) -> Days:
    """Friday to most services, Sunday on the calendar."""
    monday = _monday(found["which"] or "this", asked)
    return (monday + timedelta(4), monday + timedelta(6))


def _monday(which: str, asked: Asked) -> date:
    return asked.today - timedelta(asked.today.weekday()) + A_WEEK * _WEEKS[which]


def _counted(found: re.Match[str], asked: Asked) -> Days:
    """So long from today, or from the day named."""
    named = found.groupdict().get("anchor") or "today"
    number, unit = found.groupdict().get("number") or "1", found["unit"] or found["one"]
    days = (away(f"in {number} {unit}", start) for start in _anchors(named, asked))
    return tuple(day for day in days if day)


def _ago(found: re.Match[str], asked: Asked) -> Days:
    return _anchors(f"{found['number'] or '1'} {found['unit']} ago", asked)


def _anchors(named: str, asked: Asked) -> Days:
    if named in WEEKDAYS:
        return weekdays(WEEKDAYS.index(named), asked.today, Near.COMING)
    day = away(named, asked.today)
    return (day,) if day else ()


def _as_it_is(found: re.Match[str], asked: Asked) -> Days:
    return _anchors(found[0], asked)


_ANCHOR = rf"(?P<anchor>{WEEKDAY}|today|tomorrow)"
_FROM = rf"(?:(?:on|from|after) )?{_ANCHOR}"
COUNTED: tuple[Shape, ...] = (
    shape(rf"(?:this )?(?:(?P<which>this|next|last|coming) )?(?P<weekday>{WEEKDAY})", _near_weekday),
    shape(rf"(?P<weekday>{WEEKDAY}) (?:of )?{_WEEK}", _weekday_of_week),
    shape(rf"{_WEEK} (?:on )?(?P<weekday>{WEEKDAY})", _weekday_of_week),
    shape(r"end of (?:(?P<which>this|next) )?week", _end_of_week),
    shape(rf"{_ANCHOR} (?P<unit>week|fortnight)", _counted),
    shape(rf"(?:in )?(?P<number>{_NUMBER}) (?P<unit>{_UNIT})(?: {_FROM})?", _counted),
    shape(rf"(?:in )?(?P<unit>week|fortnight) {_FROM}", _counted),
    shape(r"(?:in )?(?P<unit>fortnight)|in (?P<one>week|month|year)", _counted),
    shape(rf"(?:(?P<number>{_NUMBER}) )?(?P<unit>{_UNIT}) ago", _ago),
    shape(r"today|tomorrow|yesterday|day (?:after tomorrow|before yesterday)", _as_it_is),
)
