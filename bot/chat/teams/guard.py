"""Who is let in: Teams alone, from the one tenant, with something that it sends.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlsplit

from flask import Request, abort

from bot.chat.teams.activities import Activity, read_activity
from bot.chat.teams.sdk import ActivityEvent, App, HttpRequest
from bot.settings import HERE
from bot.teams_settings import TeamsSettings

# Far above what Teams sends, and what somebody may type into a card.
LARGEST = 1024 * 1024


class Guard:
    """Aborts with 400 for what Teams never sends, 401 for what it did not sign, 403 for another tenant's."""

    def __init__(self, sdk: App, settings: TeamsSettings) -> None:
        self._tenant, self._is_here = settings.tenant_id.lower(), settings.is_teams_here
        self._server, self._issuer = sdk.server, sdk.cloud.token_issuer
        self._server.on_request = self._verified
        self._server.initialize(sdk.credentials, sdk.cloud, self._is_here)

    def open(self, request: Request) -> Activity:
        """What Teams tells."""
        body = _json(request.get_data())
        activity = read_activity(body)
        if activity is None or not self._is_teams(activity.service_url):
            abort(400)
        signed = HttpRequest(body=body, headers={"authorization": request.headers.get("Authorization", "")})
        # A coroutine of the SDK that waits for nothing, but blocks where it asks for Microsoft's keys.
        if asyncio.run(self._server.handle_request(signed))["status"] != 200:
            abort(401)
        if self._tenant and activity.tenant != self._tenant:
            logging.getLogger(__name__).warning("What another tenant than TENANT_ID said was not heard.")
            abort(403)
        return activity

    def _is_teams(self, url: str) -> bool:
        """Where we would answer is signed as well; where nothing is, it must be on this computer."""
        try:
            return not self._is_here or urlsplit(url).hostname in HERE
        except ValueError:
            return False

    async def _verified(self, event: ActivityEvent) -> Any:
        """The SDK lets in Microsoft's agents too, whose tokens do not say where to answer."""
        is_teams = self._is_here or getattr(event.token, "issuer", "") == self._issuer
        return {"status": 200 if is_teams else 401}


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
