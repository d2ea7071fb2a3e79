"""Texts as Adaptive Cards take them: inert, whole, and in a card that Teams takes.

Only a TextBlock reads Markdown (github.com/MicrosoftDocs/msteams-docs/issues/12228), and phones show the
backslash that would escape it (github.com/microsoft/AdaptiveCards/issues/5590): what anybody typed stands in
TextRuns, which show it as it is.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from bot.render.fitting import Json, joined, length, packed, size, split

# The newest that Teams takes from a bot.
VERSION = "1.5"
# In bytes. Below 28 KB: whom it is refreshed for, and what it is sent in, have room beside it.
SIZE_OF_A_CARD = 24_000
LANGUAGE = "en"

# Teams has no slash commands, and among others an app hears only what mentions it.
SPOKEN_TO = "@Day One"
_TYPED = re.compile(r"(?<![\w/])/dto\b")

_TEXT = 3000
_MARKDOWN = re.compile(r"[\\`*_\[\]~<>&{}\n\r]|^\W|^\d+[.)]|://")
# In {{DATE(...)}} a client would show that date as it writes dates itself.
_BETWEEN_BRACES = re.compile(r"(?<=\{)(?=\{)")
_IN_A_LINK = re.compile(r"(?<=\])(?=\()")


def card(body: list[Json], language: str = LANGUAGE) -> Json:
    """As wide as the window is. A card takes a language without its country."""
    whole = {"type": "AdaptiveCard", "version": VERSION, "lang": language.partition("-")[0]}
    return {**whole, "msteams": {"width": "full"}, "body": body}


def holds(drawn: Json) -> bool:
    """True where it is small enough to be sent."""
    return size(drawn) <= SIZE_OF_A_CARD


def filled(groups: Iterable[list[Json]], drawn: Callable[[list[Json]], Json]) -> list[list[Json]]:
    """The blocks of each card that the groups take, `drawn` with whatever stands round them."""
    packs = packed(groups, lambda some: holds(drawn(joined(some))))
    return joined(packed(joined(pack), lambda blocks: holds(drawn(blocks))) for pack in packs)


def lines(text: str, **style: Any) -> list[Json]:
    """A block for each line, close together but for those after an empty one."""
    drawn: list[Json] = []
    close = False
    for line in text.splitlines():
        for piece in split(line, _TEXT):
            drawn.append(block(runs(piece, **style), **({"spacing": "None"} if close else {})))
            close = True
        close = close and bool(line.strip())
    return drawn


def block(inlines: list[Json], **more: Any) -> Json:
    """One line of several runs."""
    return {"type": "RichTextBlock", "inlines": inlines, **more}


def runs(text: str, **style: Any) -> list[Json]:
    """A text within a line, in one style. What one is told to type is heard here."""
    said = _TYPED.sub(SPOKEN_TO, text)
    return [{"type": "TextRun", "text": part, **style} for part in _BETWEEN_BRACES.split(said) if part]


def inert(text: str) -> str:
    """For what is no TextRun, and may be read as Markdown: no date, and no link that hides where it leads."""
    return _IN_A_LINK.sub(" ", _BETWEEN_BRACES.sub(" ", text))


def heading(text: str, size: str = "Medium") -> list[Json]:
    """A heading that a screen reader finds, or bold text where it would be read as Markdown."""
    style = {"size": size, "weight": "Bolder"}
    if not text.strip() or length(text) > _TEXT or _MARKDOWN.search(text):
        return lines(text, **style)
    return [{"type": "TextBlock", "text": text, "style": "heading", "wrap": True, **style}]
