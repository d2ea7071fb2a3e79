"""A copy of the plan for a parent, carer or relative whom it is safe to give one to.

What has to be understood at once is spoken to them; the topics stand in the words of the child's own copy.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages.document import Block, Document, Heading, Paragraph
from bot.messages.sheets.calling import who_to_call
from bot.messages.sheets.child import made_on, nothing_about
from bot.messages.sheets.important_dates import important_dates
from bot.messages.sheets.language import ENGLISH, Language
from bot.messages.sheets.names import child_called
from bot.messages.sheets.news import news
from bot.messages.sheets.pictures import laid_out
from bot.messages.sheets.promises import others_actions, own_actions
from bot.messages.sheets.readers import Reader, reader_for
from bot.messages.sheets.safe import safe_to_give
from bot.messages.sheets.something_wrong import something_wrong
from bot.messages.sheets.summary import summary
from bot.messages.sheets.topics import topics
from bot.messages.sheets.who_reads import who_can_read
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal

_WRITTEN_TO = "From here to “Who to call”, we speak to {child}. There “you” means {child}."


def adult_sheet(
    plan: Plan,
    adult: str,
    day: date,
    *,
    before: Plan | None = None,
    pictures: bool = False,
    language: Language = ENGLISH,
) -> Document | Refusal:
    """A copy for one adult, or why there is none. `before` is the plan as the meeting before this left it."""
    person = safe_to_give(plan, adult, day)
    if isinstance(person, Refusal):
        return person
    reader = reader_for(person, plan, language)
    to_adult = replace(reader, language=language.to_adults)
    title = to_adult.says("{child}'s plan: a copy for {name}", child=child_called(plan), name=person.name)
    blocks = (
        made_on(day, to_adult.language),
        *who_can_read(plan, to_adult, [], ()),
        *summary(plan, to_adult, day),
        *own_actions(plan, to_adult, day, to_adult.says("What you do, {name}", name=person.name)),
        *others_actions(plan, to_adult, day),
        *important_dates(plan, to_adult, day),
        *_to_the_child(plan, before, reader, to_adult, day),
        *who_to_call(plan, to_adult, day),
        *something_wrong(plan, to_adult, day),
    )
    return laid_out(title, blocks, pictures, language)


def _to_the_child(
    plan: Plan, before: Plan | None, reader: Reader, to_adult: Reader, day: date
) -> Iterator[Block]:
    """The topics, with what is new in them. `reader` is spoken to as the child is, `to_adult` as an adult."""
    child, found = child_called(plan), [*topics(plan, reader, day)]
    yield Heading(to_adult.says("{child}'s plan, part by part", child=child), "file-text")
    yield Paragraph(to_adult.says(_WRITTEN_TO, child=child))
    yield from news(plan, before, reader, day)
    for heading, told in found:
        yield from (heading, *told) if told else ()
    yield from nothing_about(plan, to_adult, day, [heading for heading, told in found if not told])
