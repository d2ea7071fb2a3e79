"""The living message of a meeting: how far each step is and what is missing. Counts, never answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.document import Block, Button, Buttons, Document, Meter, Paragraph, Tone
from bot.messages.gap_lines import urgent_among
from planning_rules.dates import in_full
from planning_rules.facts.step import Step
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.text import counted

# The same whatever is answered there, since a number would tell.
PRIVATE_PART = "1 private item"
TITLES = {
    MeetingKind.FIRST: "First planning meeting",
    MeetingKind.REVIEW: "Review meeting",
    MeetingKind.RELEASE: "Meeting before release",
    MeetingKind.AFTER: "Meeting after release",
}


@dataclass(frozen=True)
class StepCount:
    """One step in numbers, of which nothing private is any part."""

    step: type[Step]
    answered: int
    total: int
    gaps: int
    urgent: int
    clashes: int


@dataclass(frozen=True)
class Totals:
    """The whole case in numbers, nothing private among them."""

    gaps: int
    urgent: int
    actions: int
    late: int


def living_meeting(reference: str, meeting: Meeting, totals: Totals, counts: Sequence[StepCount]) -> Document:
    """One message for everybody in the channel, changed in place as answers come in."""
    title = f"{TITLES[meeting.kind]} for {reference}"
    if meeting.closed_on:
        return Document(title, (Paragraph(f"Closed on {in_full(meeting.closed_on)}. The plan is kept."),))
    blocks: list[Block] = [
        Paragraph(f"{in_full(meeting.on)}. {_in_numbers(totals)}"),
        *(_meter(reference, count) for count in counts),
        Buttons(
            (
                Button("Gaps", f"gaps {reference}"),
                Button("Actions", f"actions {reference}"),
                Button("Check and finish", f"finish {reference}", main=True),
            )
        ),
    ]
    return Document(title, tuple(blocks))


def _in_numbers(totals: Totals) -> str:
    late = f", {totals.late} of them late" if totals.late else ""
    gaps = f"{counted(totals.gaps, 'gap')} left{urgent_among(totals.urgent)}."
    return f"{gaps} {counted(totals.actions, 'action')} to do{late}."


def _meter(reference: str, count: StepCount) -> Meter:
    says = [f"{count.answered} of {count.total} answered"] if count.total else []
    if count.gaps:
        says.append(counted(count.gaps, "gap") + (f" ({count.urgent} urgent)" if count.urgent else ""))
    if count.step.has_private():
        says.append(PRIVATE_PART)
    if count.clashes:
        says.append(f"{counted(count.clashes, 'answer')} to settle")
    tone = Tone.URGENT if count.urgent else Tone.WATCH if count.gaps or count.clashes else Tone.PLAIN
    if 0 < count.total == count.answered and not (count.gaps or count.clashes):
        tone = Tone.GOOD
    open_it = Button(f"Open {count.step.title}", f"step {reference} {count.step.key}")
    title = count.step.title
    return Meter(title, count.answered, count.total, " · ".join(says), tone, count.step.icon, (open_it,))


def closed_today(reference: str) -> Document:
    """Asked before a second meeting opens on the day of the first."""
    line = Paragraph("A meeting was closed today. Open another one only if you meet again.")
    ways = (Button("Open another meeting", f"another {reference}"), Button("The case", f"case {reference}"))
    return Document(f"No meeting is open for {reference}", (line, Buttons(ways)))


def meeting_opened(reference: str, meeting: Meeting) -> Document:
    """Said to whoever opened it."""
    return Document(
        f"{TITLES[meeting.kind]} for {reference} is open",
        (
            Paragraph(
                "Any invited worker can open any step. Two at once is fine. Let the child speak first."
            ),
            Buttons(
                (
                    Button("Start with who is here", f"step {reference} attendance", main=True),
                    Button("The child's words", f"step {reference} child"),
                    Button("All topics", f"meet {reference}"),
                    Button("Actions from last time", f"actions {reference}"),
                )
            ),
        ),
    )
