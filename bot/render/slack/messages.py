"""A document as Slack messages: blocks, in as many messages as its length needs."""

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
)
from bot.render import fitting
from bot.render.fitting import Json, joined, length, packed, shortened, size
from bot.render.slack.texts import SECTION, heading, plain, section, sections, strong
from bot.render.text import marked, quoted, ticked

BLOCKS_OF_A_MESSAGE = 50
# Slack refuses a message somewhere above 13,000 characters, its blocks' own wrapping included.
SIZE_OF_A_MESSAGE = 12_000
SAYS = "says"
"""Each button's action_id begins so; its value is the command that it says."""
PRINTS = "prints"
"""The action_id of a button that opens a sheet to print; its value is the case, the reader and the form."""
FETCHES = "fetches"
"""The action_id of a button that fetches a calendar file; its value is the case and which one."""

_FIELDS = 10
_BUTTONS = 25
_BUTTON = 75


def messages(document: Document) -> list[list[Json]]:
    """The document's blocks, a list for each message that it takes. Nothing is left out."""
    groups = packed(together(document), lambda groups: _fits(joined(groups)))
    return [message for group in groups for message in packed(joined(group), _fits)]


def together(document: Document, titled: bool = True) -> Iterator[list[Json]]:
    return fitting.together(document, heading(document.title) if titled else [], heading, _drawn)


def _drawn(block: Block) -> list[Json]:
    match block:
        case Heading():
            return heading(block.text)
        case Paragraph():
            return sections(marked(block))
        case Bullets():
            return _lines(f"• {item}" for item in block.items)
        case Pictured():
            return sections(f"• {block.text}")
        case Pairs():
            return _pairs(block.items)
        case Quote():
            return sections(f"{quoted(block)}\n– {block.who}" if block.who else quoted(block))
        case Row():
            return _entry(marked(block), block.detail, block.buttons)
        case Meter():
            return _entry(marked(block), block.says, block.buttons)
        case Buttons():
            return buttons(block.items)
        case Print():
            return _way(block.label, PRINTS, block.value)
        case Download():
            return _way(block.label, FETCHES, f"{block.reference} {block.which}".strip())
        case SentenceLine():
            return _lines(f"• {mark.says}" for mark in block.marks)
        case HeatMap() | Bars():
            return _entry(block.title, "", ()) + _lines(f"• {line}" for line in block.in_words)
        case Blank():
            return _entry(block.asks, block.help, ()) + _lines(ticked(block))


def _lines(lines: Iterable[str]) -> list[Json]:
    texts = packed(lines, lambda some: length("\n".join(some)) <= SECTION)
    return [block for some in texts for block in sections("\n".join(some))]


def _pairs(items: Iterable[tuple[str, str]]) -> list[Json]:
    said = [pair for pair in items if "".join(pair).strip()]
    packs = packed(said, lambda some: len(some) <= _FIELDS and _length_of_pairs(some) <= SECTION // 2)
    return [block for pack in packs for block in _fields(pack)]


def _fields(pairs: list[tuple[str, str]]) -> list[Json]:
    """Two columns of label over answer; a long one by itself over the whole width."""
    if _length_of_pairs(pairs) > SECTION // 2:
        return [block for label, says in pairs for block in sections(f"{label}\n{says}")]
    return [{"type": "section", "fields": [strong(label, says) for label, says in pairs]}]


def _length_of_pairs(pairs: list[tuple[str, str]]) -> int:
    return sum(length(label) + length(says) + 3 for label, says in pairs)


def _entry(head: str, rest: str, ways: tuple[Button, ...]) -> list[Json]:
    """A line in bold with smaller matter under it and its buttons beside or below."""
    if length(head) + length(rest) + 3 > SECTION or not f"{head}{rest}".strip():
        return [*sections(head), *sections(rest), *buttons(ways)]
    text = strong(head, rest)
    if len(ways) == 1 and length(ways[0].label) <= _BUTTON:
        return [section(text, accessory=_button(0, ways[0]))]
    return [section(text), *buttons(ways)]


def buttons(ways: tuple[Button, ...]) -> list[Json]:
    """In rows, under their labels where those are too long for a button."""
    drawn = [_button(number, button) for number, button in enumerate(ways)]
    whole = [block for b in ways if length(b.label) > _BUTTON for block in sections(b.label)]
    rows = packed(drawn, lambda some: len(some) <= _BUTTONS and size(some) <= SECTION)
    return [*whole, *({"type": "actions", "elements": row} for row in rows)]


def _button(number: int, button: Button) -> Json:
    drawn = {
        "type": "button",
        "text": plain(shortened(button.label, _BUTTON)),
        "action_id": f"{SAYS}-{number}",
        "value": button.command,
    }
    return {**drawn, "style": "primary"} if button.main else drawn


def _way(label: str, action: str, value: str) -> list[Json]:
    words = plain(shortened(label, _BUTTON))
    button = {"type": "button", "text": words, "action_id": action, "value": value}
    whole = sections(label) if length(label) > _BUTTON else []
    return [*whole, {"type": "actions", "elements": [button]}]


def _fits(blocks: list[Json]) -> bool:
    return len(blocks) <= BLOCKS_OF_A_MESSAGE and size(blocks) <= SIZE_OF_A_MESSAGE
