"""Youth-justice words and what to say instead."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Entry:
    """Words of workers. See the head of `glossary.toml`."""

    id: str
    terms: tuple[str, ...]
    say: str
    plain: str
    mode: str
    check: str = ""
    keep_off: bool = False
    unless: tuple[str, ...] = ()

    def suggestion(self, term: str) -> str:
        """What a worker is told who wrote `term`."""
        if self.keep_off:
            return f"Leave this off the sheet. {self.check}"
        after = f", then “{term}” in brackets" if self.mode == "explain" else ""
        first = " first" if after else ""
        return f"Say{first} “{self.say}”{after}. {self.check}".strip()


@dataclass(frozen=True)
class Found:
    """A term where it stands in a text; it is nobody's where the phrase means something else."""

    start: int
    words: str
    entry: Entry | None

    @property
    def end(self) -> int:
        return self.start + len(self.words)


@cache
def glossary() -> dict[str, Entry]:
    """Every entry by its id, read once."""
    kept = tomllib.loads((files(__package__) / "glossary.toml").read_text("utf8"))
    return {id: _entry(id, **one) for id, one in kept.items()}


def _entry(id: str, terms: list[str], unless: Iterable[str] = (), **more: Any) -> Entry:
    return Entry(id, tuple(terms), unless=tuple(unless), **more)


def terms_in(text: str) -> Iterator[Found]:
    """The terms in the order in which they stand: of two that begin alike, the longer."""
    by_first, entries = _patterns()
    end = 0
    for word in _FIRST_WORD.finditer(text):
        pattern = by_first.get(word[0].lower())
        met = pattern.match(text, word.start()) if pattern and word.start() >= end else None
        if met:
            end = met.end()
            yield Found(met.start(), met[0], entries.get(_key(met["term"])))


@cache
def _patterns() -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, Entry]]:
    """A pattern for each first word, and whose term it is; a phrase that means something else is nobody's."""
    entries = {_key(term): entry for entry in glossary().values() for term in entry.terms}
    phrases = [*(term for one in glossary().values() for term in (*one.terms, *one.unless))]
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        by_first.setdefault(_FIRST_WORD.findall(phrase)[0].lower(), []).append(_pattern(phrase))
    compiled = {
        first: re.compile(rf"(?<![\w-])(?P<term>{'|'.join(ways)})s?(?!\w|-\w)")
        for first, ways in by_first.items()
    }
    return compiled, entries


def _pattern(phrase: str) -> str:
    """Met in any case, but for one with a capital letter, and with either hyphen or apostrophe."""
    words = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    return words if _is_capital(phrase) else f"(?i:{words})"


def _is_capital(phrase: str) -> bool:
    return phrase != phrase.lower()


def _key(phrase: str) -> str:
    """By which a term is looked up, however its spaces and apostrophes are written."""
    one = " ".join(phrase.split()).replace("’", "'")
    return one if any(a.isupper() for a in one[1:]) else one.lower()
