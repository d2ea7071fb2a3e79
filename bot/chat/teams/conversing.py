"""Teams as a chat that can be spoken in: a case's chat or private channel, and one's own chat with us."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from bot.chat.chats import Busy, Channel, Shut
from bot.chat.present import obstacle_among
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
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell
from bot.use_cases.sending.outbox import ToSend
from storage import Store, accounts, conversations
from storage.conversations import Conversation

_LOG = logging.getLogger(__name__)


class InTeams:
    """Everywhere in Teams where the app is."""

    def __init__(self, store: Store, connector: Connector, roster: Roster) -> None:
        self._store, self._connector, self._roster = store, connector, roster

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        """In a private channel everybody may see what is known of the whole service."""
        if taken.channel:
            return self._open(taken, {one.chat_id for one in taken.readers})
        with self._store.transaction() as tx:
            there = conversations.with_person(tx, taken.person)
        return _OwnChat(self._store, self._connector, there) if there else channels.NOT_IN_THEIR_CHAT

    def open(self, taken: ToPost) -> Channel | Obstacle:
        """Checked anew each time: somebody may have come in."""
        with self._store.transaction() as tx:
            lead = accounts.by_id(tx, UUID(taken.lead))
        return self._open(taken, {lead.chat_id} if lead and lead.chat == "teams" else set())

    def _open(self, taken: ToPost | ToTell, known_to_be_there: set[str]) -> Channel | Obstacle:
        with self._store.transaction() as tx:
            there = conversations.by_id(tx, taken.workspace, taken.channel)
        if there is None:
            return channels.NOT_IN_TEAMS
        if not self._roster.is_private(there):
            return channels.not_private(taken.reference)
        members = list(self._connector.members(there))
        known = {one.person for one in members}
        if not known or (known_to_be_there and not known & known_to_be_there):
            # Perhaps Teams does not tell of everybody, so that others might be there.
            return channels.LEAD_NOT_THERE
        found = obstacle_among([present(one, there.tenant) for one in members], taken)
        return found or _Channel(self._connector, there, [one.id for one in members])

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


class _Conversation:
    """Teams tells an app of no message that stands in a conversation."""

    can_look = False

    def __init__(self, connector: Connector, there: Conversation) -> None:
        self._connector, self._there = connector, there

    def parts(self, document: Document) -> Sequence[Any]:
        return cards(document)

    def find(self, taken: ToSend) -> Mapping[int, str]:
        return {}

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        """Not again at once where it may stand there: `Looking` finds it."""
        try:
            return self._connector.post(self._there, self._message(taken, number, part))
        except (Refused, *NO_ANSWER) as error:
            if may_have_it(error):
                raise Shut(channels.MAY_HAVE_IT, may_have_it=True) from error
            raise

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> bool:
        try:
            self._connector.change(self._there, message, self._message(taken, number, part))
        except Refused as error:
            if error.response.status_code != GONE:
                raise
            return False
        return True

    def _message(self, taken: ToSend, number: int, part: Any) -> dict[str, Any]:
        return with_card(taken.document.title, part)


class _OwnChat(_Conversation):
    """Where they took us away, it is forgotten."""

    def __init__(self, store: Store, connector: Connector, there: Conversation) -> None:
        super().__init__(connector, there)
        self._store = store

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        try:
            return super().post(taken, number, part)
        except Refused as error:
            if is_gone(error):
                with self._store.transaction() as tx:
                    conversations.drop(tx, self._there.tenant, self._there.id)
            raise


class _Channel(_Conversation):
    """A case's chat or channel: whoever looks at what is living sees it drawn anew."""

    def __init__(self, connector: Connector, there: Conversation, looking: Sequence[str]) -> None:
        super().__init__(connector, there)
        self._looking = looking

    def _message(self, taken: ToSend, number: int, part: Any) -> dict[str, Any]:
        if not isinstance(taken, ToPost):
            return super()._message(taken, number, part)
        card = standing(part, taken.reference, taken.post_id, number, self._looking if taken.living else [])
        return with_card(taken.document.title, card)
