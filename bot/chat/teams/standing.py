"""One of the cards of which a post in a case's chat or channel consists, as it stands there."""

from collections.abc import Sequence
from typing import Any

from bot.messages.in_teams import LOOK_AGAIN
from bot.render.teams import opening_dialogs

Json = dict[str, Any]
LOOKS = "looks"
"""The verb with which Teams asks anew for a card of ours, for each who looks at it."""
# Teams asks for no more of them by itself.
MOST_LOOKING = 60


def standing(card: Json, reference: str, post_id: object, number: int, looking: Sequence[str]) -> Json:
    """Whoever is `looking`, by their ids there, sees the same as everybody, only as it is now.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
    """
    drawn = opening_dialogs(card)
    if not looking:
        return drawn
    data = {"verb": LOOKS, "command": f"{reference} {post_id}", "part": number}
    action = {"type": "Action.Execute", "title": LOOK_AGAIN, "verb": LOOKS, "data": data}
    return {**drawn, "refresh": {"action": action, "userIds": [*looking[:MOST_LOOKING]]}}
