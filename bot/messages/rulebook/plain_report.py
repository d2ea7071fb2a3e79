"""What `dayone plain` says about a text: for a person to read, and as plain values for a program."""

from collections.abc import Sequence
from typing import Any

from bot.messages.document import Block, Document, Paragraph, Row, Tone
from planning_rules.plain_english import Mark
from planning_rules.text import counted

_LONGEST_SHOWN = 80
_ADVICE = "This is advice only."


def plain_report(text: str, marks: Sequence[Mark]) -> Document:
    """Each mark in the order in which it stands: the line, the words and what could stand instead."""
    rows: list[Block] = [_row(text, mark) for mark in marks]
    return Document("Plain English", (Paragraph(_summary(marks)), *rows))


def plain_values(text: str, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """The same as plain values, in the same order."""
    return [
        {
            "line": line_of(text, mark),
            "kind": str(mark.kind),
            "words": mark.words,
            "suggestion": mark.suggestion,
            "advice": mark.is_advice,
        }
        for mark in marks
    ]


def line_of(text: str, mark: Mark) -> int:
    """The line on which it begins, from 1."""
    return text.count("\n", 0, mark.start) + 1


def shown(mark: Mark) -> str:
    """The words, or as much of a long sentence as tells which one it is."""
    words = " ".join(mark.words.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1].rstrip()}…"


def _summary(marks: Sequence[Mark]) -> str:
    hard = sum(not mark.is_advice for mark in marks)
    if not hard:
        return "Nothing is hard to read."
    return f"{counted(hard, 'thing is', 'things are')} hard to read. Nothing is changed: you choose."


def _row(text: str, mark: Mark) -> Row:
    says = f"{mark.suggestion} {_ADVICE}" if mark.is_advice else mark.suggestion
    tone = Tone.PLAIN if mark.is_advice else Tone.WATCH
    return Row(f"Line {line_of(text, mark)}: {shown(mark)}", says, tone, str(mark.kind))
