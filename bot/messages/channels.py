"""Why something was not posted in a case's channel, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from planning_rules.text import counted, listed

MOST_NAMES = 5


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way. `code` is what is kept of it: it names nobody."""

    code: str
    says: str


def not_private(reference: str) -> Obstacle:
    return Obstacle("not-private", f"Its channel is not private. {_choose_another(reference)}")


def archived(reference: str) -> Obstacle:
    return Obstacle("archived", f"Its channel is archived. {_choose_another(reference)}")


NOT_IN_IT = Obstacle(
    "not-in-it", "Day One is not in its channel, or the channel is gone. Add it: type /invite @Day One there."
)
NO_ACCESS = Obstacle(
    "no-access",
    "Day One is not let into this workspace any more. Ask whoever administers it to install it again.",
)
NO_ANSWER = Obstacle("no-answer", "Slack did not take it. Day One tries again when the case changes next.")


def not_on_the_case(names: Sequence[str]) -> Obstacle:
    """Somebody is in the channel whom the case does not name."""
    hidden = len(names) - MOST_NAMES
    some = listed([*names[:MOST_NAMES], *([f"{hidden} more"] if hidden > 0 else [])])
    are = "is" if len(names) == 1 else "are"
    return Obstacle(
        f"not-on-the-case {len(names)}",
        f"{counted(len(names), 'member')} of its channel {are} not on the case: {some}. "
        "Add them under People, or take them out of the channel.",
    )


def guests(names: Sequence[str]) -> Obstacle:
    """Somebody in the channel is a guest, and it is not recorded for whom they work."""
    return Obstacle(
        f"guests {len(names)}",
        f"Guests are in its channel, and the case does not say for which organisation they work: "
        f"{listed(names[:MOST_NAMES])}. Add it under People.",
    )


def not_posted(reference: str, obstacle: Obstacle) -> Document:
    """Said to whoever did what was to be posted. It is done all the same."""
    saved = f"What you did is saved. Nothing was posted in the channel of {reference}."
    ways = (Button("People", f"people {reference}"), Button("The case", f"case {reference}"))
    blocks = (Paragraph(saved, Tone.WATCH), Paragraph(obstacle.says), Buttons(ways))
    return Document(f"Not posted: {reference}", blocks)


def _choose_another(reference: str) -> str:
    return f"Choose a private one: type /dto channel {reference} there."
