"""The dates on a sheet: only those that the secure setting gave, and the next meeting."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.dates.sentence_line import TODAY, Dated, line_of
from bot.messages.document import Block, Bullets, Heading, Mark, Paragraph, SentenceLine
from bot.messages.sheets import date_words as say
from bot.messages.sheets.held_back import leaving_day_is_held_back
from bot.messages.sheets.leaving import leaving_dates, waits_for_a_new_day
from bot.messages.sheets.names import next_meeting_of
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan

# To the child, and to family.
_CAPTION = {
    False: "The thick line ends on the day you leave (number {number}).",
    True: "The thick line ends on the leaving day (number {number}).",
}


def important_dates(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """When the child leaves, the sentence ends and the next meeting is: along a line, or listed.

    While custody's dates are not those that follow from the order, none of them is told as a fact.
    """
    dates = [
        fact for fact in (Order.recalled_on, *leaving_dates(plan), Order.end_date) if reader.may_read(fact)
    ]
    in_doubt = bool(dates) and leaving_day_is_held_back(plan)
    found = [] if in_doubt else _dated(plan, dates, reader, day)
    found += _next_meeting(plan, reader, day)
    unsaid = [say.being_checked(plan, reader, day)] if in_doubt else []
    unsaid += [say.no_dates(plan, reader, day)] if waits_for_a_new_day(plan) and dates else []
    unsaid += [say.to_be_told(plan, reader)] if _missed_its_day(plan, day) else []
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
    to_whom = say.is_told_of_the_child(reader)
    caption = reader.says(_CAPTION[to_whom], number="{number}")
    return line_of(say.line_title(plan, reader), [*began, *found], now, day, plan, caption)


def _dated(plan: Plan, facts: Sequence[Fact[date]], reader: Reader, day: date) -> list[Dated]:
    """What is read of each date, with the day itself."""
    answers = ((fact, plan.answer_to(fact).value) for fact in facts)
    return [(on, says) for fact, on in answers if on and (says := say.of_date(plan, fact, on, reader, day))]


def _next_meeting(plan: Plan, reader: Reader, day: date) -> list[Dated]:
    on = next_meeting_of(plan, day)
    return [(on, say.next_meeting(on, reader, day))] if on else []


def _missed_its_day(plan: Plan, day: date) -> bool:
    """A meeting was booked, its day has passed, and nobody knows of another."""
    booked = [meeting for meeting in plan.meetings if not meeting.is_held]
    return bool(booked) and all(meeting.on < day for meeting in booked)
