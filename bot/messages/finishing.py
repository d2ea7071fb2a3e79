"""Closing a meeting: what is checked before, and what is said after."""

from collections.abc import Sequence

from bot.messages.document import Block, Button, Buttons, Document, Heading, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.meeting import TITLES
from planning_rules.checking import Gap
from planning_rules.parts import Meeting, Progress
from planning_rules.plan import Plan
from planning_rules.text import counted


def check(plan: Plan, gaps: Sequence[Gap], unasked: int, clashes: int) -> Document:
    """Everything that is worth a look before the meeting closes. None of it stops anybody."""
    reference = plan.reference
    rows = [row for row in _rows(plan, gaps, unasked, clashes) if row]
    title = f"Before you close the meeting on {reference}"
    if not rows:
        return Document(title, (Paragraph("Nothing is missing. You can close the meeting.", Tone.GOOD),))
    blocks: list[Block] = [
        Paragraph("You can close the meeting as it is. What is missing stays on the list.")
    ]
    return Document(title, (*blocks, Heading("Worth a look"), *rows))


def _rows(plan: Plan, gaps: Sequence[Gap], unasked: int, clashes: int) -> list[Row | None]:
    reference = plan.reference
    urgent = sum(gap.is_urgent for gap in gaps)
    unowned = sum(1 for action in plan.actions if action.is_owed and not action.owner)
    undated = sum(1 for action in plan.actions if action.is_owed and not action.by)
    waiting = sum(1 for action in plan.actions if action.progress is Progress.OFFERED)
    agreed = plan.agreement.child_agrees
    words = plan.child.says
    return [
        _row(not words.is_asked, "The child's own words are not recorded", f"step {reference} child"),
        _row(not agreed.is_asked, "Nobody asked whether the child agrees", f"step {reference} agreement"),
        _row(clashes, f"{counted(clashes, 'answer')} to settle", f"meet {reference}", Tone.WATCH),
        _row(urgent, f"{counted(urgent, 'urgent gap')} open", f"gaps {reference}", Tone.URGENT),
        _row(unowned, f"{counted(unowned, 'action')} without a person", f"actions {reference}", Tone.WATCH),
        _row(undated, f"{counted(undated, 'action')} without a date", f"actions {reference}", Tone.WATCH),
        _row(waiting, f"{counted(waiting, 'action')} not accepted yet", f"actions {reference}"),
        _row(unasked, f"{counted(unasked, 'question')} not asked", f"gaps {reference}"),
    ]


def _row(applies: object, title: str, command: str, tone: Tone = Tone.PLAIN) -> Row | None:
    return Row(title, tone=tone, buttons=(Button("Look", command),)) if applies else None


def close_form(plan: Plan, meeting: Meeting) -> Form:
    """The question before the irreversible."""
    sure = Field(
        "sure",
        "Close it now?",
        Control.RADIO,
        (("yes", "Yes, close the meeting"), ("no", "No, go back")),
        required=True,
        help="The plan as it stands is kept and cannot be changed. The next meeting goes on from it.",
    )
    return Form(f"Close: {TITLES[meeting.kind]}", f"finish {plan.reference}", (sure,), "Go on")


def closed(plan: Plan, number: int) -> Document:
    """Said to whoever closed it."""
    reference = plan.reference
    sheets = [Button("The child's sheet", f"sheet {reference} child", main=True)]
    sheets += [
        Button(f"Sheet for {adult.name}", f"sheet {reference} adult:{adult.id}") for adult in plan.adults
    ]
    return Document(
        f"The meeting on {reference} is closed",
        (
            Paragraph(f"The plan is kept as version {number}.", Tone.GOOD),
            Paragraph("Next: look at the plan sheets, and say who gives them to whom."),
            Buttons((*sheets, Button("The full plan", f"sheet {reference} worker"))),
        ),
    )
