"""Teams as a chat that can be spoken in: a case's chat or private channel, and one's own chat with us."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bot.chat.deliver import Busy, Channel, Shut
from bot.chat.present import obstacle_among
from bot.chat.teams.activities import Account
from bot.chat.teams.connector import Connector
from bot.chat.teams.outgoing import with_card
from bot.chat.teams.roster import Roster, present
from bot.chat.teams.trouble import GONE, NO_ANSWER, Refused, is_busy, pause_of, what_is_shut
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.messages.in_teams import LOOK_AGAIN
from bot.render.teams import cards, opening_dialogs
from bot.use_cases.delivering import ToSend
from storage import Store, conversations
from storage.conversations import Conversation

LOOKS = "looks"
"""The verb with which Teams asks anew for a card of ours, for each who looks at it."""
# Teams asks for no more of them by itself.
MOST_LOOKING = 60


class InTeams:
    """Everywhere in Teams where the app is."""

    def __init__(self, store: Store, connector: Connector, roster: Roster) -> None:
        self._store, self._connector, self._roster = store, connector, roster

    def tell(self, workspace: str, person: str, document: Document) -> None:
        with self._store.transaction() as tx:
            there = conversations.with_person(tx, workspace, person)
        if there:
            for card in cards(document):
                self._connector.say(there, with_card(document.title, card))

    def open(self, taken: ToSend) -> Channel | Obstacle:
        """Checked anew each time: somebody may have come in."""
        with self._store.transaction() as tx:
            there = conversations.by_id(tx, taken.workspace, taken.channel)
        if there is None:
            return channels.NOT_IN_TEAMS
        if not self._roster.is_private(there):
            return channels.not_private(taken.reference)
        members = list(self._connector.members(there))
        found = obstacle_among([present(one, there.tenant) for one in members], taken)
        return found or _Channel(self._connector, there, members)

    @contextmanager
    def trouble(self, reference: str) -> Iterator[None]:
        try:
            yield
        except Refused as error:
            if is_busy(error):
                raise Busy(channels.TEAMS_IS_SILENT, pause_of(error)) from error
            logging.getLogger(__name__).warning("Teams refused a post: %s", error.response.status_code)
            raise Shut(what_is_shut(error)) from error
        except NO_ANSWER as error:
            raise Busy(channels.TEAMS_IS_SILENT, 1.0) from error


class _Channel:
    def __init__(self, connector: Connector, there: Conversation, members: Sequence[Account]) -> None:
        self._connector, self._there, self._members = connector, there, members

    def parts(self, document: Document) -> Sequence[Any]:
        return cards(document)

    def find(self, taken: ToSend) -> list[str]:
        """Nothing: Teams tells an app of no message that stands in a conversation."""
        return []

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        return self._connector.say(self._there, self._message(taken, number, part))

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> str:
        try:
            self._connector.change(self._there, message, self._message(taken, number, part))
        except Refused as error:
            if error.response.status_code != GONE:
                raise
            return self.post(taken, number, part)
        return message

    def _message(self, taken: ToSend, number: int, part: Any) -> dict[str, Any]:
        card = opening_dialogs(part)
        if taken.living:
            card["refresh"] = _refresh(taken, number, [one.id for one in self._members])
        return with_card(taken.document.title, card)


def _refresh(taken: ToSend, number: int, people: list[str]) -> dict[str, Any]:
    """Whoever looks sees the same as everybody, only as it is now.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
    """
    data = {"verb": LOOKS, "command": f"{taken.reference} {taken.post_id}", "part": number}
    action = {"type": "Action.Execute", "title": LOOK_AGAIN, "verb": LOOKS, "data": data}
    return {"action": action, "userIds": people[:MOST_LOOKING]}
