"""A document as Adaptive Cards: as many as its length needs, each a message."""

from collections.abc import Iterable, Iterator

from bot.messages.document import (
    Bars,
    Blank,
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Download,
    Heading,
    HeatMap,
    Meter,
    Pairs,
    Paragraph,
    Pictured,
    Print,
    Quote,
    Row,
    SentenceLine,
    Tone,
)
from bot.render import fitting
from bot.render.fitting import Json, joined, length, packed, size
from bot.render.teams.actions import BUTTON, FETCHES, PRINTS, SAYS, action
from bot.render.teams.texts import block, card, filled, heading, lines, runs
from bot.render.text import marked, quoted, ticked

# Teams shows six in a row. In the window beside a call, 320 pixels wide, about this much is read whole:
# letters, and as wide as four of them what stands round each.
_IN_A_ROW = 6
_WIDTH = 42
_AROUND = 4
_SHORT = 1500
_BESIDE = 30
# The host's other colours are too pale to read on white. Each tone has a mark and a word as well.
_COLOURS = {Tone.URGENT: "Attention"}


def cards(document: Document) -> list[Json]:
    """The document, in one card or in several to be sent one after the other. Nothing is left out."""

    def drawn(blocks: list[Json]) -> Json:
        return card(blocks, document.language)

    return [drawn(blocks) for blocks in filled(together(document), drawn)]


def together(document: Document) -> Iterator[list[Json]]:
    return fitting.together(document, heading(document.title, "Large"), heading, _drawn)


def _drawn(one: Block) -> list[Json]:
    match one:
        case Heading():
            return heading(one.text)
        case Paragraph():
            return lines(marked(one), **_toned(one.tone))
        case Bullets():
            return _bullets(one.items)
        case Pictured():
            return _bullets((one.text,))
        case Pairs():
            return joined(_pair(label, says) for label, says in one.items)
        case Quote():
            return lines(f"{quoted(one)}\n– {one.who}" if one.who else quoted(one), italic=True)
        case Row():
            return _entry(one, one.detail)
        case Meter():
            return _entry(one, one.says)
        case Buttons():
            return buttons(one.items)
        case Print():
            return _way(one.label, PRINTS, one.value)
        case Download():
            return _way(one.label, FETCHES, f"{one.reference} {one.which}".strip())
        case SentenceLine():
            return _bullets(mark.says for mark in one.marks)
        case HeatMap() | Bars():
            return [*lines(one.title, weight="Bolder"), *_bullets(one.in_words)]
        case Blank():
            asked = [*lines(one.asks, weight="Bolder"), *lines(one.help, isSubtle=True)]
            return [*asked, *joined(map(lines, ticked(one)))]


def _bullets(items: Iterable[str]) -> list[Json]:
    drawn = joined(lines(f"• {item}") for item in items)
    return [*drawn[:1], *({"spacing": "Small", **line} for line in drawn[1:])]


def _pair(label: str, says: str) -> list[Json]:
    """On one line where it is short."""
    if not says.strip() or "\n" in says or length(label) + length(says) > _SHORT:
        return [*lines(label, weight="Bolder"), *lines(says)]
    return [block([*runs(f"{label}: ", weight="Bolder"), *runs(says)], spacing="Small")]


def _entry(one: Row | Meter, rest: str) -> list[Json]:
    """A line in bold with smaller matter under it, and its buttons beside or below."""
    head = lines(marked(one), weight="Bolder", **_toned(one.tone))
    below = lines(rest, isSubtle=True)
    texts = [*head, *({**each, "spacing": "None"} for each in below)]
    if len(one.buttons) == 1 and length(one.buttons[0].label) <= _BESIDE and size(texts) <= _SHORT:
        beside = [_column(texts, "stretch"), _column(buttons(one.buttons), "auto")]
        return [{"type": "ColumnSet", "separator": True, "columns": beside}]
    parted = [{**texts[0], "separator": True}, *texts[1:]] if texts else []
    return [*parted, *buttons(one.buttons)]


def _toned(tone: Tone) -> dict[str, str]:
    return {"color": _COLOURS[tone]} if tone in _COLOURS else {}


def _column(items: list[Json], width: str) -> Json:
    return {"type": "Column", "width": width, "verticalContentAlignment": "Center", "items": items}


def buttons(ways: tuple[Button, ...]) -> list[Json]:
    """In rows, under their labels where those are too long for a button."""
    whole = [drawn for way in ways if length(way.label) > BUTTON for drawn in lines(way.label)]
    drawn = [action(way.label, SAYS, way.command, way.main) for way in ways]
    return [*whole, *({"type": "ActionSet", "actions": row} for row in packed(drawn, _fit_in_a_row))]


def _fit_in_a_row(some: list[Json]) -> bool:
    return len(some) <= _IN_A_ROW and sum(length(one["title"]) + _AROUND for one in some) <= _WIDTH


def _way(label: str, verb: str, command: str) -> list[Json]:
    whole = lines(label) if length(label) > BUTTON else []
    return [*whole, {"type": "ActionSet", "actions": [action(label, verb, command)]}]
