"""Teams as a chat that can be spoken in: a case's chat or private channel, and one's own chat with us."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from bot.chat.deliver import Busy, Channel, Shut
from bot.chat.present import obstacle_among
from bot.chat.teams.activities import Account
from bot.chat.teams.connector import Connector
from bot.chat.teams.outgoing import with_card
from bot.chat.teams.roster import Roster, present
from bot.chat.teams.standing import standing
from bot.chat.teams.trouble import (
    GONE,
    NO_ANSWER,
    NoToken,
    Refused,
    is_busy,
    is_gone,
    may_have_it,
    pause_of,
    what_is_shut,
)
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.render.teams import cards
from bot.use_cases.delivering import ToSend
from storage import Store, accounts, conversations
from storage.conversations import Conversation

_LOG = logging.getLogger(__name__)


class InTeams:
    """Everywhere in Teams where the app is."""

    def __init__(self, store: Store, connector: Connector, roster: Roster) -> None:
        self._store, self._connector, self._roster = store, connector, roster

    def tell(self, workspace: str, person: str, document: Document) -> None:
        with self._store.transaction() as tx:
            there = conversations.with_person(tx, person)
        if there is None:
            return
        try:
            for card in cards(document):
                self._connector.say(there, with_card(document.title, card))
        except Refused as error:
            if is_gone(error):
                with self._store.transaction() as tx:
                    conversations.drop(tx, there.tenant, there.id)
            raise

    def open(self, taken: ToSend) -> Channel | Obstacle:
        """Checked anew each time: somebody may have come in."""
        with self._store.transaction() as tx:
            there = conversations.by_id(tx, taken.workspace, taken.channel)
            lead = accounts.by_id(tx, UUID(taken.lead))
        if there is None:
            return channels.NOT_IN_TEAMS
        if not self._roster.is_private(there):
            return channels.not_private(taken.reference)
        members = list(self._connector.members(there))
        known = {one.person for one in members}
        if not known or (lead and lead.chat == "teams" and lead.chat_id not in known):
            # Perhaps Teams does not tell of everybody, so that others might be there.
            return channels.LEAD_NOT_THERE
        found = obstacle_among([present(one, there.tenant) for one in members], taken)
        return found or _Channel(self._connector, there, members)

    @contextmanager
    def trouble(self, reference: str) -> Iterator[None]:
        """What may be asked again at once was asked again already, but for posts."""
        try:
            yield
        except NoToken as error:
            _LOG.warning("Microsoft gives us no token: look at CLIENT_SECRET, which may have ended.")
            raise Shut(channels.TEAMS_IS_SHUT) from error
        except (Refused, *NO_ANSWER) as error:
            if isinstance(error, Refused) and not is_busy(error):
                _LOG.warning("Teams refused a post: %s", error.response.status_code)
                raise Shut(what_is_shut(error)) from error
            if may_have_it(error):
                raise Shut(channels.TEAMS_IS_SILENT) from error
            raise Busy(channels.TEAMS_IS_SILENT, pause_of(error)) from error


class _Channel:
    def __init__(self, connector: Connector, there: Conversation, members: Sequence[Account]) -> None:
        self._connector, self._there, self._members = connector, there, members

    def parts(self, document: Document) -> Sequence[Any]:
        return cards(document)

    def find(self, taken: ToSend) -> list[str]:
        """Nothing: Teams tells an app of no message that stands in a conversation, until somebody looks."""
        return []

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        """Not again at once where it may stand there: `Looking` finds it."""
        try:
            return self._connector.post(self._there, self._message(taken, number, part))
        except (Refused, *NO_ANSWER) as error:
            if may_have_it(error):
                raise Shut(channels.TEAMS_MAY_HAVE_IT) from error
            raise

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> str:
        try:
            self._connector.change(self._there, message, self._message(taken, number, part))
        except Refused as error:
            if error.response.status_code != GONE:
                raise
            return self.post(taken, number, part)
        return message

    def _message(self, taken: ToSend, number: int, part: Any) -> dict[str, Any]:
        looking = [one.id for one in self._members] if taken.living else []
        card = standing(part, taken.reference, taken.post_id, number, looking)
        return with_card(taken.document.title, card)
