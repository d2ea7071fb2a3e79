"""What fits where: how long a text is and where it may be cut, and what a control can show."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")
Json = dict[str, Any]


def length(text: str) -> int:
    """In UTF-16 units, the widest that a chat can be counting in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def size(drawn: Any) -> int:
    """Of what is sent, in bytes."""
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def split(text: str, most: int) -> list[str]:
    """Pieces of at most `most`, cut where a line or a word ends; put together they are the text."""
    pieces = []
    while length(text) > most:
        end = _last_border(_start(text, most))
        pieces.append(text[:end])
        text = text[end:]
    return [piece for piece in (*pieces, text) if piece.strip()]


def shortened(text: str, most: int) -> str:
    """At most `most` of it, ending in "…" where there is more. Show the whole elsewhere."""
    return text if length(text) <= most else _start(text, most - 1).rstrip() + "…"


def packed(items: Iterable[T], fits: Callable[[list[T]], bool]) -> list[list[T]]:
    """The items in order, in as few packs as fit; an item too big for any stands alone."""
    packs: list[list[T]] = []
    for item in items:
        if packs and fits([*packs[-1], item]):
            packs[-1].append(item)
        else:
            packs.append([item])
    return packs


def joined(groups: Iterable[list[T]]) -> list[T]:
    return [one for group in groups for one in group]


def is_iso(text: str) -> bool:
    """True for a day that a date picker can show."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_number(text: str) -> bool:
    """True for a number that a number input can show."""
    return re.fullmatch(r"\d{1,9}", text, re.ASCII) is not None


def _start(text: str, most: int) -> str:
    start = text[:most]
    while length(start) > most:
        start = start[: len(start) - max(1, (length(start) - most) // 2)]
    return start


def _last_border(text: str) -> int:
    for border in ("\n", " "):
        if (at := text.rfind(border)) > len(text) // 2:
            return at + 1
    return len(text)
