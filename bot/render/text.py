"""Documents and forms as plain text: for a terminal, for paper, for the notification of a chat message."""

from collections.abc import Iterable

from bot.messages.document import (
    Bars,
    Blank,
    Block,
    Bullets,
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
from bot.messages.form import PRIVATE, Control, Field, Form
from planning_rules.text import clean

MARKS = {Tone.PLAIN: "", Tone.GOOD: "✓", Tone.WATCH: "!", Tone.URGENT: "‼"}
_WIDEST_LINE = 78
_IN_A_LIST = (Row, Meter, Pictured)


def document_text(document: Document) -> str:
    """The title and headings underlined, a blank line between topics and long rows. Buttons are left out."""
    parts = [_underlined(document.title, "=")]
    for block in document.blocks:
        lines = block_text(block)
        in_a_list = isinstance(block, _IN_A_LIST) and parts[-1].startswith("•") and lines.count("\n") < 2
        parts[-1:] = [f"{parts[-1]}\n{lines}"] if in_a_list else [parts[-1], lines]
    return _joined(parts)


def block_text(block: Block) -> str:
    """One block as lines; what somebody typed over several lines stays indented under its own mark."""
    match block:
        case Heading():
            return _underlined(block.text, "-")
        case Paragraph():
            return marked(block)
        case Bullets():
            return "\n".join(_bullet(item) for item in block.items)
        case Pictured():
            return _bullet(block.text)
        case Pairs():
            return "\n".join(f"{label}: {_indented(says)}" for label, says in block.items)
        case Quote():
            return f"  {_indented(quoted(block))}" + (f"\n  – {block.who}" if block.who else "")
        case Row():
            return _bullet(marked(block)) + (f"\n  {_indented(block.detail)}" if block.detail else "")
        case Meter():
            return _bullet(f"{marked(block)}: {block.says}")
        case SentenceLine():
            return "\n".join(_bullet(mark.says) for mark in block.marks)
        case HeatMap() | Bars():
            return "\n".join((block.title, *map(_bullet, block.in_words)))
        case Blank():
            return "\n".join(_blank(block))
        case Buttons() | Print() | Download():
            return ""


def marked(block: Paragraph | Row | Meter) -> str:
    """The block's first line behind its mark in words or, where it has none, behind the sign of its tone."""
    match block:
        case Paragraph(text=text):
            mark = MARKS[block.tone]
        case Row(title=text):
            mark = f"{block.mark.capitalize()} ·" if block.mark else MARKS[block.tone]
        case Meter(label=text):
            mark = MARKS[block.tone]
    return f"{mark} {text}".strip()


def quoted(quote: Quote) -> str:
    return f"“{quote.text}”"


def _blank(blank: Blank) -> list[str]:
    lines = [blank.asks, *([f"  ({_indented(blank.help)})"] if blank.help else [])]
    lines += ["  " + "_" * 40] * blank.lines
    return lines + [f"  [ ] {_indented(option)}" for option in blank.options]


def ticked(blank: Blank) -> list[str]:
    """The boxes of a paper, where nobody can write."""
    return [f"☐ {option}" for option in blank.options]


def form_text(form: Form) -> str:
    """Every question that is called for, with its choices and what stands in it."""
    parts = [_underlined(form.title, "="), PRIVATE if form.private else "", form.intro]
    section = ""
    for field in form.shown:
        if field.section != section:
            section = field.section
            parts.append(_underlined(section, "-"))
        parts.append("\n".join(_field(field)))
    return _joined(parts)


def _field(field: Field) -> list[str]:
    lines = [field.label]
    lines += [f"  ({_indented(field.help)})"] if field.help else []
    lines += [f"  {MARKS[Tone.WATCH]} {_indented(field.error)}"] if field.error else []
    if field.control in (Control.RADIO, Control.SELECT, Control.TICKS):
        chosen = field.value.split("\n")
        return lines + [
            f"  [{'x' if key in chosen else ' '}] {_indented(words)}" for key, words in field.options
        ]
    return [*lines, f"  {_indented(field.value) or '_' * 40}"]


def _joined(parts: Iterable[str]) -> str:
    """With a blank line between, and without what a terminal would take for a command."""
    return clean("\n\n".join(part for part in parts if part)) + "\n"


def _underlined(text: str, line: str) -> str:
    title = " ".join(text.split())
    return f"{title}\n{line * min(len(title), _WIDEST_LINE)}" if title else ""


def _bullet(text: str) -> str:
    return f"• {_indented(text)}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")
