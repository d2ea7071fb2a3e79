"""A small form read field by field: what was filled in, or the form again with what is wrong."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.messages.form import Control, Field, Form
from bot.messages.questions import HAS_PASSED, MISSING, NOT_A_CHOICE
from planning_rules.dates import read_date
from planning_rules.facts.kinds import Words
from planning_rules.refusal import Refusal
from planning_rules.text import clean


def read_form(form: Form, typed: Mapping[str, str], today: date) -> dict[str, Any] | Form:
    """The value of each field that is called for: text, an option's key, a tuple of keys, a day or None.

    Where anything is wrong, the same form with what was typed and an error beside each field.
    """
    filled = form.filled(typed)
    read = {field.name: _READ[field.control](field) for field in filled.shown}
    wrong = {name: value.sentence for name, value in read.items() if isinstance(value, Refusal)}
    days = {field.name: read[field.name] for field in filled.shown if field.future}
    wrong |= {name: HAS_PASSED for name, day in days.items() if isinstance(day, date) and day < today}
    return form.filled(typed, wrong) if wrong else read


def _text(field: Field) -> str | Refusal:
    if not clean(field.value):
        return Refusal(MISSING) if field.required else ""
    return Words(longest=field.longest or 2000).parse(field.value)


def _option(field: Field) -> str | Refusal:
    if not field.value:
        return Refusal(MISSING) if field.required else ""
    return field.value if field.value in dict(field.options) else Refusal(NOT_A_CHOICE)


def _options(field: Field) -> tuple[str, ...] | Refusal:
    ticked = tuple(key for key in field.value.split("\n") if key)
    return ticked if set(ticked) <= set(dict(field.options)) else Refusal(NOT_A_CHOICE)


def _day(field: Field) -> date | Refusal | None:
    if not clean(field.value):
        return Refusal(MISSING) if field.required else None
    return read_date(clean(field.value))


_READ: dict[Control, Callable[[Field], Any]] = {
    Control.RADIO: _option,
    Control.SELECT: _option,
    Control.TICKS: _options,
    Control.DATE: _day,
    Control.LINE: _text,
    Control.WORDS: _text,
    Control.NUMBER: _text,
}
