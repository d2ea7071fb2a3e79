"""The dates of a case: custody's beside ours with the working, what moved them, and what is due when."""

from collections.abc import Iterator
from typing import Any

from bot.messages.calendar_lines import due_row
from bot.messages.document import (
    Block,
    Button,
    Buttons,
    Document,
    Download,
    Heading,
    Pairs,
    Paragraph,
    Row,
    Tone,
)
from bot.messages.reading import answer_in_words, whose_word
from bot.messages.sentence_line import sentence_line
from bot.messages.worked_dates import working_rows
from planning_rules.calendar import meeting_calendar
from planning_rules.dates import in_full
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.release_dates import GIVEN_BY_CUSTODY, Compared, compared, worked_out
from planning_rules.rulebook import Day
from planning_rules.sentence import Worked

# What the working starts from, and what moved the dates since.
_ORDER = (
    Order.sentenced_on,
    Order.term_months,
    Order.credit_days,
    Order.other_sentences,
    Order.at_large_days,
    Order.granted_date,
    Order.released_on,
    Order.recalled_on,
    Order.moved_on,
    Order.moved_to,
)
_NEEDED = "To check custody's dates we need the kind of order, the day of sentence and the length."


def case_dates(plan: Plan, day: Day) -> Document:
    """Everything that the case knows of its dates, and who said it when."""
    worked = worked_out(plan)
    blocks: tuple[Block, ...] = (
        *_release_dates(plan, worked),
        *_pairs("The order, and what moved its dates", plan, [plan.answer_to(fact) for fact in _ORDER]),
        *_picture(plan, day),
        *_calendar(plan, day),
        *_working(worked),
        _ways(plan.reference),
    )
    return Document(f"Dates of {plan.reference}", blocks)


def nothing_to_fetch(reference: str) -> Refusal:
    """Said where no meeting is booked or due."""
    return Refusal(f"Nothing is due in {reference} yet. Enter its dates first: /dto change {reference} order")


def _release_dates(plan: Plan, worked: Worked | Refusal | None) -> Iterator[Block]:
    if isinstance(worked, Worked):
        both = list(compared(plan, worked))
        yield _in_one_line(both)
        yield from (_row(plan, one) for one in both if one.given.is_asked or one.ours)
        return
    yield Paragraph(worked.sentence if worked else _NEEDED, Tone.WATCH)
    yield from _pairs("Dates that custody gave", plan, [plan.answer_to(fact) for fact in GIVEN_BY_CUSTODY])


def _in_one_line(both: list[Compared]) -> Paragraph:
    if any(one.differs for one in both):
        return Paragraph(
            "Custody gave a date that is not the one that follows from the order. Ring custody.", Tone.URGENT
        )
    if any(one.given.is_given for one in both):
        return Paragraph("The dates that custody gave follow from the order.", Tone.GOOD)
    return Paragraph(
        "Custody's dates are not recorded. Ask custody: those below only check them.", Tone.WATCH
    )


def _row(plan: Plan, one: Compared) -> Row:
    tone, mark = (Tone.URGENT, "differs") if one.differs else (Tone.GOOD, "agrees")
    if not one.given.is_given:
        tone, mark = Tone.PLAIN, ""
    ours = in_full(one.ours) if one.ours else "there is none"
    given = _said(plan, one.given) if one.given.is_asked else "not recorded"
    return Row(one.fact.label, f"Custody: {given}\nFrom the order: {ours}", tone, mark)


def _pairs(heading: str, plan: Plan, answers: list[Answer[Any]]) -> Iterator[Block]:
    said = [(fact_of(answer.fact).label, _said(plan, answer)) for answer in answers if answer.is_asked]
    if said:
        yield Heading(heading)
        yield Pairs(tuple(said))


def _said(plan: Plan, answer: Answer[Any]) -> str:
    """The answer, whose word it is, and of which day."""
    on = f"on {in_full(answer.on)}" if answer.on else ""
    whose = " ".join(part for part in (whose_word(answer, plan), on) if part)
    words = answer_in_words(answer, plan)
    return f"{words} ({whose})" if whose else words


def _picture(plan: Plan, day: Day) -> Iterator[Block]:
    drawn = sentence_line(plan, day)
    if drawn:
        yield Heading(drawn[0].title, "calendar")
        yield from drawn


def _calendar(plan: Plan, day: Day) -> Iterator[Block]:
    calendar = meeting_calendar(plan, day)
    if calendar:
        yield Heading("What is due when", "calendar")
        yield from (due_row(due, plan, day) for due in calendar)
        yield Download("Next meeting as a calendar file", plan.reference, "next")
        yield Download("All of these as a calendar file", plan.reference)


def _working(worked: Worked | Refusal | None) -> Iterator[Block]:
    if isinstance(worked, Worked):
        yield Heading("The working")
        yield from working_rows(worked)
        yield from (Paragraph(warning, Tone.WATCH) for warning in worked.warnings)


def _ways(reference: str) -> Buttons:
    return Buttons(
        (
            Button("Change the dates", f"change {reference} order", main=True),
            Button("Gaps", f"gaps {reference}"),
            Button("The case", f"case {reference}"),
        )
    )
