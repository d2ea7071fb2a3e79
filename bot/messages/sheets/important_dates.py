"""The dates on a sheet: only those that the secure setting gave, and the next meeting."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Bullets, Heading, Paragraph
from bot.messages.sentence_line import Dated, line_of
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan

_TITLE = "Your sentence as a line"
_CAPTION = "The thick part is the time before you leave."


def important_dates(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """When the child leaves, the sentence ends and the next meeting is: along a line, or listed."""
    dates = [*_leaving(plan), Order.end_date]
    found = [one for fact in dates if reader.may_read(fact) for one in _dated(plan, fact, day)]
    meetings = [meeting.on for meeting in plan.meetings if not meeting.is_closed and meeting.on >= day]
    found += [(min(meetings), _next_meeting(min(meetings), day))] if meetings else []
    if not found and not reader.may_read(Order.middle_date):
        return
    yield Heading(Order.child_title, Order.icon)
    began = _dated(plan, Order.sentenced_on, day) if reader.may_read(Order.sentenced_on) else []
    drawn = line_of(_TITLE, [*began, *found], f"Today is {in_full(day)}.", day, plan, _CAPTION)
    yield from drawn or [_listed(found) if found else Paragraph(_none(plan, day))]


def _dated(plan: Plan, fact: Fact[date], day: date) -> list[Dated]:
    """What the child reads of a date, with the day itself."""
    on = plan.answer_to(fact).value
    return [(on, says) for says in lines(plan, fact, day)] if on else []


def _listed(found: list[Dated]) -> Bullets:
    return Bullets(tuple(says for _, says in found))


def _leaving(plan: Plan) -> list[Fact[date]]:
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
