"""What stands in a case's channel, drawn anew for whoever looks at it."""

from dataclasses import dataclass
from typing import Any

from bot.chat.teams.activities import Activity
from bot.chat.teams.people import People
from bot.render.teams import Sent, cards, opening_dialogs
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal


@dataclass(frozen=True)
class Looking:
    """For somebody on the case. It is the same for everybody: the message itself may have come late."""

    day_one: DayOne
    people: People

    def card(self, activity: Activity, was: Sent) -> dict[str, Any] | None:
        """None where it does not stand there any more, or not for them."""
        account = self.people.account(activity)
        if isinstance(account, Refusal):
            return None
        reference, _, post = was.command.partition(" ")
        found = (one.document for one in self.day_one.feed(account, reference) if one.id == post)
        drawn = [card for document in found for card in cards(document)]
        return opening_dialogs(drawn[was.part]) if was.part < len(drawn) else None
