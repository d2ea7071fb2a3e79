"""What could not be sent, for administrators: of which case, since when and why. No content."""

from collections.abc import Sequence
from datetime import date

from bot.messages.document import Bullets, Document, Paragraph, Tone
from planning_rules.dates import in_full
from planning_rules.text import counted

MOST = 10


def dead_letter(what: str, reference: str, since: date, why: str) -> str:
    """One line. `reference` is "" where it is of no case, and `why` the chat's own word."""
    of = f" on {reference}" if reference else ""
    return f"{what.capitalize()}{of}, since {in_full(since)}: {why or 'not known why'}"


def dead_letters(lines: Sequence[str]) -> Document:
    """Said once a day, as long as there are any."""
    more = len(lines) - MOST
    shown = (*lines[:MOST], *([f"{more} more"] if more > 0 else []))
    says = (
        f"{counted(len(lines), 'message')} could not be sent, and Day One has stopped trying. Ask whoever "
        "runs the server to look at them: dayone jobs lists them, and can send them again."
    )
    return Document("Not sent", (Paragraph(says, Tone.WATCH), Bullets(shown)))
