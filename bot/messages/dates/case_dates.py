"""The dates of a case: custody's beside ours with the working, what moved them, and what is due when."""

from collections.abc import Iterator
from typing import Any

from bot.messages.dates.calendar_lines import due_row
from bot.messages.dates.sentence_line import sentence_line
from bot.messages.dates.worked_dates import SHORT_FORMS, working_rows
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
from planning_rules.calendar import Due, meeting_calendar
from planning_rules.dates import in_full
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.release_dates import GIVEN_BY_CUSTODY, Compared, compared, worked_out
from planning_rules.rulebook import Day
from planning_rules.sentence import Worked
from planning_rules.text import counted

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
_ON_REMAND = "There is no sentence yet, so there are no dates to work out."
_NO_LENGTH = "The length is recorded as 0 months, so there is nothing to work out. Ask custody for it."
_NEEDED = "To check custody's dates we need the kind of order, the day of sentence and the length."


def case_dates(plan: Plan, day: Day) -> Document:
    """Everything that the case knows of its dates, and who said it when."""
    worked = worked_out(plan)
    blocks: tuple[Block, ...] = (
        *_in_short(plan, worked),
        *_picture(plan, day),
        *_release_dates(plan, worked),
        *_pairs("The order, and what moved its dates", plan, [plan.answer_to(fact) for fact in _ORDER]),
        *_calendar(plan, day),
        *_working(worked),
        _ways(plan.reference),
    )
    return Document(f"Dates of {plan.reference}", blocks)


def nothing_to_fetch(reference: str, lapsed: Due | None = None) -> Refusal:
    """Said where no meeting is booked or due, or the day of the one that was booked has passed."""
    if lapsed:
        return Refusal(
            f"There is no next meeting. One was booked for {in_full(lapsed.on)}: was it held? "
            f"To hold it now, type /dto meet {reference}"
        )
    return Refusal(f"Nothing is due in {reference} yet. Enter its dates first: /dto change {reference} order")


def _in_short(plan: Plan, worked: Worked | Refusal | None) -> Iterator[Block]:
    """How custody's dates stand to ours, in a line, and what is doubtful."""
    if isinstance(worked, Worked):
        yield _in_one_line(list(compared(plan, worked)), worked)
        yield from (Paragraph(warning, Tone.WATCH) for warning in worked.warnings)
    elif plan.order.kind.choice == "remand":
        yield Paragraph(_ON_REMAND)
    else:
        yield Paragraph(worked.sentence if worked else _needed(plan), Tone.WATCH)


def _release_dates(plan: Plan, worked: Worked | Refusal | None) -> Iterator[Block]:
    if isinstance(worked, Worked):
        yield Heading("Custody's dates beside ours")
        both = compared(plan, worked)
        yield from (_row(plan, one, worked) for one in both if one.given.is_asked or one.ours)
        return
    yield from _pairs("Dates that custody gave", plan, [plan.answer_to(fact) for fact in GIVEN_BY_CUSTODY])


def _needed(plan: Plan) -> str:
    """Why an order that may be worked out is not."""
    return _NO_LENGTH if plan.order.term_months.value == 0 else _NEEDED


def _in_one_line(both: list[Compared], worked: Worked) -> Paragraph:
    if any(one.differs for one in both):
        return Paragraph(
            "Custody gave a date that is not the one that follows from the order. Ring custody.", Tone.URGENT
        )
    if worked.assumed_credit:
        only_if = f"These dates fit only if {_counts(worked.assumed_credit)} already."
        return Paragraph(f"{only_if} Nobody has said so. Ask custody.", Tone.WATCH)
    if any(one.given.is_given for one in both):
        return Paragraph("The dates that custody gave follow from the order.", Tone.GOOD)
    return Paragraph(
        "Custody's dates are not recorded. Ask custody: those below only check them.", Tone.WATCH
    )


def _counts(days: int) -> str:
    """ "20 days count"."""
    return f"{counted(days, 'day')} {'counts' if days == 1 else 'count'}"


def _row(plan: Plan, one: Compared, worked: Worked) -> Row:
    tone, mark = _mark(one, worked)
    ours = in_full(one.ours) if one.ours else "there is none"
    given = _said(plan, one.given) if one.given.is_asked else "not recorded"
    return Row(one.fact.label, f"Custody: {given}\nFrom the order: {ours}", tone, mark)


def _mark(one: Compared, worked: Worked) -> tuple[Tone, str]:
    if not one.given.is_given:
        return Tone.PLAIN, ""
    if one.differs:
        return Tone.URGENT, "differs"
    if worked.assumed_credit:
        return Tone.WATCH, f"fits if {_counts(worked.assumed_credit)}"
    return Tone.GOOD, "agrees"


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
        yield Paragraph(SHORT_FORMS)
        yield from working_rows(worked)


def _ways(reference: str) -> Buttons:
    return Buttons(
        (
            Button("Change the dates", f"change {reference} order", main=True),
            Button("Gaps", f"gaps {reference}"),
            Button("The case", f"case {reference}"),
        )
    )
