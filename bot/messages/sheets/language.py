"""In which language a sheet is: each fixed sentence whole, dates in full, and what was typed as it is.

A sentence stands in English where it is said. What it is in Welsh stands in `cymraeg.toml`, under the
English one, so that nothing is assembled from parts.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from bot.messages.apart import apart
from planning_rules.dates import in_full

# Words of ours that stand where a name could. They are put in before the sentence is looked up.
YOUR_WORKER, THE_CHILD = "your worker", "the child"
_OURS = (YOUR_WORKER, THE_CHILD)
_DRAFT = "We put this into Welsh. Nobody has checked the Welsh yet."
_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")

Value = str | int | date


@dataclass(frozen=True, eq=False)
class Language:
    """English, in which everything is written."""

    code: str = "en-GB"

    def says(self, template: str, **values: Value) -> str:
        """A whole sentence or title, its values filled in all at once: nothing typed is taken for ours."""
        said, left = whole(template, values)
        return filled(said, left, lambda on, _: in_full(on))

    def typed(self, words: str) -> str:
        """What somebody typed, marked where it is in another language than ours."""
        return words

    @property
    def to_adults(self) -> "Language":
        """The same, to somebody who is no child."""
        return self

    def draft(self) -> Iterator[str]:
        """What has to be said at the top while no translator has signed the sentences off."""
        yield from ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Translation(Language):
    """A catalogue. `days` are the weekdays in each form that a sentence can want, "" being the usual."""

    signed_off: bool
    sentences: Mapping[str, str]
    adults: Mapping[str, str]
    months: Sequence[str]
    days: Mapping[str, Sequence[str]]

    def says(self, template: str, **values: Value) -> str:
        """A sentence that has no translation yet is said in English and marked as that."""
        said, left = whole(template, values)
        if said not in self.sentences:
            return apart(ENGLISH.says(template, **values))
        return filled(self.sentences[said], left, self._day)

    def typed(self, words: str) -> str:
        return apart(words)

    @property
    def to_adults(self) -> "Language":
        return replace(self, sentences={**self.sentences, **self.adults})

    def draft(self) -> Iterator[str]:
        if not self.signed_off:
            yield self.says(_DRAFT)
            yield apart(_DRAFT)

    def _day(self, on: date, form: str) -> str:
        """ "dydd Gwener 17 Ebrill 2026"; in the form `ddydd`, "ddydd Gwener 17 Ebrill 2026"."""
        return f"{self.days[form][on.weekday()]} {on.day} {self.months[on.month - 1]} {on.year}"


def whole(template: str, values: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
    """The sentence as it is looked up, with words of ours in it, and the values that are left to fill in."""
    said = template
    for name, value in values.items():
        if value in _OURS:
            said = said.replace(f"{{{name}}}", str(value))
    said = said if said == template else f"{said[:1].upper()}{said[1:]}"
    return said, {name: value for name, value in values.items() if value not in _OURS}


def filled(said: str, values: Mapping[str, Value], day: Callable[[date, str], str]) -> str:
    """`said` with a value for each place; `day` says a date in the form that the place names."""

    def value(place: re.Match[str]) -> str:
        found = values[place[1]]
        return day(found, place[2] or "") if isinstance(found, date) else str(found)

    return _PLACE.sub(value, said)


def places(said: str) -> list[str]:
    """The names of what is filled in."""
    return sorted(place[1] for place in _PLACE.finditer(said))


ENGLISH = Language()


@cache
def welsh() -> Translation:
    """Drafted, and not signed off: a service has to turn it on."""
    return Translation(**tomllib.loads((files(__package__) / "cymraeg.toml").read_text("utf8")))
