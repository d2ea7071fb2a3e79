"""Handing over a plan sheet: who was given it, when and how, or why an adult was not; and what was wrong."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.document import Block, Button, Buttons, Document, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.meeting.meeting import TITLES
from planning_rules.dates import in_full
from planning_rules.on_record import Handing, How, standing
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
    of_it = [one for one in plan.handings if (one.to, one.meeting) == (reader.id, meeting.id)]
    counts = standing(of_it)
    for one in of_it:
        if one in counts or one.is_wrong:
            yield Paragraph(_says(one, plan), Tone.WATCH if one.is_wrong else Tone.GOOD)
    ask = Button("Say that they have it", f"given {plan.reference} {reader.id}")
    yield Buttons((ask, *_takes_back(plan, reader, counts)))


def given_form(plan: Plan, meeting: Meeting, reader: Person, me: str, today: date) -> Form:
    """When and how they were given the sheet of a closed meeting, and who did that: `me`, unless changed."""
    hows = {how: says for how, says in _HOW.items() if how is not How.CHILD_REFUSED or _is_adult(reader)}
    workers = [one for one in plan.people if one.is_professional and one.is_on(today)]
    people = tuple((one.id, f"{one.name}, {one.role}") for one in workers)
    fields = (
        Field("how", "How did they get it?", Control.RADIO, tuple(hows.items()), required=True),
        Field("on", "On which day?", Control.DATE, value=today.isoformat(), required=True),
        Field("by", "Who saw to it?", Control.SELECT, people, me, required=True),
    )
    closed = f", closed on {in_full(meeting.closed_on)}" if meeting.closed_on else ""
    intro = f"The plan sheet of the {TITLES[meeting.kind].lower()}{closed}."
    recorded = [f"Recorded already: {_of_its_meeting(one, plan)}." for one in recorded_for(plan, reader)]
    ways = tuple(_takes_back(plan, reader, recorded_for(plan, reader)))
    command = f"given {plan.reference} {reader.id}"
    return Form(f"Plan sheet: {reader.name}", command, fields, intro=" ".join((intro, *recorded)), ways=ways)


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
    tone = Tone.WATCH if handing.is_wrong else Tone.GOOD
    again = (Button("Say how they got it", f"given {plan.reference} {handing.to}", main=True),)
    return Document(
        f"Plan sheet: {plan.called(handing.to)}",
        (Paragraph(_says(handing, plan), tone), Buttons((*(again if handing.is_wrong else ()), *ways))),
    )


def recorded_for(plan: Plan, reader: Person) -> list[Handing]:
    """What counts as given to somebody, of any meeting's sheet."""
    return [one for one in standing(plan.handings) if one.to == reader.id]


def name_of(handing: Handing) -> str:
    """Under which it is picked: the same for as long as it is recorded."""
    return "/".join((handing.meeting, handing.on.isoformat(), handing.how, handing.by))


def take_back_form(plan: Plan, reader: Person, given: Sequence[Handing]) -> Form:
    """Which of what is recorded is not so, and why."""
    which = tuple((name_of(one), _of_its_meeting(one, plan)) for one in given)
    only = which[0][0] if len(which) == 1 else ""
    fields = (
        Field("which", "What is wrong?", Control.RADIO, which, only, required=True),
        Field("why", "Why is it wrong?", Control.WORDS, longest=300, required=True, help=_STAYS),
    )
    return Form(f"Take back: {reader.name}", f"notgiven {plan.reference} {reader.id}", fields)


def nothing_given(plan: Plan, reader: Person) -> Refusal:
    """Nothing is recorded that could be wrong."""
    return Refusal(
        f"It is not recorded that {reader.name} has a plan sheet, so there is nothing to take back. "
        f"Look at the gaps: /dto gaps {plan.reference}"
    )


_STAYS = "Both stay on record: what was said, and that you took it back."


def no_sheet_yet(reference: str) -> Refusal:
    """No meeting has left a plan to give to anybody."""
    return Refusal(
        f"No meeting on {reference} is closed yet, so there is no plan sheet to give. "
        f"Close one first: /dto finish {reference}"
    )


def _says(handing: Handing, plan: Plan) -> str:
    given = f"{_HOW[handing.how]} · {in_full(handing.on)} · {plan.called(handing.by)}"
    if not handing.is_wrong:
        return given
    return f"Taken back by {plan.called(handing.wrong_by)}: “{handing.wrong_because}” It said: {given}"


def _of_its_meeting(handing: Handing, plan: Plan) -> str:
    of = next((TITLES[meeting.kind] for meeting in plan.meetings if meeting.id == handing.meeting), "")
    return f"{of} · {_says(handing, plan)}"


def _takes_back(plan: Plan, reader: Person, given: Sequence[Handing]) -> Iterator[Button]:
    if given:
        yield Button("That is wrong: take it back", f"notgiven {plan.reference} {reader.id}")


def _is_adult(reader: Person) -> bool:
    return reader.role is not Role.CHILD
