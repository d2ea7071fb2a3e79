"""A form: what is asked of somebody, in any medium. What comes back is a text under each field's name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

PRIVATE = "Private: only the workers named for this can read it."


class Control(StrEnum):
    """How a field is filled in. RADIO and SELECT give an option's key, TICKS the ticked keys, one a line."""

    RADIO = "radio"
    SELECT = "select"
    TICKS = "ticks"
    DATE = "date"
    LINE = "line"
    WORDS = "words"
    NUMBER = "number"


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


@dataclass(frozen=True)
class Form:
    """`command` is what submitting it says; `version` the case's version when it was opened."""

    title: str
    command: str
    fields: tuple[Field, ...]
    submit: str = "Save"
    intro: str = ""
    version: int = 0
    private: bool = False

    def filled(self, typed: Mapping[str, str], errors: Mapping[str, str] | None = None) -> "Form":
        """This form with what somebody typed, and errors beside the fields they belong to."""
        said = errors or {}
        fields = (
            replace(field, value=typed.get(field.name, field.value), error=said.get(field.name, ""))
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
