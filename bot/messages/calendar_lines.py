"""The meeting calendar in words: a line for each thing that is due, and its title in a calendar file."""

from bot.messages.document import Row, Tone
from planning_rules.calendar import MEETINGS, Due, Event
from planning_rules.dates import in_full
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.working_days import working_day_by

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
    late = due.is_late(day.today)
    tone, mark = (Tone.WATCH, "late") if late else (Tone.PLAIN, _state(due))
    details = (due.why, _by(due), _working_day(due, plan), _earlier(due), f"Source: {due.source.cited}.")
    return Row(f"{NAMES[due.event]}: {in_full(due.on)}", " ".join(filter(None, details)), tone, mark)


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


def _working_day(due: Due, plan: Plan) -> str:
    """A meeting falls due on any day, and is held on a working day."""
    working_day = working_day_by(due.by, plan.order.nation.choice)
    if due.meeting or due.event not in MEETINGS or working_day == due.by:
        return ""
    return f"That is no working day: hold it by {in_full(working_day)}."


def _earlier(due: Due) -> str:
    if due.earlier is None:
        return ""
    return (
        f"A weekend or bank holiday is near. Custody may bring it forward to {in_full(due.earlier)}, and "
        "need not. Ask custody."
    )
