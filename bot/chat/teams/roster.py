"""Who is who in Teams, and who is in a conversation."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar, cast

from bot.chat.present import Present
from bot.chat.teams.activities import Account
from bot.chat.teams.connector import Connector
from storage.conversations import Conversation

# Somebody may become a guest at any time, and asking each time is slow.
KNOWN_FOR = timedelta(minutes=5)
_FULL_MEMBERS = ("", "user", "owner")
# So Entra writes the names of those whose home is another tenant.
_EXTERNAL = "#EXT#"
PRIVATE = "private"
T = TypeVar("T")


class Roster:
    """For any thread. Raises what the connector raises. `clock` says when what is known is too old."""

    def __init__(self, connector: Connector, clock: Callable[[], datetime]) -> None:
        self._connector, self._clock = connector, clock
        self._known: dict[tuple[str, ...], tuple[datetime, Any]] = {}
        self._lock = Lock()

    def seen(self, there: Conversation, account: str) -> Present:
        """Somebody as Teams described them within the last minutes, by their id in a conversation."""
        described = self._connector.member
        return self._lately(
            ("who", there.tenant, account), lambda: present(described(there, account), there.tenant)
        )

    def is_private(self, there: Conversation) -> bool:
        """A chat among several, or a channel that Teams says is private. Where it says nothing, it is not.

        https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
        """
        if not there.team:
            return not there.person
        found = (one for one in self._connector.channels(there) if one.get("id") == there.id)
        return next(found, {}).get("type") == PRIVATE

    def was_private(self, there: Conversation) -> bool:
        """The same, as Teams said it within the last minutes. Whoever posts asks anew."""
        return self._lately(("private", there.tenant, there.id), lambda: self.is_private(there))

    def was_in(self, there: Conversation, account: str) -> bool:
        """True where Teams found somebody there within the last minutes. Raises where it does not."""
        key = ("in", there.tenant, there.id, account)
        return self._lately(key, lambda: bool(self._connector.member(there, account)))

    def _lately(self, key: tuple[str, ...], ask: Callable[[], T]) -> T:
        """What is so is known for a while; what is not is asked again."""
        since = self._clock() - KNOWN_FOR
        with self._lock:
            self._known = {one: found for one, found in self._known.items() if found[0] > since}
            if key in self._known:
                return cast(T, self._known[key][1])
        if found := ask():
            with self._lock:
                self._known[key] = (self._clock(), found)
        return found


def present(account: Account, tenant: str) -> Present:
    """Somebody as Teams describes them, in a conversation of `tenant`: a guest where it says too little."""
    home, role = (account.tenant_id or tenant).lower(), (account.user_role or "").lower()
    is_told = bool(account.tenant_id or role) and _EXTERNAL not in (account.user_principal_name or "")
    is_member = is_told and home == tenant and role in _FULL_MEMBERS
    return Present(home, account.person, account.name or "", guest=not is_member)
