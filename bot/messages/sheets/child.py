"""The child's sheet: what was agreed, in the order in which it matters to them."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Bullets, Document, Heading, Paragraph
from bot.messages.sheets.calling import who_to_call
from bot.messages.sheets.important_dates import important_dates
from bot.messages.sheets.lines import topic
from bot.messages.sheets.names import whom_to_ask, workers
from bot.messages.sheets.promises import others_actions, own_actions
from bot.messages.sheets.readers import READER_OF, Edition, Reader
from planning_rules.dates import in_full
from planning_rules.facts import STEPS
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.facts.temporary_release import TemporaryRelease
from planning_rules.parts import Role
from planning_rules.plan import Plan


def child_sheet(plan: Plan, day: date, edition: Edition = Edition.FULL) -> Document:
    """The plan for the child: whole, or without what those who see this edition may not read."""
    named = plan.first_name and edition is not Edition.ROOM
    title = f"{plan.first_name}: my plan" if named else "My plan"
    reader = READER_OF[edition]
    return Document(title, (*_opening(plan, reader, day), *body(plan, reader, day)))


def body(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Everything below the opening of a sheet. What is empty is named once, near the end."""
    empty = []
    for step in _topics(plan, reader, day):
        found = tuple(topic(plan, step, reader, day))
        if found:
            yield from (Heading(step.child_title, step.icon), *found)
        else:
            empty.append(step.child_title)
    if reader.is_child:
        yield from own_actions(plan, reader, day, "What I will do")
    yield from others_actions(plan, reader, day)
    yield from important_dates(plan, reader, day)
    if empty:
        yield Heading("Not written here yet")
        yield Paragraph(f"Nothing is written here about these things. Ask {whom_to_ask(plan, day)}.")
        yield Bullets(tuple(empty))
    yield from who_to_call(plan, reader, day)


def made_on(day: date) -> Paragraph:
    return Paragraph(f"We made this copy on {in_full(day)}.")


def _opening(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    if reader.is_child:
        yield Paragraph("This copy is for you. It has private things in it. Keep it safe.")
    yield made_on(day)
    advocates = [person.name for person in workers(plan, day) if person.role is Role.ADVOCATE]
    yield Paragraph(f"Is something wrong or not clear? Ask {whom_to_ask(plan, day)}.")
    if advocates:
        yield Paragraph(f"You can also ask {advocates[0]}, who speaks up for you.")


def _topics(plan: Plan, reader: Reader, day: date) -> Iterator[type[Step]]:
    """Those of which this reader could ever get anything, and that the plan still calls for."""
    left = plan.order.released_on.value
    over = left is not None and left <= day
    for step in STEPS:
        called_for = any(fact.is_called_for(plan) for fact in reader.facts(step))
        if step.child_title and called_for and step is not Order and not (over and step is TemporaryRelease):
            yield step
