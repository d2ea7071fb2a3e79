"""A small form read field by field: what was filled in, or the form again with what is wrong."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.conversation.day_field import Told, read_day
from bot.messages.form import AskAgain, Control, Field, Form
from bot.messages.meeting.questions import MISSING, NOT_A_CHOICE
from planning_rules.facts.kinds import Words
from planning_rules.refusal import Refusal
from planning_rules.text import clean


def read_form(form: Form, typed: Mapping[str, str], today: date) -> dict[str, Any] | Form:
    """The value of each field that is called for: text, an option's key, a tuple of keys, a day or None.

    Where anything is wrong or not certain, the same form with what was typed, and beside each field what
    is wrong with it or is asked about it.
    """
    filled = form.filled(typed)
    read = {field.name: _read(field, today) for field in filled.shown}
    wrong: dict[str, str | AskAgain] = {}
    for name, value in read.items():
        if isinstance(value, Refusal | AskAgain):
            wrong[name] = value.sentence if isinstance(value, Refusal) else value
    return form.filled(typed, wrong) if wrong else read


def _read(field: Field, today: date) -> Any:
    return _day(field, today) if field.control is Control.DATE else _READ[field.control](field)


def _text(field: Field) -> str | Refusal:
    if not clean(field.value):
        return Refusal(MISSING) if field.required else ""
    return Words(longest=field.longest or 2000).parse(field.value)


def _option(field: Field) -> str | Refusal:
    if not field.value:
        return Refusal(MISSING) if field.required else ""
    return field.value if field.value in dict(field.options) else Refusal(NOT_A_CHOICE)


def _member(field: Field) -> str | Refusal:
    """Where the chat asks for a person itself there are no options to hold it to."""
    return _option(field) if field.options else _text(field)


def _options(field: Field) -> tuple[str, ...] | Refusal:
    ticked = tuple(key for key in field.value.split("\n") if key)
    return ticked if set(ticked) <= set(dict(field.options)) else Refusal(NOT_A_CHOICE)


def _day(field: Field, today: date) -> date | AskAgain | Refusal | None:
    if not clean(field.value):
        return Refusal(MISSING) if field.required else None
    read = read_day(field.value, today, future=field.future)
    return read.day if isinstance(read, Told) else read


_READ: dict[Control, Callable[[Field], Any]] = {
    Control.RADIO: _option,
    Control.SELECT: _option,
    Control.TICKS: _options,
    Control.LINE: _text,
    Control.WORDS: _text,
    Control.NUMBER: _text,
    Control.MEMBER: _member,
}
