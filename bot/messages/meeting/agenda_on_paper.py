"""The agenda on one side of A4: few words, a box to tick before each line, and what has no room counted."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from bot.messages.document import Block, Bullets, Document, Heading, Paragraph, Row
from bot.messages.meeting.agenda import PROMPTS, Agenda, Topic, title_of
from bot.messages.meeting.attending import called, in_short, in_words
from bot.messages.meeting.meeting import ahead
from bot.messages.meeting.steps import asked_to_speak
from bot.messages.promises.action_lines import action_row
from bot.messages.rulebook.gap_lines import gap_says
from planning_rules.dates import in_full
from planning_rules.text import counted

# What two columns hold at 9 points, and one line of them, in characters.
_ROOM = 120
_LINE = 50
_FOR_PEOPLE = 32
_FOR_PROMISES = 24
_LONGEST_GAP = 110


def agenda_on_paper(of: Agenda) -> Document:
    """The fewer promises there are, the more gaps are named. What there is no room for is counted."""
    around = (*_head(of), *_people(of), *_for_the_chair())
    promises = [action_row(of.plan, one, (), of.today) for one in of.promised]
    room = _ROOM - _lines(around)
    wanted = min(_lines(promises), _FOR_PROMISES)
    parts = next(some for some, is_last in _less_and_less(of) if is_last or _lines(some) + wanted <= room)
    more = f"more in /dto actions {of.plan.reference}."
    promised = _as_many(promises, room - _lines(parts), more) or [Paragraph("Nothing that can be told here.")]
    first = Heading("What was promised last time")
    blocks = (*_head(of), first, *promised, *parts, *_people(of), *_for_the_chair())
    return Document(title_of(of), blocks, one_side=True)


def _less_and_less(of: Agenda) -> Iterator[tuple[tuple[Block, ...], bool]]:
    """The topics with up to so many gaps each, in the end with none; and whether that is the end."""
    for most in (3, 2, 1, 0):
        blocks: list[Block] = []
        for heading, topics in of.parts:
            blocks += [heading, *(_topic(of, one, most) for one in topics)]
        yield (*blocks, Bullets(of.private_parts)), most == 0


def _topic(of: Agenda, topic: Topic, most: int) -> Row:
    shown = [_shortened(gap_says(gap, of.plan)) for gap in topic.gaps[:most]]
    left = len(topic.gaps) - len(shown)
    more = [f"{counted(left, 'more gap' if shown else 'gap')}."] if left else []
    urgent = "urgent" if any(gap.is_urgent for gap in topic.gaps) else ""
    return Row(topic.step.title, " ".join([asked_to_speak(topic.step), *shown, *more]), mark=urgent)


def _head(of: Agenda) -> tuple[Block, ...]:
    coming = (Paragraph(ahead(of.coming)),) if of.coming else ()
    return (Paragraph(f"{in_full(of.meeting.on)}."), *coming)


def _people(of: Agenda) -> tuple[Block, ...]:
    """Without the number on which family is rung: paper lies about."""
    rows = [
        Row(called(one), (in_words if one.is_professional else in_short)(of.replies, one.id))
        for one in of.invited
    ]
    more = f"more in /dto people {of.plan.reference}."
    return (Heading("Who is coming"), *_as_many(rows, _FOR_PEOPLE, more))


def _for_the_chair() -> tuple[Block, ...]:
    return (Heading("For the chair"), Bullets(PROMPTS))


def _as_many(rows: Sequence[Row], room: int, more: str) -> list[Block]:
    """The first of them, as many as there is room for, and how many more there are."""
    if _lines(rows) <= room:
        return [*rows]
    fit = max(number for number in range(len(rows)) if _lines(rows[:number]) < room or number == 0)
    return [*rows[:fit], Paragraph(f"{len(rows) - fit} {more}")]


def _lines(blocks: Iterable[Block]) -> int:
    """How many lines they take at most."""
    return sum(map(_lines_of, blocks))


def _lines_of(block: Block) -> int:
    match block:
        case Heading():
            return 2
        case Bullets():
            return sum(ceil(len(item) / _LINE) for item in block.items)
        case Row():
            return ceil(len(f"{block.mark} {block.title} {block.detail}") / _LINE)
        case Paragraph():
            return ceil(len(block.text) / _LINE)
    raise TypeError("The agenda has no such block on paper.")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_GAP else f"{text[: _LONGEST_GAP - 1].rstrip()}…"
