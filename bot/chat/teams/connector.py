"""What we ask of Teams: messages, members, channels. For any thread; each call waits for its answer.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

import asyncio
from collections.abc import Coroutine, Iterator
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import quote

from bot.chat.teams.activities import Account
from bot.chat.teams.sdk import PATIENCE, App
from storage.conversations import Conversation

T = TypeVar("T")
Json = dict[str, Any]
PAGE = 500


class Connector:
    """Raises what `trouble` names."""

    def __init__(self, sdk: App) -> None:
        self._http, self._bot = sdk.api.http, sdk.id or ""
        # One for all calls, so that connections are kept.
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="teams", daemon=True)
        self._thread.start()

    def say(self, there: Conversation, activity: Json) -> str:
        """Its id."""
        return str(self._ask("POST", there.service_url, _in(there, "activities"), activity).get("id", ""))

    def change(self, there: Conversation, message: str, activity: Json) -> None:
        """What was said before is something else from now on."""
        self._ask("PUT", there.service_url, _in(there, "activities", message), {**activity, "id": message})

    def take_back(self, there: Conversation, message: str) -> None:
        self._ask("DELETE", there.service_url, _in(there, "activities", message))

    def member(self, there: Conversation, account: str) -> Account:
        return Account.model_validate(self._ask("GET", there.service_url, _in(there, "members", account)))

    def members(self, there: Conversation) -> Iterator[Account]:
        """Everybody in it but apps, ours among them."""
        more: str | None = ""
        while more is not None:
            page = self._ask(
                "GET", there.service_url, _in(there, "pagedmembers"), pageSize=PAGE, **_from(more)
            )
            yield from map(Account.model_validate, page.get("members", ()))
            more = page.get("continuationToken") or None

    def channels(self, there: Conversation) -> list[Json]:
        """The channels of the team to which a channel belongs."""
        found = self._ask("GET", there.service_url, f"v3/teams/{quote(there.team, safe='')}/conversations")
        return list(found.get("conversations", ()))

    def meet(self, service_url: str, tenant: str, account: str) -> str:
        """The id of a conversation with one person alone, by their id in the chat that they are met in."""
        asked = {
            "bot": {"id": self._bot},
            "members": [{"id": account}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        return str(self._ask("POST", service_url, "v3/conversations", asked)["id"])

    def close(self) -> None:
        """No call is made after that."""
        self._wait(self._http.http.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _ask(self, method: str, service_url: str, path: str, body: Json | None = None, **query: Any) -> Json:
        url = f"{service_url.rstrip('/')}/{path}"
        answer = self._wait(self._http.request(method, url, json=body, params=query or None))
        found = answer.json() if answer.content else {}
        return found if isinstance(found, dict) else {}

    def _wait(self, asked: Coroutine[Any, Any, T]) -> T:
        # Longer than each of the few things that may be waited for within.
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result(PATIENCE * 4)


def _in(there: Conversation, *path: str) -> str:
    return "/".join(("v3/conversations", *(quote(part, safe="") for part in (there.id, *path))))


def _from(more: str) -> Json:
    return {"continuationToken": more} if more else {}
