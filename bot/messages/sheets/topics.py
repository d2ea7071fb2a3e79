"""The topics of a sheet that this reader could ever get anything of, each with what is known."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading
from bot.messages.sheets.first_week import (
    MY_FIRST_WEEK,
    first_week,
    no_week,
    unknown_on_the_day,
    unplanned_week,
)
from bot.messages.sheets.leaving import is_over, leaving_day, waits_for_a_new_day
from bot.messages.sheets.names import child_called
from bot.messages.sheets.not_done import in_short
from bot.messages.sheets.one_topic import topic
from bot.messages.sheets.readers import Reader
from bot.messages.sheets.rules import rules_after_release
from planning_rules.facts import STEPS
from planning_rules.facts.fact import Audience
from planning_rules.facts.order import Order
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.step import Step
from planning_rules.facts.temporary_release import TemporaryRelease
from planning_rules.plan import Plan

Topic = tuple[Heading, tuple[Block, ...]]
# A heading, what is known, and the same with what nobody was asked yet.
Told = tuple[Heading, tuple[Block, ...], tuple[Block, ...]]

_AFTER = "After I leave"
# How a title of the child's own reads to an adult at home.
_TO_FAMILY = {
    "What I want": "What {child} wants",
    "Help for me": "Help for {child}",
    "Where I will live": "Where {child} will live",
    "My health": "{child}'s health",
    "Before I leave": "Before {child} leaves",
    "My family": "{child}'s family",
    "The day I leave": "The day {child} leaves",
    "My first week": "{child}'s first week",
    _AFTER: "After {child} leaves",
    "What I think of this plan": "What {child} thinks of this plan",
}


def topics(plan: Plan, reader: Reader, day: date) -> Iterator[Topic]:
    """In the order in which they stand on the sheet. What is empty is among them."""
    for heading, _, found in _topics(plan, reader, day):
        yield heading, tuple(in_short(found, plan, reader, day))


def known_topics(plan: Plan, reader: Reader, day: date) -> Iterator[Topic]:
    """The same without what nobody was asked yet: that is no news."""
    yield from ((heading, known) for heading, known, _ in _topics(plan, reader, day))


def title_of(plan: Plan, reader: Reader, title: str) -> str:
    said = _TO_FAMILY.get(title, title) if reader.audience is Audience.FAMILY else title
    return reader.says(said, child=child_called(plan))


def _topics(plan: Plan, reader: Reader, day: date) -> Iterator[Told]:
    for step in _called_for(plan, reader, day):
        known = tuple(topic(plan, step, reader, day))
        if step is ReleaseDay:
            yield from _leaving(plan, reader, day, known)
        else:
            found = tuple(topic(plan, step, reader, day, unasked=True)) if known else ()
            yield Heading(title_of(plan, reader, step.child_title), step.icon), known, found


def _leaving(plan: Plan, reader: Reader, day: date, known: tuple[Block, ...]) -> Iterator[Told]:
    """The day itself, the first week and the rules; of the day only what is left of it once it is over."""
    if waits_for_a_new_day(plan):
        yield Heading(title_of(plan, reader, ReleaseDay.child_title), ReleaseDay.icon), (), ()
        return
    over, week = is_over(plan, reader, day), tuple(first_week(plan, reader, day))
    title, found = (_AFTER if over else ReleaseDay.child_title), known
    if not over:
        open_week = () if week else (*no_week(plan, reader, day), *unplanned_week(plan, reader, day))
        unknown = tuple(unknown_on_the_day(plan, reader, day))
        known = (*unknown, *known)
        found = (*unknown, *topic(plan, ReleaseDay, reader, day, unasked=True), *open_week)
    if found or not (over or week):
        yield Heading(title_of(plan, reader, title), ReleaseDay.icon), known, found
    if week:
        yield Heading(title_of(plan, reader, MY_FIRST_WEEK.text), MY_FIRST_WEEK.icon), week, week
    yield from rules_after_release(plan, reader, day)


def _called_for(plan: Plan, reader: Reader, day: date) -> Iterator[type[Step]]:
    leaves = leaving_day(plan, reader)
    over = leaves is not None and leaves <= day
    for step in STEPS:
        called_for = any(fact.is_called_for(plan) for fact in reader.facts(step))
        if step.child_title and called_for and step is not Order and not (over and step is TemporaryRelease):
            yield step
