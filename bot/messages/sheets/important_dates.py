"""The dates on a sheet: only those that the secure setting gave, and the next meeting."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.document import Block, Bullets, Heading, Mark, Paragraph, SentenceLine
from bot.messages.sentence_line import TODAY, Dated, line_of
from bot.messages.sheets import date_words as say
from bot.messages.sheets.held_back import leaving_day_is_held_back
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan

_CAPTION = "The thick line is the time before number {number}."


def important_dates(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """When the child leaves, the sentence ends and the next meeting is: along a line, or listed.

    While custody's dates are not those that follow from the order, none of them is told as a fact.
    """
    dates = [fact for fact in (*_leaving(plan), Order.end_date) if reader.may_read(fact)]
    in_doubt = bool(dates) and leaving_day_is_held_back(plan)
    found = [] if in_doubt else _dated(plan, dates, reader, day)
    found += _next_meeting(plan, reader, day)
    unsaid = [say.being_checked(plan, reader, day)] if in_doubt else []
    unsaid += [reader.says(say.TO_BE_TOLD)] if _missed_its_day(plan, day) else []
    if not (dates or found or unsaid):
        return
    yield Heading(reader.says(Order.child_title), Order.icon)
    drawn = () if in_doubt else _line(plan, found, reader, day)
    listed = [*unsaid, *([] if drawn else (says for _, says in found))]
    yield from drawn
    if listed or not drawn:
        yield Bullets(tuple(listed)) if listed else Paragraph(say.no_dates(plan, reader, day))


def _line(plan: Plan, found: Sequence[Dated], reader: Reader, day: date) -> tuple[SentenceLine, ...]:
    began = _dated(plan, [Order.sentenced_on], reader, day) if reader.may_read(Order.sentenced_on) else []
    now = Mark(0, reader.says("Today is {day}.", day=day), reader.says(TODAY))
    caption = reader.says(_CAPTION, number="{number}")
    return line_of(say.line_title(plan, reader), [*began, *found], now, day, plan, caption)


def _dated(plan: Plan, facts: Sequence[Fact[date]], reader: Reader, day: date) -> list[Dated]:
    """What is read of each date, with the day itself."""
    answers = ((fact, plan.answer_to(fact).value) for fact in facts)
    return [(on, says) for fact, on in answers if on and (says := say.of_date(plan, fact, on, reader, day))]


def _leaving(plan: Plan) -> list[Fact[date]]:
    """One leaving date: the day itself, else the one that was granted, else the one that is due."""
    if plan.order.released_on.is_given:
        return [Order.released_on]
    if plan.order.granted_date.is_given:
        return [Order.granted_date]
    return [Order.early_date, Order.middle_date]


def _next_meeting(plan: Plan, reader: Reader, day: date) -> list[Dated]:
    ahead = [meeting.on for meeting in plan.meetings if not meeting.is_closed and meeting.on >= day]
    return [(min(ahead), say.next_meeting(min(ahead), reader, day))] if ahead else []


def _missed_its_day(plan: Plan, day: date) -> bool:
    """A meeting was booked, its day has passed, and nobody knows of another."""
    booked = [meeting for meeting in plan.meetings if not meeting.is_held]
    return bool(booked) and all(meeting.on < day for meeting in booked)
