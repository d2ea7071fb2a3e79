"""What a sheet begins with: what has changed since the meeting before, and what went well."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages.document import Block, Heading, Paragraph, Pictured, Row
from bot.messages.sheets.important_dates import important_dates
from bot.messages.sheets.lines import ideas
from bot.messages.sheets.names import helper, is_child
from bot.messages.sheets.pictures import ideas_of
from bot.messages.sheets.readers import Reader
from bot.messages.sheets.topics import known_topics, title_of
from planning_rules.facts import STEPS
from planning_rules.facts.child import Child
from planning_rules.facts.order import Order
from planning_rules.parts import Action, Progress
from planning_rules.plan import Plan

# Where more of a topic is new, it is only named: the topic itself stands further down.
MOST = 2


def news(plan: Plan, before: Plan | None, reader: Reader, day: date) -> Iterator[Block]:
    """`before` is the plan as the last meeting but this one left it, None where there was none."""
    if before is not None:
        yield from _changed(plan, before, reader, day)
    went_well = [*_went_well(plan, before, reader, day)]
    if went_well:
        yield from (Heading(reader.says("What went well"), "thumbs-up"), *went_well)


def _changed(plan: Plan, before: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """What stands on this reader's sheet and would not have stood on it then.

    Both are made for the same reader, day and people, so that nothing shows but what stands further down.
    """
    then = replace(before, people=plan.people, meetings=plan.meetings, first_name=plan.first_name)
    known = {idea for _, told in _told(then, reader, day) for idea in told}
    new = [(topic, [one for one in told if one not in known]) for topic, told in _told(plan, reader, day)]
    met = before.last_closed
    if any(some for _, some in new):
        yield Heading(reader.says("What has changed"), "sparkles")
        said = "This is new since we met on {day}." if met else "This is new."
        yield Paragraph(reader.says(said, day=met.on if met else day))
        yield from (_new(topic, some, reader) for topic, some in new if some)


def _new(topic: Heading, some: list[Pictured], reader: Reader) -> Pictured:
    """With the name of its topic, without which “Where it is” would tell nothing."""
    if len(some) > MOST:
        return Pictured(topic.icon, reader.says("There is a lot that is new in “{part}”.", part=topic.text))
    return Pictured(topic.icon, "\n".join((f"{topic.text}:", *(one.text for one in some))))


def _told(plan: Plan, reader: Reader, day: date) -> Iterator[tuple[Heading, list[Pictured]]]:
    """Our own sentences, by topic. What the child told us is no news to them."""
    the_child_says = [title_of(plan, reader, step.child_title) for step in STEPS if step.the_child_speaks]
    for heading, found in known_topics(plan, reader, day):
        if heading.text not in the_child_says:
            yield heading, [block for block in found if isinstance(block, Pictured)]
    dates = [block for block in important_dates(plan, reader, day) if not isinstance(block, Paragraph)]
    yield (
        Heading(reader.says(Order.child_title), Order.icon),
        [Pictured(Order.icon, says) for block in dates for says in ideas_of(block)],
    )


def _went_well(plan: Plan, before: Plan | None, reader: Reader, day: date) -> Iterator[Block]:
    if reader.may_read(Child.went_well):
        yield from ideas(plan, Child.went_well, day, reader.language)
    owed = {action.id for action in before.actions if action.is_owed} if before else set()
    for action in plan.actions:
        if action.id in owed and reader.may_read_action(action, plan):
            yield from _done(plan, action, reader, day)


def _done(plan: Plan, action: Action, reader: Reader, day: date) -> Iterator[Row]:
    owner = helper(plan, action.owner, day)
    if owner and action.progress in (Progress.DONE, Progress.CONFIRMED):
        said = "You did this." if is_child(owner) else "{who} did this."
        yield Row(reader.language.typed(action.what), reader.says(said, who=owner.name))
