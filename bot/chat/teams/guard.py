"""Who is let in: Teams alone, from the one tenant, with something that it sends.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import json
import logging
from typing import Any

from flask import Request, abort

from bot.chat.teams.activities import Activity, read_activity
from bot.chat.teams.addresses import is_here
from bot.chat.teams.sdk import App, PyJWKClientConnectionError, PyJWTError, validator
from bot.teams_settings import TeamsSettings

# Far above what Teams sends, and what somebody may type into a card.
LARGEST = 1024 * 1024
# A Teams on this computer sends none of these: browsers do, and proxies.
_FROM_ELSEWHERE = ("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host")


class Guard:
    """Aborts with 400 for what Teams never sends, 401 for what it did not sign, 403 for another tenant's.

    With 503 where Microsoft does not say with which keys it signs: Teams may tell of it again.
    """

    def __init__(self, sdk: App, settings: TeamsSettings) -> None:
        self._tenant = settings.tenant_id.lower()
        self._validator = None if settings.is_teams_here else validator(sdk)

    def open(self, request: Request) -> Activity:
        """What Teams tells."""
        activity = read_activity(_json(request.get_data()))
        if activity is None:
            abort(400)
        if self._validator is None:
            _turn_away_but_from_here(request, activity)
        elif not self._is_signed(request.headers.get("Authorization", ""), activity):
            abort(401)
        if self._tenant and activity.tenant != self._tenant:
            logging.getLogger(__name__).warning("What another tenant than TENANT_ID said was not heard.")
            abort(403)
        return activity

    def _is_signed(self, authorization: str, activity: Activity) -> bool:
        """Where we would answer is signed as well."""
        assert self._validator
        token = authorization.removeprefix("Bearer ")
        try:
            # A coroutine of the SDK that waits for nothing, but blocks where it asks for Microsoft's keys.
            asyncio.run(self._validator.validate_token(token, activity.service_url))
        except PyJWKClientConnectionError:
            abort(503)
        except PyJWTError:
            return False
        return True


def _turn_away_but_from_here(request: Request, activity: Activity) -> None:
    """Where nothing is signed, no page in a browser may speak, and nothing is sent to another computer."""
    if not (is_here(f"http://{request.host}") and is_here(activity.service_url)):
        abort(400)
    if not request.is_json or any(name in request.headers for name in _FROM_ELSEWHERE):
        abort(400)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
