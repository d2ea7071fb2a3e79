"""Handing over a plan sheet: who was given it, when and how, or why an adult was not."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Button, Buttons, Document, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.meeting import TITLES
from planning_rules.dates import in_full
from planning_rules.on_record import Handing, How
from planning_rules.parts import Meeting, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal

_HOW = {
    How.IN_PERSON: "By hand",
    How.READ_ALOUD: "Read aloud to them",
    How.POSTED: "By post",
    How.MESSAGE: "As a message",
    How.CHILD_REFUSED: "Not given: the child is 18 and does not want them to have it",
}


def handing_over(plan: Plan, meeting: Meeting, reader: Person) -> Iterator[Block]:
    """Beside the preview: whether its reader has the sheet of the last meeting, and the way to say so."""
    given = [one for one in plan.handings if (one.to, one.meeting) == (reader.id, meeting.id)]
    yield from (Paragraph(_says(one, plan), Tone.GOOD) for one in given)
    ask = Button("Say that they have it", f"given {plan.reference} {reader.id}")
    yield Buttons((ask,))


def given_form(plan: Plan, meeting: Meeting, reader: Person, me: str, today: date) -> Form:
    """When and how they were given the sheet of a closed meeting, and who did that: `me`, unless changed."""
    ways = {way: says for way, says in _HOW.items() if way is not How.CHILD_REFUSED or _is_adult(reader)}
    workers = [one for one in plan.people if one.is_professional and one.is_on(today)]
    people = tuple((one.id, f"{one.name}, {one.role}") for one in workers)
    fields = (
        Field("how", "How did they get it?", Control.RADIO, tuple(ways.items()), required=True),
        Field("on", "On which day?", Control.DATE, value=today.isoformat(), required=True),
        Field("by", "Who saw to it?", Control.SELECT, people, me, required=True),
    )
    closed = f", closed on {in_full(meeting.closed_on)}" if meeting.closed_on else ""
    intro = f"The plan sheet of the {TITLES[meeting.kind].lower()}{closed}."
    return Form(f"Plan sheet: {reader.name}", f"given {plan.reference} {reader.id}", fields, intro=intro)


def wrong_day(on: date, meeting: Meeting, today: date) -> str:
    """Beside the day, where nobody can have been given the sheet on it; "" where they can."""
    if on > today:
        return "This day is still to come. Come back when they have the sheet."
    return f"This is before the meeting on {in_full(meeting.on)}." if on < meeting.on else ""


def kept(plan: Plan, handing: Handing) -> Document:
    """Said once it is recorded."""
    ways = (
        Button("The child's sheet", f"sheet {plan.reference} child"),
        Button("Gaps", f"gaps {plan.reference}"),
    )
    return Document(
        f"Plan sheet: {plan.called(handing.to)}",
        (Paragraph(_says(handing, plan), Tone.GOOD), Buttons(ways)),
    )


def no_sheet_yet(reference: str) -> Refusal:
    """No meeting has left a plan to give to anybody."""
    return Refusal(
        f"No meeting on {reference} is closed yet, so there is no plan sheet to give. "
        f"Close one first: /dto finish {reference}"
    )


def _says(handing: Handing, plan: Plan) -> str:
    return f"{_HOW[handing.how]} · {in_full(handing.on)} · {plan.called(handing.by)}"


def _is_adult(reader: Person) -> bool:
    return reader.role is not Role.CHILD
