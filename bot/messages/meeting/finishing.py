"""Closing a meeting: what is checked before, and what is said after."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.messages.dates.calendar_lines import NAMES, held_by
from bot.messages.document import Block, Button, Buttons, Document, Heading, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.helping import back_to_the_meeting
from bot.messages.meeting.meeting import TITLES
from bot.messages.rulebook.gap_lines import AT_FIRST_GLANCE, gap_row
from planning_rules.checking import Gap, GapState
from planning_rules.counting.at_the_close import is_taken_up
from planning_rules.dates import in_full
from planning_rules.facts.agreement import Agreement
from planning_rules.next_meetings import next_unbooked
from planning_rules.parts import Action, Contact, Meeting, Progress
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity
from planning_rules.text import counted


def check(
    plan: Plan,
    gaps: Sequence[Gap],
    actions: Sequence[Action],
    unasked: int,
    clashes: int,
    today: date,
    may_close: bool,
    may_waive: Callable[[Gap], bool],
) -> Document:
    """Everything that is worth a look before the meeting closes. None of it stops whoever `may_close`."""
    every = (*_said(plan, today), *_open(plan, gaps, unasked, clashes), *_owed(plan, actions, today))
    rows: list[Block] = [row for row in every if row]
    rows += _undecided(plan, gaps, today, may_waive)
    title = f"Before you close the meeting on {plan.reference}"
    who = "You" if may_close else "The case lead, the chair or a manager"
    back = Buttons((back_to_the_meeting(plan.reference),))
    if not rows:
        return Document(title, (Paragraph(f"Nothing is missing. {who} can close it.", Tone.GOOD), back))
    goes_on = Paragraph(f"{who} can close the meeting as it is. What is missing stays on the list.")
    return Document(title, (goes_on, Heading("Worth a look"), *rows, back))


def _said(plan: Plan, today: date) -> Iterator[Row | None]:
    """The child's part, and that of each adult who may be in touch with them."""
    words, agrees = plan.child.says, plan.agreement.child_agrees
    look = f"step {plan.reference} agreement"
    yield _row(not words.is_asked, "The child's own words are not recorded", f"step {plan.reference} child")
    yield _row(not agrees.is_asked, "It is not recorded whether the child agrees", look)
    yield _row(agrees.choice == "disagrees", "The child does not agree", look, Tone.WATCH)
    yield _row(agrees.choice == "not_asked", "The child was not asked if they agree", look, Tone.WATCH)
    said_back = plan.agreement.child_said_it_back
    yield _row(said_back.is_no, "The child could not say the plan back", look, Tone.WATCH)
    for adult in filter(lambda one: one.may_meet_the_child, plan.adults(today)):
        answer, name = plan.answer_to(Agreement.adult_agrees, adult.id), adult.name
        yield _row(not answer.is_asked, f"It is not recorded whether {name} agrees", look)
        yield _row(answer.choice == "disagrees", f"{name} does not agree", look, Tone.WATCH)
        yield _row(answer.choice == "not_asked", f"{name} was not asked if they agree", look, Tone.WATCH)


def _open(plan: Plan, gaps: Sequence[Gap], unasked: int, clashes: int) -> Iterator[Row | None]:
    look = f"gaps {plan.reference}"
    urgent = sum(gap.is_urgent for gap in gaps)
    other = sum(gap.state is GapState.OPEN for gap in gaps) - urgent
    yield _row(clashes, f"{counted(clashes, 'answer')} to settle", f"meet {plan.reference}", Tone.WATCH)
    yield _row(urgent, f"{counted(urgent, 'urgent gap')} open", look, Tone.URGENT)
    yield _row(other, f"{counted(other, 'other gap')} open", look, Tone.WATCH)
    yield _row(unasked, f"{counted(unasked, 'question')} not asked", look)


def _undecided(
    plan: Plan, gaps: Sequence[Gap], today: date, may_waive: Callable[[Gap], bool]
) -> Iterator[Block]:
    """What the child needs and nobody has taken on, nor said in a code why not: each with the way to do so.

    A gap about an action has its person already, or stands among the actions.
    """
    found = [gap for gap in gaps if gap.state is GapState.OPEN and gap.severity is not Severity.PROMPT]
    left = [gap for gap in found if not gap.action and not is_taken_up(gap, plan)]
    if left:
        yield Heading(f"{counted(len(left), 'gap')} with no action, and no reason why not")
        yield from (gap_row(gap, plan, today, may_waive(gap)) for gap in left[:AT_FIRST_GLANCE])
    if len(left) > AT_FIRST_GLANCE:
        yield Paragraph(f"{counted(len(left) - AT_FIRST_GLANCE, 'more gap')} like these.")
        yield Buttons((Button("Every gap", f"all {plan.reference}"),))


def _owed(plan: Plan, actions: Sequence[Action], today: date) -> Iterator[Row | None]:
    look = f"actions {plan.reference}"
    owed = [action for action in actions if action.is_owed]
    counts = {
        "late": sum(action.is_late(today) for action in owed),
        "without a person": sum(not action.owner for action in owed),
        "without a date": sum(not action.by for action in owed),
        "declined": sum(action.progress is Progress.DECLINED for action in actions),
        "not accepted yet": sum(action.progress is Progress.OFFERED for action in actions),
    }
    yield _row(not actions, "Nobody has promised anything", look, Tone.WATCH)
    for words, number in counts.items():
        yield _row(number, f"{counted(number, 'action')} {words}", look, Tone.WATCH)


def _row(applies: object, title: str, command: str, tone: Tone = Tone.PLAIN) -> Row | None:
    return Row(title, tone=tone, buttons=(Button("Look", command),)) if applies else None


def close_form(plan: Plan, meeting: Meeting, day: Day) -> Form:
    """The question before the irreversible."""
    sure = Field(
        "sure",
        "Close it now?",
        Control.RADIO,
        (("yes", "Yes, close the meeting"), ("no", "No, go back")),
        required=True,
        help="The plan as it stands is kept and cannot be changed. The next meeting goes on from it.",
    )
    next_on = Field(
        "next_on",
        "When is the next meeting, if you know?",
        Control.DATE,
        future=True,
        help=_due_by(plan, day),
    )
    return Form(f"Close: {TITLES[meeting.kind]}", f"finish {plan.reference}", (sure, next_on), "Go on")


def _due_by(plan: Plan, day: Day) -> str:
    """By when the calendar calls for one that nobody has booked; "" where it calls for none."""
    due = next_unbooked(plan, day)
    return f"{NAMES[due.event]}. Due by {in_full(held_by(due, plan))}." if due else ""


def closed(plan: Plan, number: int) -> Document:
    """Said to whoever closed it."""
    reference = plan.reference
    sheets = [Button("The child's sheet", f"sheet {reference} child", main=True)]
    sheets += [
        Button(f"Sheet for {adult.name}", f"sheet {reference} adult:{adult.id}")
        for adult in plan.people
        if adult.is_family and adult.contact is Contact.SAFE
    ]
    return Document(
        f"The meeting on {reference} is closed",
        (
            Paragraph(f"The plan is kept as version {number}.", Tone.GOOD),
            Paragraph("Next: look at the plan sheets, and say who gives them to whom."),
            Buttons((*sheets, Button("The full plan", f"sheet {reference} worker"))),
            Buttons((Button("Minutes", f"minutes {reference}"),)),
        ),
    )
