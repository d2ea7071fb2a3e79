"""A form: what is asked of somebody, in any medium. What comes back is a text under each field's name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.messages.document import Button

PRIVATE = "Private: only the workers named for this can read it."
GO_ON = "Go on"
GO_ON_READING = "Go on reading"
NOTHING_TO_CHOOSE = "There is nothing to choose from yet."


class Control(StrEnum):
    """How a field is filled in. RADIO and SELECT give an option's key, TICKS the ticked keys, one a line.

    MEMBER gives somebody's id in the chat: a chat that can ask for a person itself does, and need not draw
    the options.
    """

    RADIO = "radio"
    SELECT = "select"
    TICKS = "ticks"
    DATE = "date"
    LINE = "line"
    WORDS = "words"
    NUMBER = "number"
    MEMBER = "member"


@dataclass(frozen=True)
class Field:
    """One control. `only_if` names a field and the values at which this one is called for.

    A `future` day is not before today.
    A change of a field that `redraws` may call for other questions: ask for the form again with what is
    typed so far.
    """

    name: str
    label: str
    control: Control
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    help: str = ""
    error: str = ""
    longest: int = 0
    required: bool = False
    redraws: bool = False
    only_if: tuple[str, tuple[str, ...]] | None = None
    section: str = ""
    future: bool = False

    def filled(self, value: str, problem: "str | AskAgain" = "") -> "Field":
        """This field with what somebody typed and what is wrong with it, or with what is asked about it."""
        if isinstance(problem, str):
            return replace(self, value=value, error=problem)
        asked = replace(self, value=problem.value, error=problem.sentence)
        return replace(asked, control=Control.RADIO, options=problem.options) if problem.options else asked


@dataclass(frozen=True)
class AskAgain:
    """What is asked beside a field whose value may not mean what we think.

    Where there are `options`, they are picked from in place of what the field is filled in with.
    """

    sentence: str
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""


Problems = Mapping[str, str | AskAgain]


@dataclass(frozen=True)
class Form:
    """`command` is what submitting it says; `version` the case's version when it was opened.

    `ways` are buttons that lead elsewhere, without what is typed.
    """

    title: str
    command: str
    fields: tuple[Field, ...]
    submit: str = "Save"
    intro: str = ""
    version: int = 0
    private: bool = False
    ways: tuple[Button, ...] = ()

    def filled(self, typed: Mapping[str, str], errors: Problems | None = None) -> "Form":
        """This form with what somebody typed, and what is wrong beside the fields it belongs to."""
        said = errors or {}
        fields = (
            field.filled(typed.get(field.name, field.value), said.get(field.name, ""))
            for field in self.fields
        )
        return replace(self, fields=tuple(fields))

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that are called for by the values in the form as it stands."""
        values = {field.name: field.value.split("\n") for field in self.fields}
        return tuple(
            field
            for field in self.fields
            if field.only_if is None or set(field.only_if[1]) & set(values.get(field.only_if[0], ()))
        )


def as_typed(field: Field) -> str:
    """Beside a control that cannot show what was typed into it."""
    return f"You typed: “{field.value}”"
