"""Texts as Slack takes them: inert, whole, and within its limits."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
Json = dict[str, Any]

SECTION = 3000
HEADER = 150

# What mrkdwn would read as bold, italic, struck out, code, a link, a mention or an emoji.
_FORMATTING = re.compile(r"[*_~`<>&]|:[^\s:]+:")


def length(text: str) -> int:
    """In UTF-16 units, the widest that Slack can be counting in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def size(drawn: Any) -> int:
    """Of what is sent, in bytes."""
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def plain(text: str) -> Json:
    """Shown as it stands: nothing in it is formatting, a link, a mention or an emoji's name."""
    return {"type": "plain_text", "text": text, "emoji": False}


def strong(head: str, rest: str = "") -> Json:
    """`head` in bold with `rest` under it; plain where something in them would be read as formatting."""
    whole = f"{head}\n{rest}" if rest else head
    if _FORMATTING.search(whole) or head.split() == [] or "\n" in head or head != head.strip():
        return plain(whole)
    bold = f"*{head}*\n{rest}" if rest else f"*{head}*"
    return {"type": "mrkdwn", "text": bold, "verbatim": True}


def split(text: str, most: int = SECTION) -> list[str]:
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


def sections(text: str) -> list[Json]:
    """One block, or as many as a long text needs."""
    return [section(plain(piece)) for piece in split(text)]


def section(text: Json, **more: Any) -> Json:
    return {"type": "section", "text": text, **more}


def heading(text: str) -> list[Json]:
    """A header, or plain sections where it is too long for one."""
    if not text.strip() or length(text) > HEADER:
        return sections(text)
    return [{"type": "header", "text": plain(text)}]


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
