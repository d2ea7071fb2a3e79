"""The child's sheet: what was agreed, in the order in which it matters to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.messages.document import Block, Document, Heading, Paragraph, Pictured
from bot.messages.sheets.calling import who_to_call
from bot.messages.sheets.important_dates import important_dates
from bot.messages.sheets.language import ENGLISH, Language
from bot.messages.sheets.names import whom_to_ask
from bot.messages.sheets.news import news
from bot.messages.sheets.pictures import laid_out
from bot.messages.sheets.promises import others_actions, own_or_none
from bot.messages.sheets.readers import READER_OF, Edition, Reader
from bot.messages.sheets.safe import safe_copies
from bot.messages.sheets.something_wrong import something_wrong
from bot.messages.sheets.summary import summary
from bot.messages.sheets.topics import topics
from bot.messages.sheets.who_reads import who_can_read
from planning_rules.facts.fact import Audience
from planning_rules.plan import Plan

_NOTHING_HERE = "Nothing is written here about these things. Ask {ask}."
_LEFT_OUT = "These things are not on this copy. Ask {ask}."


def child_sheet(
    plan: Plan,
    day: date,
    edition: Edition = Edition.FULL,
    *,
    before: Plan | None = None,
    pictures: bool = False,
    language: Language = ENGLISH,
) -> Document:
    """The plan for the child: whole, or without what those who see this edition may not read.

    `before` is the plan as the meeting before this one left it.
    """
    named = plan.first_name and edition is not Edition.ROOM
    title = language.says("{name}: my plan" if named else "My plan", name=plan.first_name)
    reader = replace(READER_OF[edition], language=language)
    below = (*summary(plan, reader, day), *news(plan, before, reader, day), *_body(plan, reader, day))
    who = who_can_read(plan, reader, safe_copies(plan, day), below)
    return laid_out(title, (made_on(day, language), *who, *below), pictures, language)


def _body(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Everything below the opening and the news. What is empty is named once, near the end."""
    empty = []
    for heading, found in topics(plan, reader, day):
        if found:
            yield from (heading, *found)
        else:
            empty.append(heading)
    if reader.is_child:
        yield from own_or_none(plan, reader, day)
    yield from others_actions(plan, reader, day)
    yield from important_dates(plan, reader, day)
    yield from nothing_about(plan, reader, day, empty)
    yield from who_to_call(plan, reader, day)
    yield from something_wrong(plan, reader, day)


def nothing_about(plan: Plan, reader: Reader, day: date, empty: Sequence[Heading]) -> Iterator[Block]:
    """Topics with nothing in them. On a copy from which things are left out, they may well be written.

    In a shared room their names would say too much.
    """
    if not empty or reader.audience is Audience.ROOM:
        return
    title, says = (
        ("Not written here yet", _NOTHING_HERE) if reader.private else ("Not on this copy", _LEFT_OUT)
    )
    yield Heading(reader.says(title))
    yield Paragraph(reader.says(says, ask=whom_to_ask(plan, day)))
    yield from (Pictured(heading.icon, heading.text) for heading in empty)


def made_on(day: date, language: Language = ENGLISH) -> Paragraph:
    return Paragraph(language.says("We made this copy on {day}.", day=day))
