"""The topics of a sheet that this reader could ever get anything of, each with what is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages.document import Block, Heading
from bot.messages.sheets.first_week import MY_FIRST_WEEK, first_week
from bot.messages.sheets.lines import topic
from bot.messages.sheets.readers import Reader
from planning_rules.facts import STEPS
from planning_rules.facts.order import Order
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.step import Step
from planning_rules.facts.temporary_release import TemporaryRelease
from planning_rules.plan import Plan


def topics(plan: Plan, reader: Reader, day: date) -> Iterator[tuple[Heading, tuple[Block, ...]]]:
    """In the order in which they stand on the sheet. What is empty is among them."""
    for step in _called_for(plan, reader, day):
        found = tuple(topic(plan, step, reader, day))
        week = tuple(first_week(plan, reader, day)) if step is ReleaseDay else ()
        if found or not week:
            yield Heading(reader.says(step.child_title), step.icon), found
        if week:
            yield replace(MY_FIRST_WEEK, text=reader.says(MY_FIRST_WEEK.text)), week


def _called_for(plan: Plan, reader: Reader, day: date) -> Iterator[type[Step]]:
    left = plan.order.released_on.value
    over = left is not None and left <= day
    for step in STEPS:
        called_for = any(fact.is_called_for(plan) for fact in reader.facts(step))
        if step.child_title and called_for and step is not Order and not (over and step is TemporaryRelease):
            yield step
