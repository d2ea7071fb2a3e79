"""The meeting calendar in words: a line for each thing that is due, and its title in a calendar file."""

from datetime import date

from bot.messages.document import Row, Tone
from planning_rules.calendar import MEETINGS, Due, Event
from planning_rules.dates import in_full
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.sources import DOCUMENTS, Source
from planning_rules.working_days import is_bank_holiday, is_working_day, working_day_by

NAMES = {
    Event.FIRST: "First meeting",
    Event.REVIEW: "Review",
    Event.LAST: "Last meeting before release",
    Event.RELEASE: "Release",
    Event.AFTER: "Meeting after release",
    Event.EARLY_LOOK_BACK: "A manager looks back on how it went",
    Event.LATE_LOOK_BACK: "A manager looks back once more",
}


def due_row(due: Due, plan: Plan, day: Day) -> Row:
    """What is due, on which day, why, and where that comes from."""
    tone, mark = _mark(due, day.today)
    source = f"Source: {_cited(due.source)}."
    details = (due.why, _by(due), _which_day(due, plan), _working_day(due, plan), _earlier(due), source)
    return Row(f"{NAMES[due.event]}: {in_full(due.on)}", " ".join(filter(None, details)), tone, mark)


def _cited(source: Source) -> str:
    """Without the share of cases that met it, which says nothing of a day."""
    return source.cited if source.share is None else f"{DOCUMENTS[source.document]}: {source.what}"


def _mark(due: Due, today: date) -> tuple[Tone, str]:
    if due.has_lapsed(today):
        return Tone.WATCH, "was it held?"
    if due.is_booked_late:
        return Tone.WATCH, "booked late"
    return (Tone.WATCH, "late") if due.is_late(today) else (Tone.PLAIN, _state(due))


def title(due: Due) -> str:
    """ "review, booked". It may stand where others see it: no name and no place."""
    name, state = NAMES[due.event], _state(due)
    return f"{name[0].lower()}{name[1:]}" + (f", {state}" if state else "")


def _state(due: Due) -> str:
    """ "held", "booked" or "due"; nothing of what is no meeting."""
    if due.event not in MEETINGS:
        return ""
    return "due" if due.meeting is None else "held" if due.is_held else "booked"


def _by(due: Due) -> str:
    """The last day, where the meeting is on another one."""
    return f"In time by {in_full(due.by)}." if due.on != due.by else ""


def _which_day(due: Due, plan: Plan) -> str:
    """Where a meeting is booked, or a release is due, on a day that is no working day."""
    nation = plan.order.nation.choice
    if not (due.is_booked or due.event is Event.RELEASE) or is_working_day(due.on, nation):
        return ""
    weekday = in_full(due.on).partition(" ")[0]
    return "This is a bank holiday." if is_bank_holiday(due.on, nation) else f"This is a {weekday}."


def held_by(due: Due, plan: Plan) -> date:
    """The day of what is booked or no meeting; else the last working day on which it is in time."""
    if due.meeting or due.event not in MEETINGS:
        return due.on
    return working_day_by(due.by, plan.order.nation.choice)


def _working_day(due: Due, plan: Plan) -> str:
    """A meeting falls due on any day, and is held on a working day."""
    by = held_by(due, plan)
    return f"That is no working day: hold it by {in_full(by)}." if by != due.on else ""


def _earlier(due: Due) -> str:
    if due.earlier is None:
        return ""
    return (
        f"A weekend or bank holiday is near. Custody may bring it forward to {in_full(due.earlier)}, and "
        "need not. Ask custody."
    )
