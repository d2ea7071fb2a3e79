"""Microsoft's SDK for Teams, as much of it as we use: it verifies what comes, and signs what goes."""

import warnings
from collections.abc import Callable
from typing import Any

from bot.teams_settings import TeamsSettings

# It warns of what it does itself: of a preview at each import, of a client that it makes for old apps.
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="HtmlWidgetSecurityPolicy is in preview")
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.events import ActivityEvent
    from microsoft_teams.apps.http.adapter import HttpMethod, HttpRequest, HttpRouteHandler
    from microsoft_teams.common import ClientOptions

__all__ = [
    "PATIENCE",
    "PUBLIC",
    "ActivityEvent",
    "App",
    "CloudEnvironment",
    "HttpRequest",
    "Sign",
    "teams_sdk",
]

Sign = Callable[[Any, str | None], str | None]
"""Gives the token that goes with what is sent, for a scope and a tenant."""

# In seconds. Teams itself waits for 15.
PATIENCE = 5.0
ELSEWHERE = "https://smba.trafficmanager.net/teams"


def teams_sdk(settings: TeamsSettings, cloud: CloudEnvironment = PUBLIC, sign: Sign | None = None) -> App:
    """It listens to nothing: our own server does. `sign` stands in for Microsoft, where it cannot be asked.

    Whatever is left out here, the SDK would look for in the environment, under names that are not ours.
    """
    here = settings.is_teams_here
    if here and sign is None:
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
            dangerously_allow_unauthenticated_requests=here,
            http_server_adapter=_NoServer(),
            client=ClientOptions(timeout=PATIENCE),
        )


def _nothing(scope: Any, tenant: str | None) -> None:
    """A Teams on this computer asks for no token."""


class _NoServer:
    """In place of a server of the SDK's own."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Whoever serves calls the handler."""

    def serve_static(self, path: str, directory: str) -> None:
        raise NotImplementedError

    async def start(self, port: int) -> None:
        raise NotImplementedError

    async def stop(self) -> None:
        raise NotImplementedError
