"""The child's sheet: what was agreed, in the order in which it matters to them."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Bullets, Document, Heading, Paragraph
from bot.messages.sheets.ending import important_dates, who_does_what, whom_to_call
from bot.messages.sheets.lines import lines, nothing_yet, quotes, whom_to_ask
from bot.messages.sheets.readers import CHILD, ROOM, Edition, Reader
from planning_rules.dates import in_full
from planning_rules.facts import STEPS
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.plan import Plan


def child_sheet(plan: Plan, day: date, edition: Edition = Edition.FULL) -> Document:
    """The plan for the child: whole, or as it may lie about in a shared room."""
    title = f"{plan.first_name}: my plan" if plan.first_name else "My plan"
    reader = CHILD if edition is Edition.FULL else ROOM
    made = Paragraph(f"This is your plan on {in_full(day)}.")
    ask = Paragraph(f"Is something wrong or not clear? Ask {whom_to_ask(plan)}.")
    return Document(title, (made, ask, *topics(plan, reader, day)))


def topics(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Everything below the opening of a sheet."""
    for step in STEPS:
        if step.child_title and step is not Order:
            yield from _topic(plan, step, reader)
    yield from who_does_what(plan, reader, day)
    yield from important_dates(plan, reader, day)
    yield from whom_to_call(plan, reader)


def _topic(plan: Plan, step: type[Step], reader: Reader) -> Iterator[Block]:
    """A heading and what is known, or that nothing is here; none where this reader could never get any."""
    if not (reader.sentences(step) or reader.quotes(step)):
        return
    said, found = quotes(plan, step, reader), lines(plan, step, reader)
    yield Heading(step.child_title, step.icon)
    yield from said
    if found:
        yield Bullets(found)
    elif not said:
        yield Paragraph(nothing_yet(plan))
