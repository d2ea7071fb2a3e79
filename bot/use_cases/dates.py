"""Dates: custody's beside ours, what is due when, and the same as a calendar file."""

from uuid import uuid5

from bot.conversation.calls import Call
from bot.messages.calendar_lines import title
from bot.messages.case_dates import case_dates, nothing_to_fetch
from bot.render.ics import Entry, calendar_file
from bot.use_cases.handlers import Answered, said
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.calendar import Due, meeting_calendar, next_meeting
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
    due = _next(case) if which == NEXT else meeting_calendar(case.plan, case.day)
    if not due:
        return nothing_to_fetch(reference)
    turn.note("fetched-calendar", case.case, which)
    return calendar_file((_entry(case, one) for one in due), turn.now, case.case.version)


def _next(case: TheCase) -> tuple[Due, ...]:
    found = next_meeting(case.plan, case.day)
    return (found,) if found else ()


def _entry(case: TheCase, due: Due) -> Entry:
    """Under an id that stays the same for this case, and from which nothing can be read or guessed."""
    uid = uuid5(case.case.id, f"{due.event} {due.number}")
    return Entry(str(uid), due.on, f"{case.reference}: {title(due)}", is_booked=due.meeting is not None)
