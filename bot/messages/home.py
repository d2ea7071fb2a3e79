"""Where somebody starts: their own cases, and what they have promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import Button, Buttons, Document, Heading, Paragraph, Row, Tone
from planning_rules.dates import in_full
from planning_rules.text import counted


@dataclass(frozen=True)
class CaseLine:
    """One case in the list: its next date, its urgent gaps, and one's own actions in it.

    `was_due`: the release day has passed, and nobody recorded that the child left.
    """

    reference: str
    release: date | None
    urgent: int
    open_gaps: int
    own_actions: int
    meeting_is_open: bool
    was_due: bool = False
    unasked: int = 0

    @property
    def in_gaps(self) -> str:
        """A plan about which little was asked has few gaps: that is said too."""
        unasked = f", {counted(self.unasked, 'question')} not asked" if self.unasked else ""
        return f"{counted(self.open_gaps, 'gap')} open{unasked}"


@dataclass(frozen=True)
class PromiseLine:
    """How much somebody has still to do on one case, and the day of the first of it."""

    reference: str
    count: int
    next_due: date


def case_list(lines: Sequence[CaseLine], manages: bool = False) -> Document:
    """One's own cases, the most pressing first; who `manages` the service gets to its figures too."""
    ways = (Button("Start a case", "new"), Button("Join with a code", "join"), Button("Help", "help"))
    theirs = (Button("Weekly digest", "digest"), Button("Children who left", "board")) if manages else ()
    start = Buttons((*theirs, *ways))
    if not lines:
        nothing = Paragraph(
            "You are on no case yet. Start one, or join one with the code that you were given."
        )
        return Document("Your cases", (nothing, start))
    return Document("Your cases", (*(_line(line) for line in lines), start))


def home(
    lines: Sequence[CaseLine], promises: Sequence[PromiseLine], today: date, manages: bool = False
) -> Document:
    """Where somebody starts. It names no action: what was promised opens by button."""
    cases = case_list(lines, manages)
    if not promises:
        return cases
    owed = (_owed(one, today) for one in promises)
    return Document(cases.title, (*cases.blocks, Heading("Your actions"), *owed))


def _owed(line: PromiseLine, today: date) -> Row:
    late = line.next_due < today
    when = f"The next {'was' if late else 'is'} due on {in_full(line.next_due)}"
    says = f"{line.reference}: {counted(line.count, 'action')} of yours"
    see = (Button("See them", f"actions {line.reference}"),)
    return Row(says, when, Tone.URGENT, "late", see) if late else Row(says, when, buttons=see)


def _line(line: CaseLine) -> Row:
    leaves = "was due to leave" if line.was_due else "could leave"
    release = f"{leaves} on {in_full(line.release)}" if line.release else "release date not recorded"
    own = f" · {counted(line.own_actions, 'action')} of yours" if line.own_actions else ""
    urgent = f"{line.urgent} urgent" if line.urgent else ""
    meet = "Go to the meeting" if line.meeting_is_open else "Meet"
    return Row(
        line.reference,
        f"{release} · {line.in_gaps}{own}",
        Tone.URGENT if line.urgent else Tone.PLAIN,
        urgent,
        (
            Button("Open", f"case {line.reference}", main=True),
            Button(meet, f"meet {line.reference}"),
            *((Button("Enter the dates", f"change {line.reference} order"),) if line.was_due else ()),
        ),
    )
