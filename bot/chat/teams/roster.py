"""Who is who in Teams, and who is in a conversation."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from bot.chat.present import Present
from bot.chat.teams.activities import Account
from bot.chat.teams.connector import Connector
from storage.conversations import Conversation

# Somebody may become a guest at any time, and asking each time is slow.
KNOWN_FOR = timedelta(minutes=5)
_FULL_MEMBERS = ("", "user", "owner")
PRIVATE = "private"


class Roster:
    """For any thread. Raises what the connector raises. `clock` says when what is known is too old."""

    def __init__(self, connector: Connector, clock: Callable[[], datetime]) -> None:
        self._connector, self._clock = connector, clock
        self._seen: dict[tuple[str, str], tuple[datetime, Present]] = {}
        self._lock = Lock()

    def seen(self, there: Conversation, account: str) -> Present:
        """Somebody as Teams described them within the last minutes, by their id in a conversation."""
        now = self._clock()
        with self._lock:
            at, known = self._seen.get((there.tenant, account), (now - KNOWN_FOR, None))
        if known and now - at < KNOWN_FOR:
            return known
        found = present(self._connector.member(there, account), there.tenant)
        with self._lock:
            self._seen[there.tenant, account] = (now, found)
        return found

    def is_private(self, there: Conversation) -> bool:
        """A chat among several, or a channel that Teams says is private. Where it says nothing, it is not.

        https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
        """
        if not there.team:
            return not there.person
        found = (one for one in self._connector.channels(there) if one.get("id") == there.id)
        return next(found, {}).get("type") == PRIVATE


def present(account: Account, tenant: str) -> Present:
    """Somebody as Teams describes them, in a conversation of `tenant`."""
    home = (account.tenant_id or tenant).lower()
    is_member = home == tenant and (account.user_role or "").lower() in _FULL_MEMBERS
    return Present(home, account.person, account.name or "", guest=not is_member)
