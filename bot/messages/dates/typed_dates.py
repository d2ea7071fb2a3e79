"""What is said about a day that somebody typed, and how their words are kept beside it."""

import re
from datetime import date

from bot.messages.form import AskAgain
from planning_rules.dates import in_full
from planning_rules.text import clean, listed

ANOTHER_DAY = "Another day"

_KEPT = re.compile(r"(.*?) ?\(“(.+)”\)", re.DOTALL)


def kept(day: date | None, words: str) -> str:
    """The value of a field: a day, or none yet, with the words that were typed. `words_apart` reads it."""
    return f"{day.isoformat() if day else ''} (“{words}”)".strip()


def words_apart(value: str) -> tuple[str, str]:
    """A field's value as a day, "" where it is still to be typed, and the words kept beside it."""
    read = _KEPT.fullmatch(clean(value))
    return (read[1], read[2]) if read else (clean(value), "")


def is_it(words: str, days: tuple[date, ...]) -> AskAgain:
    """The day said back in full, to be confirmed; or the days that it could be, to choose from.

    One is picked already, so that what was typed is sent again with whatever is picked.
    """
    offered = [*((kept(day, words), in_full(day)) for day in days), (kept(None, words), ANOTHER_DAY)]
    only = days[0] if len(days) == 1 else None
    asks = f"{in_full(only)} – is that right?" if only else "It could be two days. Which one do you mean?"
    return AskAgain(f"You typed {_shown(words)}. {asks}", tuple(offered), kept(only, words))


def another_day(words: str, example: date) -> AskAgain:
    """Asked of somebody who said that none of the days was meant."""
    return AskAgain(f"You typed {_shown(words)}. Which day do you mean? {how(example)}", value=words)


def how(example: date) -> str:
    """How a day may be typed. `example` is one that the question could take."""
    weekday, day, month, _ = in_full(example).split()
    return f"Type it like {_in_numbers(example)} or {weekday} {day} {month}."


def unreadable(words: str, example: date) -> str:
    return f"{_shown(words)} is not a date that we can read. {how(example)}"


def which_day(words: str, example: date) -> str:
    """Of a month, a year, a week."""
    return f"{_shown(words)} is not one day. Which day do you mean? {how(example)}"


def no_month(words: str, month: int, example: date) -> str:
    return f"There is no month {month} in {_shown(words)}. The day comes first. {how(example)}"


def another_weekday(words: str, days: tuple[date, ...]) -> str:
    """Of a date whose weekday is another one."""
    said = listed((in_full(day) for day in days), "or")
    return f"You typed {_shown(words)}, but that would be {said}. Please check the weekday and the date."


def has_passed(words: str, day: date) -> str:
    """Of a day that is asked for as one to come."""
    return f"{_shown(words)} would be {in_full(day)}, which has passed. Please give a day to come."


def too_far(words: str, day: date) -> str:
    numbers = _in_numbers(day)
    return f"{_shown(words)} would be {in_full(day)}, years away. If that is right, type {numbers}."


def _in_numbers(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _shown(words: str) -> str:
    return f"“{words[:40]}”"
