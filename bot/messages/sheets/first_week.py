"""The first week after release, day by day: who, where, when and how to get there (rule TIM11)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.messages.document import Block, Heading, Paragraph, Pictured
from bot.messages.sheets.held_back import leaving_day_is_held_back
from bot.messages.sheets.lines import ideas
from bot.messages.sheets.pictures import picture_of
from bot.messages.sheets.readers import Reader
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan

MY_FIRST_WEEK = Heading("My first week", "calendar")

_WEEK = timedelta(days=7)
_ON_THE_DAY: tuple[Fact[str], ...] = (ReleaseDay.seen_by, ReleaseDay.way_home, Home.address)
# What is said of a day, and the fact that tells where or with whom.
_DATED: dict[Fact[date], tuple[str, Fact[str]]] = {
    Education.starts_on: ("You are due to start school, college, training or work.", Education.place),
    Health.mental_health_on: ("You have a visit about how you feel.", Health.mental_health_with),
    Health.substance_on: ("You see your health worker.", Health.substance_with),
    Health.physical_on: ("You have a health visit.", Health.physical_with),
}


def first_week(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """A day, and what happens on it; without days while this reader is not told when the child leaves."""
    leaves = _leaving_day(plan, reader)
    if leaves is not None and leaves + _WEEK <= day:
        return
    if reader.may_read(ReleaseDay.first_week):
        yield from ideas(plan, ReleaseDay.first_week, day, reader.language)
    if leaves is None:
        yield from _on_the_day(plan, reader, day)
    else:
        for on, told in sorted(_by_day(plan, reader, day, leaves).items()):
            if on >= day and told:
                yield Paragraph(reader.says("{day}:", day=on))
                yield from told


def _by_day(plan: Plan, reader: Reader, day: date, leaves: date) -> dict[date, list[Pictured]]:
    told = {leaves: list(_on_the_day(plan, reader, day))}
    for fact, (says, where) in _DATED.items():
        on = plan.answer_to(fact).value
        if on is not None and leaves <= on < leaves + _WEEK and reader.may_read(fact):
            there = ideas(plan, where, day, reader.language) if reader.may_read(where) else ()
            told.setdefault(on, []).extend((Pictured(picture_of(where), reader.says(says)), *there))
    return told


def _on_the_day(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    for fact in _ON_THE_DAY:
        if reader.may_read(fact) and (fact.step is ReleaseDay or plan.answer_to(fact).is_given):
            yield from ideas(plan, fact, day, reader.language)


def _leaving_day(plan: Plan, reader: Reader) -> date | None:
    """The day on which the child left or is due to leave, where this reader is told of it."""
    facts = (Order.released_on, Order.granted_date, Order.middle_date)
    dated = next((fact for fact in facts if plan.answer_to(fact).is_given), None)
    if dated is None or not reader.may_read(dated) or leaving_day_is_held_back(plan):
        return None
    return plan.answer_to(dated).value
