"""The dates on a sheet: only those that the secure setting gave, and the next meeting."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Block, Bullets, Heading, Paragraph
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan


def important_dates(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """When the child leaves, when the sentence ends, and when the next meeting is."""
    dates = [*_leaving(plan), Order.end_date]
    found = [line for fact in dates if reader.may_read(fact) for line in lines(plan, fact, day)]
    meetings = [meeting.on for meeting in plan.meetings if not meeting.is_closed and meeting.on >= day]
    found += [_next_meeting(min(meetings), day)] if meetings else []
    if found or reader.may_read(Order.middle_date):
        yield Heading(Order.child_title, Order.icon)
        yield Bullets(tuple(found)) if found else Paragraph(_none(plan, day))


def _leaving(plan: Plan) -> list[Fact[Any]]:
    """One leaving date: the day itself, else the one that was granted, else the one that is due."""
    if plan.order.released_on.is_given:
        return [Order.released_on]
    if plan.order.granted_date.is_given:
        return [Order.granted_date]
    return [Order.middle_date, Order.early_date]


def _next_meeting(on: date, day: date) -> str:
    when = "today," if on == day else "on"
    return f"Your next meeting is {when} {in_full(on)}."


def _none(plan: Plan, day: date) -> str:
    ask = whom_to_ask(plan, day)
    if plan.order.kind.choice == "remand":
        return f"A court has not decided yet when you can leave. Ask {ask} about your dates."
    return f"We do not have your dates yet. Ask {ask}."
