"""Microsoft's SDK for Teams, as much of it as we use: it verifies what comes, and signs what goes."""

import warnings
from collections.abc import Callable
from typing import Any

from jwt import PyJWKClient
from jwt.exceptions import PyJWKClientConnectionError, PyJWTError

from bot.teams_settings import TeamsSettings

# It warns of what it does itself: of a preview at each import, of a client that it makes for old apps.
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="HtmlWidgetSecurityPolicy is in preview")
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.auth import TokenValidator
    from microsoft_teams.apps.http.adapter import HttpMethod, HttpRouteHandler
    from microsoft_teams.common import ClientOptions
    from microsoft_teams.common.http import resolve_token

__all__ = [
    "PATIENCE",
    "PUBLIC",
    "App",
    "CloudEnvironment",
    "PyJWKClientConnectionError",
    "PyJWTError",
    "Sign",
    "TokenValidator",
    "resolve_token",
    "teams_sdk",
    "validator",
]

Sign = Callable[[Any, str | None], str | None]
"""Gives the token that goes with what is sent, for a scope and a tenant."""

# In seconds. Teams itself waits for 15.
PATIENCE = 5.0
# As Teams is called among the channels by which a bot may be reached.
CHANNEL = "msteams"
ELSEWHERE = "https://smba.trafficmanager.net/teams"


def teams_sdk(settings: TeamsSettings, cloud: CloudEnvironment = PUBLIC, sign: Sign | None = None) -> App:
    """It listens to nothing: our own server does. `sign` stands in for Microsoft, where it cannot be asked.

    Whatever is left out here, the SDK would look for in the environment, under names that are not ours.
    """
    if settings.is_teams_here and sign is None:
        sign = _nothing
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The bot client is deprecated")
        return App(
            client_id=settings.client_id,
            client_secret=None if sign else settings.client_secret,
            token=sign,
            tenant_id=settings.tenant_id or "-",
            cloud=cloud,
            service_url=ELSEWHERE,
            http_server_adapter=_NoServer(),
            client=ClientOptions(timeout=PATIENCE),
        )


def validator(sdk: App) -> TokenValidator:
    """For what Teams signs. The SDK's own server hears agents too, and fetches whatever keys they name."""
    made = TokenValidator.for_service(sdk.id or "", cloud=sdk.cloud)
    made._jwks_client = _Keys(made.options.jwks_uri, timeout=PATIENCE)
    return made


class _Keys(PyJWKClient):
    """Microsoft's. A key that names channels is good for those alone."""

    def fetch_data(self) -> Any:
        found = super().fetch_data()
        return {**found, "keys": [{**one, "use": _use_of(one)} for one in found["keys"]]}


def _use_of(key: dict[str, Any]) -> Any:
    return key.get("use") if CHANNEL in key.get("endorsements", [CHANNEL]) else "another channel's"


def _nothing(scope: Any, tenant: str | None) -> None:
    """A Teams on this computer asks for no token."""


class _NoServer:
    """In place of a server of the SDK's own."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Nothing comes to the SDK."""

    def serve_static(self, path: str, directory: str) -> None:
        raise NotImplementedError

    async def start(self, port: int) -> None:
        raise NotImplementedError

    async def stop(self) -> None:
        raise NotImplementedError
