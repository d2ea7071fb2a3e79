"""Dates: custody's beside ours, what is due when, and the same as a calendar file."""

from datetime import date
from uuid import uuid5

from bot.conversation.calls import Call
from bot.messages.dates.calendar_lines import held_by, title
from bot.messages.dates.case_dates import case_dates, nothing_to_fetch
from bot.render.ics import Entry, calendar_file
from bot.use_cases.handlers import Answered, said
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.calendar import Due, meeting_calendar
from planning_rules.facts.order import Order
from planning_rules.next_meetings import lapsed_meeting, next_meeting
from planning_rules.refusal import Refusal

NEXT = "next"


@said("dates")
def show_dates(case: TheCase, call: Call) -> Answered:
    """The dates of a case with their working, its calendar, and the sentence as a line."""
    return case_dates(case.plan, case.day)


def fetch_calendar(turn: Turn, reference: str, which: str) -> str | Refusal:
    """The case's calendar as a file, or with "next" its next meeting. That somebody fetched it is kept."""
    case = the_case(turn, reference)
    if isinstance(case, Refusal):
        return case
    entries = _next(case) if which == NEXT else _every(case)
    if not entries:
        return nothing_to_fetch(reference, lapsed_meeting(case.plan, case.day) if which == NEXT else None)
    turn.note("fetched-calendar", case.case, NEXT if which == NEXT else "")
    return calendar_file(entries, turn.now, case.case.version)


def _next(case: TheCase) -> list[Entry]:
    found = next_meeting(case.plan, case.day)
    return [_due(case, found)] if found else []


def _every(case: TheCase) -> list[Entry]:
    """What is due, with the first and the last day that custody gave for the order."""
    due = [_due(case, due) for due in meeting_calendar(case.plan, case.day)]
    days = ((fact, case.plan.answer_to(fact).value) for fact in (Order.early_date, Order.end_date))
    dates = [_entry(case, fact.key, on, fact.label.lower(), is_booked=False) for fact, on in days if on]
    return sorted([*due, *dates], key=lambda entry: entry.on)


def _due(case: TheCase, due: Due) -> Entry:
    is_booked, on = due.meeting is not None, held_by(due, case.plan)
    return _entry(case, f"{due.event} {due.number}", on, title(due), is_booked)


def _entry(case: TheCase, name: str, on: date, called: str, is_booked: bool) -> Entry:
    """Under an id that stays the same for this case, and from which nothing can be read or guessed."""
    return Entry(str(uuid5(case.case.id, name)), on, f"{case.reference}: {called}", is_booked)
