"""Why something was not posted in a case's channel, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from planning_rules.text import counted, listed

MOST_NAMES = 5
A_CHANNEL = "a private channel, or in Teams a group chat"


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way. `code` is what is kept of it: it names nobody.

    Who else is in a channel is for the case's lead alone to hear; `to_others` says it without names.
    """

    code: str
    says: str
    to_others: str = ""


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
NO_ANSWER = Obstacle("no-answer", "Slack did not take it. Day One tries again by itself.")
TOO_SLOW = Obstacle("too-slow", "It took too long there. Day One tries again by itself.")
NOT_IN_TEAMS = Obstacle(
    "not-in-it", "Day One is not in its chat or channel, or that is gone. Add it there: write @Day One."
)
TEAMS_IS_SHUT = Obstacle(
    "no-access", "Teams does not let Day One in any more. Ask whoever runs Day One to look at its settings."
)
TEAMS_IS_SILENT = Obstacle("no-answer", "Teams did not take it. Day One tries again by itself.")
MAY_HAVE_IT = Obstacle(
    "answer-lost", "Teams did not say whether it took it. Look there: if it is not there, post it again."
)
NOT_IN_THEIR_CHAT = Obstacle("no-chat", "They have no chat with Day One in Teams yet.")
LEAD_NOT_THERE = Obstacle(
    "lead-not-there", "Teams does not say that the case lead is in its chat or channel. Add them there."
)


def not_on_the_case(names: Sequence[str]) -> Obstacle:
    """Somebody is in the channel whom the case does not name."""
    hidden = len(names) - MOST_NAMES
    some = listed([*names[:MOST_NAMES], *([f"{hidden} more"] if hidden > 0 else [])])
    are = "is" if len(names) == 1 else "are"
    who = f"{counted(len(names), 'member')} of its channel {are} not on the case"
    return Obstacle(
        f"not-on-the-case {len(names)}",
        f"{who}: {some}. Add them under People, or take them out of the channel.",
        f"{who}. The case lead is told who.",
    )


def guests(names: Sequence[str]) -> Obstacle:
    """Somebody in the channel is a guest, and it is not recorded for whom they work."""
    who = "Guests are in its channel, and the case does not say for which organisation they work"
    return Obstacle(
        f"guests {len(names)}",
        f"{who}: {listed(names[:MOST_NAMES])}. Add it under People.",
        f"{who}. The case lead is told who.",
    )


def refused(code: str) -> Obstacle:
    """The chat gave a reason that we do not know."""
    return Obstacle(f"refused {code}", "It was refused there. Ask whoever runs Day One to look into its log.")


def not_posted(reference: str, says: str) -> Document:
    """Said to whoever did what was to be posted, and to the case's lead. It is done all the same."""
    saved = f"What you did is saved. It goes to the channel of {reference} by itself once this is put right:"
    ways = (Button("People", f"people {reference}"), Button("The case", f"case {reference}"))
    blocks = (Paragraph(saved, Tone.WATCH), Paragraph(says), Buttons(ways))
    return Document(f"Not posted: {reference}", blocks)


def may_stand_there(reference: str) -> Document:
    """Said in place of `not_posted`, where nobody knows."""
    ways = (Button("Post it again", f"again {reference}"), Button("The case", f"case {reference}"))
    says = Paragraph(f"{MAY_HAVE_IT.says} What you did is saved.", Tone.WATCH)
    return Document(f"Look in the channel of {reference}", (says, Buttons(ways)))


def posted_again(reference: str, how_many: int) -> Document:
    """Said to whoever asked for it; what stands in the way now is told them as well."""
    says = "It is posted again now." if how_many else "It stands there already, so nothing is posted again."
    return Document(f"The channel of {reference}", (Paragraph(says),))


def _choose_another(reference: str) -> str:
    return f"Choose a private one: type /dto channel {reference} there."
