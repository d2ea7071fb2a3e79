"""Where the marks of a sentence's line stand, so that no two numbers lie on each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.messages.document import SentenceLine

# In thousandths of the width. A number is 24 pixels wide with its edge, and the narrowest picture 250.
_MARGIN = 50
_NUMBER = 100
# In pixels.
_STEP = 26
_TOP = 14


@dataclass(frozen=True)
class Placed:
    """A mark across (`x`, as a share of the width) and down (`y`, in pixels).

    What has a label stands under the line, `anchor`ed so that it stays inside; the others are numbered.
    """

    x: str
    y: int
    number: int
    label: str
    says: str
    anchor: str


@dataclass(frozen=True)
class Layout:
    """`line` is how far down the line itself is, in pixels, and `height` that of the whole picture."""

    marks: list[Placed]
    line: int
    height: int
    start: str
    custody: str
    end: str


def laid_out(drawn: SentenceLine) -> Layout:
    """Numbers in as few rows above the line as it takes."""
    levels = list(_levels(drawn))
    line = _TOP + (max(levels, default=0) + 1) * _STEP
    number, marks = 0, []
    for mark, level in zip(drawn.marks, levels, strict=True):
        number += not mark.label
        y = line - (level + 1) * _STEP
        marks.append(Placed(_across(mark.at), y, number, mark.label, mark.says, _anchor(mark.at)))
    return Layout(marks, line, line + 40, _across(0), _across(drawn.custody), _across(1000))


def _levels(drawn: SentenceLine) -> Iterator[int]:
    """The lowest row in which a number has room. What has a label needs none."""
    last: list[int] = []
    for mark in drawn.marks:
        if mark.label:
            yield 0
            continue
        level = next((row for row, at in enumerate(last) if mark.at - at >= _NUMBER), len(last))
        last[level : level + 1] = [mark.at]
        yield level


def _across(at: int) -> str:
    return f"{(_MARGIN + at * (1000 - 2 * _MARGIN) / 1000) / 10:.1f}%"


def _anchor(at: int) -> str:
    return "start" if at < 80 else "end" if at > 920 else "middle"
