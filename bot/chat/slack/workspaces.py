"""The workspaces that let the app in: a client of Slack's Web API for each, and who is who there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from slack_sdk import WebClient

from bot.settings import SlackSettings
from bot.use_cases.people.enrolling import Member
from storage import Store, installations
from storage.installations import Installation

# Slack lets a view be opened for three seconds after a press.
PATIENCE = 2
# Somebody may become a guest at any time, and asking each time is slow.
KNOWN_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class Seen:
    """Somebody as Slack describes them: https://docs.slack.dev/reference/objects/user-object."""

    name: str
    workspace: str
    guest: bool
    gone: bool
    bot: bool

    @property
    def member(self) -> Member:
        return Member(self.name, self.guest)


class Workspaces:
    """For any thread. `clock` says when what is known of somebody is too old."""

    def __init__(self, store: Store, settings: SlackSettings, clock: Callable[[], datetime]) -> None:
        self._store, self._settings, self._clock = store, settings, clock
        self._seen: dict[tuple[str, str], tuple[datetime, Seen]] = {}
        self._ourselves = ""
        self._lock = Lock()

    def client(self, workspace: str) -> WebClient | None:
        """None where the workspace has not let the app in, or does not any more."""
        token = self._settings.bot_token or self._token(workspace)
        return self.client_with(token) if token else None

    def client_with(self, token: str | None) -> WebClient:
        """It repeats nothing by itself: what Slack took although the line was cut would stand there twice."""
        return WebClient(token, self._settings.api_base_url, timeout=PATIENCE, retry_handlers=[])

    def seen(self, client: WebClient, workspace: str, user: str) -> Seen:
        """Somebody as Slack described them within the last minutes. Raises what the client raises."""
        now = self._clock()
        with self._lock:
            at, known = self._seen.get((workspace, user), (now - KNOWN_FOR, None))
        if known and now - at < KNOWN_FOR:
            return known
        found = _seen(client.users_info(user=user)["user"], workspace)
        with self._lock:
            self._seen[workspace, user] = (now, found)
        return found

    def is_us(self, client: WebClient, workspace: str, user: str) -> bool:
        """True for the app's own user, in whichever workspace let it in."""
        if not self._settings.bot_token:
            found = self._installed(workspace)
            return found is not None and found.bot_user == user
        if not self._ourselves:
            self._ourselves = str(client.auth_test()["user_id"])
        return user == self._ourselves

    def _token(self, workspace: str) -> str:
        found = self._installed(workspace)
        return found.token if found else ""

    def _installed(self, workspace: str) -> Installation | None:
        with self._store.transaction() as tx:
            return installations.of(tx, workspace)


def _seen(user: Mapping[str, Any], workspace: str) -> Seen:
    profile = user.get("profile", {})
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    name = next((each for each in names if each), "")
    home = user.get("team_id") or workspace
    kinds = ("is_restricted", "is_ultra_restricted", "is_stranger")
    guest = home != workspace or any(user.get(kind) for kind in kinds)
    bot = bool(user.get("is_bot")) or user.get("id") == "USLACKBOT"
    return Seen(name, home, guest, bool(user.get("deleted")), bot)
