"""The kinds of answer that a fact may have: how each is typed, checked, kept and shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from planning_rules.dates import in_full, read_date
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest

T = TypeVar("T")
LONGEST_WORDS = 2000
LONGEST_LINE = 150


@dataclass(frozen=True)
class Kind(Generic[T]):
    """What every kind can do. `control` is the name by which a form draws it.

    `options` is a mapping from the key that is kept to the words that are shown, empty where anything may
    be typed; `longest` how many characters there is room for, 0 where that is no question.
    """

    control: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    longest: int = 0

    def parse(self, typed: str) -> "T | Refusal":
        """Read what a person typed or picked."""
        raise NotImplementedError

    def from_json(self, kept: Any) -> "T | Refusal":
        """Read what `to_json` wrote."""
        return self.parse(kept) if isinstance(kept, str) else Refusal(f"{str(kept)[:40]!r} is not text.")

    def to_json(self, value: Any) -> Any:
        return value

    def schema(self) -> dict[str, Any]:
        raise NotImplementedError

    def show(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class YesNo(Kind[bool]):
    """Yes or no; the state of the answer says which, so there is no value."""

    control: str = "yes_no"

    def schema(self) -> dict[str, Any]:
        return {"enum": ["yes", "no"]}


@dataclass(frozen=True)
class Choice(Kind[str]):
    """One of `options`."""

    control: str = "choice"

    def parse(self, typed: str) -> str | Refusal:
        if typed in self.options:
            return typed
        like = nearest(typed, self.options)
        return Refusal(
            f"“{typed[:40]}” is not one of the choices.{f' Did you mean “{like}”?' if like else ''}"
        )

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}

    def show(self, value: Any) -> str:
        return self.options[value]


@dataclass(frozen=True)
class Ticks(Kind[tuple[str, ...]]):
    """Any of `options`; in a form each ticked option is one line of what was typed."""

    control: str = "ticks"

    def parse(self, typed: str) -> tuple[str, ...] | Refusal:
        return self.from_json(typed.split("\n"))

    def from_json(self, kept: Any) -> tuple[str, ...] | Refusal:
        if not isinstance(kept, (list, tuple)):
            return Refusal("This needs a list of choices.")
        one = Choice(options=self.options)
        read = [one.from_json(item) for item in kept]
        wrong = [item for item in read if isinstance(item, Refusal)]
        return wrong[0] if wrong else tuple(key for key in self.options if key in read)

    def to_json(self, value: Any) -> Any:
        return list(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(self.options)}, "uniqueItems": True}

    def show(self, value: Any) -> str:
        return ", ".join(self.options[key] for key in value)


@dataclass(frozen=True)
class Day(Kind[date]):
    """A calendar day; a `past` one has been when it is asked for, and is no plan: a birthday, a sentence."""

    past: bool = False
    control: str = "date"

    def parse(self, typed: str) -> date | Refusal:
        return read_date(typed)

    def to_json(self, value: Any) -> Any:
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def show(self, value: Any) -> str:
        return in_full(value)


@dataclass(frozen=True)
class Words(Kind[str]):
    """Free text, at most `longest` characters; never rewritten, only cleaned."""

    longest: int = LONGEST_WORDS
    control: str = "words"

    def parse(self, typed: str) -> str | Refusal:
        text = clean(typed)
        if len(text) > self.longest:
            return Refusal(
                f"This is {len(text):,} characters long; there is room for {self.longest:,}. "
                "Please shorten it. What you typed is still here."
            )
        return text or Refusal("There is nothing here that can be read. Please type it again.")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True)
class Line(Words):
    """Words that fit on one line: a place, a name, a time."""

    longest: int = LONGEST_LINE
    control: str = "line"

    def parse(self, typed: str) -> str | Refusal:
        return super().parse(clean(typed).replace("\n", " "))


@dataclass(frozen=True)
class OnePerson(Kind[str]):
    """Somebody on the case, kept as their id."""

    control: str = "person"

    def parse(self, typed: str) -> str | Refusal:
        return clean(typed) or Refusal("Please choose a person.")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True)
class Count(Kind[int]):
    """A whole number from 0 to `most`, of `unit` ("miles")."""

    unit: str = ""
    most: int = 9999
    control: str = "number"

    def parse(self, typed: str) -> int | Refusal:
        text = clean(typed)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
        if not 0 <= number <= self.most:
            return Refusal(f"Please type a whole number of {self.unit or 'units'} from 0 to {self.most}.")
        return number

    def from_json(self, kept: Any) -> int | Refusal:
        return self.parse(str(kept)) if type(kept) is int else Refusal("This needs a whole number.")

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 0, "maximum": self.most}

    def show(self, value: Any) -> str:
        return f"{value} {self.unit}".strip()
