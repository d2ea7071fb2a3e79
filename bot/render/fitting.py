"""What fits where: how long a text is and where it may be cut, and what a control can show."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from bot.messages.document import Block, Document, Heading
from bot.messages.form import Control, Field

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


def together(
    document: Document,
    title: list[Json],
    heading: Callable[[str], list[Json]],
    drawn: Callable[[Block], list[Json]],
) -> Iterator[list[Json]]:
    """What belongs together: the title and each heading with what follows it, a row with its buttons."""
    headings = title
    for block in document.blocks:
        if isinstance(block, Heading):
            headings = [*headings, *heading(block.text)]
        elif found := drawn(block):
            yield headings + found
            headings = []
    if headings:
        yield headings


def choices(field: Field, most: int, numbered: str) -> list[tuple[str, str]]:
    """The options that can be drawn, as in "{number}. {words}" where some are longer than `most`.

    So they can be told apart though their beginnings may be alike.
    """
    real = [(key, words.strip() or key) for key, words in field.options if key.strip()]
    if all(length(words) <= most for _, words in real):
        return real
    return [(key, numbered.format(number=number, words=words)) for number, (key, words) in enumerate(real, 1)]


def fits_its_control(field: Field, is_short: Callable[[str], bool]) -> bool:
    """False where the control cannot show what stands in the field, so that it must be shown beside it."""
    match field.control:
        case Control.DATE:
            return not field.value or is_iso(field.value)
        case Control.NUMBER:
            return not field.value or is_number(field.value)
        case Control.LINE:
            return is_short(field.value) and "\n" not in field.value
        case Control.WORDS:
            return is_short(field.value)
    return True


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
