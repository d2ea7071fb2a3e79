"""The living message of a meeting: how far each step is and what is missing. Counts, never answers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import (
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Meter,
    Paragraph,
    Tone,
)
from bot.messages.rulebook.gap_lines import AT_FIRST_GLANCE, gap_says, in_days, urgent_among
from planning_rules.checking import Gap
from planning_rules.dates import in_full
from planning_rules.facts.step import Step
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.text import counted, listed

# The same whatever is answered there, since a number would tell.
PRIVATE_PART = "1 private item"
_DAYS_AHEAD = 3
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
    """The whole case in numbers, nothing private among them. `coming`: the days to go to each gap ahead.

    `unasked`: how many questions nobody was asked yet.
    """

    gaps: int
    urgent: int
    actions: int
    late: int
    coming: tuple[int, ...] = ()
    unasked: int = 0


def living_meeting(reference: str, meeting: Meeting, totals: Totals, counts: Sequence[StepCount]) -> Document:
    """One message for everybody in the channel, changed in place as answers come in."""
    title = f"{TITLES[meeting.kind]} for {reference}"
    if meeting.closed_on:
        closed = Paragraph(f"Closed on {in_full(meeting.closed_on)}. The plan is kept.")
        ways = (
            Button("Plan sheet", f"sheet {reference} child"),
            Button("Minutes", f"minutes {reference}"),
            Button("Actions", f"actions {reference}"),
        )
        return Document(title, (closed, Buttons(ways)))
    blocks: list[Block] = [
        *([Paragraph(ahead(totals.coming), Tone.WATCH)] if totals.coming else []),
        Paragraph(f"{in_full(meeting.on)}. {_in_numbers(totals)}"),
        *(_meter(reference, count) for count in counts),
        Buttons(
            (
                Button("Gaps", f"gaps {reference}"),
                Button("Actions", f"actions {reference}"),
                Button("On paper", f"paper {reference}"),
                Button("Room view", f"room {reference}"),
                Button("Check and finish", f"finish {reference}", main=True),
            )
        ),
    ]
    return Document(title, tuple(blocks))


def ahead(coming: Sequence[int]) -> str:
    """ "Coming: 1 gap in 12 days, 2 gaps in 30 days and 4 later."."""
    on_each = Counter(coming)
    next_days = sorted(on_each)[:_DAYS_AHEAD]
    said = [f"{counted(on_each[days], 'gap')} {in_days(days)}" for days in next_days]
    later = len(coming) - sum(on_each[days] for days in next_days)
    return f"Coming: {listed([*said, *([f'{later} later'] if later else [])])}."


def _in_numbers(totals: Totals) -> str:
    late = f", {totals.late} of them late" if totals.late else ""
    unasked = f" {counted(totals.unasked, 'question')} not asked." if totals.unasked else ""
    gaps = f"{counted(totals.gaps, 'gap')} left{urgent_among(totals.urgent)}, private ones not counted."
    return f"{gaps}{unasked} {counted(totals.actions, 'action')} to do{late}."


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


def meeting_opened(plan: Plan, meeting: Meeting, coming: Sequence[Gap], today: date) -> Document:
    """Said to whoever opened it: at its head the gaps that are `coming`, in the order of their days."""
    reference = plan.reference
    speak = "Any invited worker can open any step. Two at once is fine. Let the child speak first."
    ways = (
        Button("Start with who is here", f"step {reference} attendance", main=True),
        Button("The child's words", f"step {reference} child"),
        Button("All topics", f"meet {reference}"),
        *([Button("Actions from last time", f"actions {reference}")] if plan.actions else []),
    )
    blocks = (*_coming(plan, coming, today), Paragraph(speak), Buttons(ways))
    return Document(f"{TITLES[meeting.kind]} for {reference} is open", blocks)


def _coming(plan: Plan, coming: Sequence[Gap], today: date) -> Iterator[Block]:
    if coming:
        yield Heading("Coming")
        yield Bullets(tuple(_days_first(gap, plan, today) for gap in coming[:AT_FIRST_GLANCE]))
    if (more := len(coming) - AT_FIRST_GLANCE) > 0:
        yield Buttons((Button(f"{more} more", f"all {plan.reference}"),))


def _days_first(gap: Gap, plan: Plan, today: date) -> str:
    days = ((gap.on or today) - today).days
    return f"{in_days(days).capitalize()}: {gap_says(gap, plan)} Who can: {gap.rule.closed_by}."
