"""Sentences and paragraphs of a text as people type it: with lists, headings and lines that go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W_]+(?:[-'’&/.][^\W_]+)*")
# A line goes on where the next one begins with a small letter, and no bullet stands before that.
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+|\n(?!\s*[a-z])")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[•*–-] )|(?<=[.!?:])\n")
_NO_END = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|no|eg|ie|approx|tel)|\b[a-z]\.[a-z])\.$", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """A part of a text, from `start`."""

    start: int
    text: str

    @cached_property
    def words(self) -> int:
        return sum(1 for _ in WORD.finditer(self.text))


def sentences(text: str) -> list[Stretch]:
    """Every sentence that has a word in it, in order."""
    return [one for one in _between(text, _ends(text)) if one.words]


def paragraphs(text: str) -> list[Stretch]:
    """Every paragraph that has a word in it; an item of a list is one by itself."""
    return [one for one in _between(text, [met.span() for met in _PARAGRAPH.finditer(text)]) if one.words]


def _ends(text: str) -> list[tuple[int, int]]:
    return [
        met.span()
        for met in _END.finditer(text)
        if not _NO_END.search(text[max(0, met.start() - 8) : met.start()])
    ]


def _between(text: str, gaps: list[tuple[int, int]]) -> Iterator[Stretch]:
    start = 0
    for end, next_start in [*gaps, (len(text), len(text))]:
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            yield Stretch(start + part.index(stripped), stripped)
        start = next_start
