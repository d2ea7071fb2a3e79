"""The child's sheet: what was agreed, in the order in which it matters to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages.document import Block, Document, Heading, Paragraph, Pictured
from bot.messages.sheets.calling import who_to_call
from bot.messages.sheets.important_dates import important_dates
from bot.messages.sheets.language import ENGLISH, Language
from bot.messages.sheets.names import whom_to_ask
from bot.messages.sheets.news import news
from bot.messages.sheets.pictures import laid_out
from bot.messages.sheets.promises import others_actions, own_actions
from bot.messages.sheets.readers import READER_OF, Edition, Reader
from bot.messages.sheets.something_wrong import something_wrong
from bot.messages.sheets.topics import topics
from planning_rules.plan import Plan

_NOTHING_HERE = "Nothing is written here about these things. Ask {ask}."


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
    opening, new = _opening(reader, day), news(plan, before, reader, day)
    return laid_out(title, (*opening, *new, *body(plan, reader, day)), pictures, language)


def body(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Everything below the opening and the news of a sheet. What is empty is named once, near the end."""
    empty = []
    for heading, found in topics(plan, reader, day):
        if found:
            yield from (heading, *found)
        else:
            empty.append(Pictured(heading.icon, heading.text))
    if reader.is_child:
        yield from own_actions(plan, reader, day, reader.says("What I will do"))
    yield from others_actions(plan, reader, day)
    yield from important_dates(plan, reader, day)
    if empty:
        yield Heading(reader.says("Not written here yet"))
        yield Paragraph(reader.says(_NOTHING_HERE, ask=whom_to_ask(plan, day)))
        yield from empty
    yield from who_to_call(plan, reader, day)
    yield from something_wrong(plan, reader, day)


def made_on(day: date, language: Language = ENGLISH) -> Paragraph:
    return Paragraph(language.says("We made this copy on {day}.", day=day))


def _opening(reader: Reader, day: date) -> Iterator[Block]:
    if reader.is_child:
        yield Paragraph(reader.says("This copy is for you. It has private things in it. Keep it safe."))
    yield made_on(day, reader.language)
