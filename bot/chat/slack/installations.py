"""Installing into workspaces: Slack's OAuth flow over our own storage, for any number of processes.

https://docs.slack.dev/authentication/installing-with-oauth
"""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from http.client import HTTPException
from typing import Any
from urllib.parse import urljoin

from slack_bolt import BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth import OAuthStateStore
from slack_sdk.oauth.installation_store import Installation, InstallationStore

from bot.chat.slack.manifest import SCOPES
from bot.messages import slack_install as say
from bot.messages.document import Document
from bot.render.html import page
from storage import Store, installations, once

LASTS = timedelta(minutes=10)
Now = Callable[[], datetime]


class NotKept(BoltError):
    """An installation that is refused. `says` is the page for whoever tried."""

    def __init__(self, says: Document) -> None:
        super().__init__("The installation was not kept.")
        self.says = says


class Installations(InstallationStore):
    """Where Bolt puts what Slack gave it, and takes it away from."""

    def __init__(self, store: Store, clock: Now) -> None:
        self._store, self._clock = store, clock

    def save(self, installation: Installation) -> None:
        """Raises NotKept for a workspace that no service has."""
        team, token = installation.team_id, installation.bot_token
        if installation.is_enterprise_install or not (team and token):
            raise NotKept(say.whole_organisation())
        kept = installations.Installation(
            team,
            token,
            bot_id=installation.bot_id or "",
            bot_user=installation.bot_user_id or "",
            scopes=tuple(installation.bot_scopes or ()),
            installed_by=installation.user_id,
            at=self._clock(),
        )
        with self._store.transaction() as tx:
            if not installations.keep(tx, kept):
                raise NotKept(say.unknown_workspace(team))

    def ended(self, team: str, at: int) -> None:
        """It ended at this time of Slack's; one that was made since goes on. Slack sends events again."""
        with self._store.transaction() as tx:
            found = installations.of(tx, team)
            if found and (not at or found.at.timestamp() <= at):
                installations.drop(tx, team, self._clock())

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        with self._store.transaction() as tx:
            installations.drop(tx, team_id or "", self._clock())

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """We keep no token of any person's."""


class Installed(Authorize):
    """The token for a workspace, from our storage, with no request to Slack."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(
        self, *, team_id: str | None, user_id: str | None, enterprise_id: str | None, **_: Any
    ) -> AuthorizeResult | None:
        with self._store.transaction() as tx:
            found = installations.of(tx, team_id or "")
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
            bot_token=found.token,
            bot_scopes=found.scopes,
        )


class States(OAuthStateStore):
    """Codes that bind the way to Slack and back to one browser: good once, for ten minutes.

    None is kept before it comes back, so that asking for many fills nothing.
    """

    def __init__(self, store: Store, clock: Now) -> None:
        self._store, self._clock = store, clock

    def issue(self, *_: Any, **__: Any) -> str:
        expires = int((self._clock() + LASTS).timestamp())
        code = f"{expires}-{secrets.token_hex(16)}"
        with self._store.transaction() as tx:
            return f"{code}-{_mac(tx.keys.mac, code, tx.keys.first)}"

    def consume(self, state: str) -> bool:
        code, _, mac = state.rpartition("-")
        now = self._clock()
        with self._store.transaction() as tx:
            ours = [_mac(tx.keys.mac, code, name) for name in tx.keys.names]
            if not any(compare_digest(mac.encode(), each.encode()) for each in ours):
                return False
            expires = datetime.fromtimestamp(int(code.partition("-")[0]), UTC)
            return now < expires and once.take(tx, f"install {code}", at=now, until=expires)


class InstallFlow(OAuthFlow):
    """Bolt's, where Slack may also not be reached at all."""

    def run_installation(self, code: str) -> Installation | None:
        try:
            return super().run_installation(code)
        except (OSError, HTTPException):
            return None


def install_flow(
    store: Store, clock: Now, *, client_id: str, client_secret: str, client: WebClient
) -> InstallFlow:
    """What to give to Bolt as `oauth_flow`. What is not given here Bolt would look for in the environment
    and on the disk."""
    kept = Installations(store, clock)
    settings = OAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=SCOPES,
        user_scopes=[],
        install_page_rendering_enabled=False,
        authorization_url=urljoin(client.base_url, "/oauth/v2/authorize"),
        installation_store=kept,
        installation_store_bot_only=True,
        state_store=States(store, clock),
        state_expiration_seconds=int(LASTS.total_seconds()),
        callback_options=CallbackOptions(success=_succeeded, failure=_failed),
    )
    settings.authorize = Installed(store)
    return InstallFlow(client=client, settings=settings)


def _succeeded(args: SuccessArgs) -> BoltResponse:
    return _page(200, say.installed(), args)


def _failed(args: FailureArgs) -> BoltResponse:
    if isinstance(args.error, NotKept):
        return _page(403, args.error.says, args)
    return _page(args.suggested_status_code, say.not_installed(args.reason), args)


def _page(status: int, document: Document, args: SuccessArgs | FailureArgs) -> BoltResponse:
    gone = args.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(
        status=status,
        body=page(document),
        headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": gone},
    )


def _mac(mac: Callable[[str, bytes, str], bytes], code: str, key: str) -> str:
    return mac("slack install", code.encode(), key).hex()
