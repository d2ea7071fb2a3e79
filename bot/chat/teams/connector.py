"""What we ask of Teams: messages, members, channels. For any thread; each call waits for its answer.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import ValidationError

from bot.chat.teams.activities import Account
from bot.chat.teams.sdk import PATIENCE, App, resolve_token
from bot.chat.teams.trouble import (
    NOTHING_CAME,
    NoToken,
    NotUnderstood,
    Refused,
    is_busy,
    may_have_it,
    pause_of,
)
from storage.conversations import Conversation

T = TypeVar("T")
Json = dict[str, Any]
PAGE = 500
# More people than any team has.
MOST_PAGES = 100
# What is asked may be asked again, until that has taken so many seconds. Teams itself waits for 15.
TRIES = 3
IN_ALL = 8.0
TIMED_OUT = (httpx.TimeoutException, TimeoutError)
# Seconds. Nobody waits for a post, and whether it stands there is hard to find out afterwards.
PATIENCE_WITH_POSTS = 20.0


class Connector:
    """Raises what `trouble` names. `wait` takes seconds: Teams asks to be asked again where it is busy."""

    def __init__(self, sdk: App, wait: Callable[[float], None]) -> None:
        self._http, self._bot, self._wait = sdk.api.http, sdk.id or "", wait
        # One for all calls, so that connections are kept.
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="teams", daemon=True)
        self._thread.start()

    def say(self, there: Conversation, activity: Json) -> None:
        """To one person again where nobody knows whether it came: better twice than never."""
        path = _in(there, "activities")
        self._ask("POST", there.service_url, path, activity, once=not there.person)

    def post(self, there: Conversation, activity: Json) -> str:
        """Its id. Tried once: whoever posts looks again first at who would read it."""
        path = _in(there, "activities")
        posted = self._asked("POST", there.service_url, path, activity, PATIENCE_WITH_POSTS)
        if not posted.get("id"):
            raise NotUnderstood
        return str(posted["id"])

    def change(self, there: Conversation, message: str, activity: Json) -> None:
        """What was said before is something else from now on."""
        self._ask("PUT", there.service_url, _in(there, "activities", message), {**activity, "id": message})

    def take_back(self, there: Conversation, message: str) -> None:
        self._ask("DELETE", there.service_url, _in(there, "activities", message))

    def member(self, there: Conversation, account: str) -> Account:
        return _account(self._ask("GET", there.service_url, _in(there, "members", account)))

    def members(self, there: Conversation) -> Iterator[Account]:
        """Everybody in it but apps, ours among them. Raises where Teams does not tell of all."""
        more, path = "", _in(there, "pagedmembers")
        for _ in range(MOST_PAGES):
            page = self._ask("GET", there.service_url, path, pageSize=PAGE, **_from(more))
            if not isinstance(page.get("members"), list):
                raise NotUnderstood
            yield from map(_account, page["members"])
            if not (following := page.get("continuationToken")):
                return
            if following == more:
                raise NotUnderstood
            more = following
        raise NotUnderstood

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
        met = self._ask("POST", service_url, "v3/conversations", asked)
        if not met.get("id"):
            raise NotUnderstood
        return str(met["id"])

    def close(self) -> None:
        """No call is made after that."""
        self._run(self._http.http.aclose(), PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _ask(
        self,
        method: str,
        service_url: str,
        path: str,
        body: Json | None = None,
        once: bool = False,
        **query: Any,
    ) -> Json:
        """With `once`, not again where Teams may have done it already."""
        left = IN_ALL
        for tries_left in reversed(range(TRIES)):
            try:
                return self._asked(method, service_url, path, body, PATIENCE, **query)
            except (Refused, *NOTHING_CAME) as error:
                pause = pause_of(error)
                left -= pause + (PATIENCE if isinstance(error, TIMED_OUT) else 0)
                may_be_asked_again = is_busy(error) and not (once and may_have_it(error))
                if not (tries_left and left >= 0 and may_be_asked_again):
                    raise
            self._wait(pause)
        raise AssertionError("The last try returns.")

    def _asked(
        self, method: str, service_url: str, path: str, body: Json | None, patience: float, **query: Any
    ) -> Json:
        url = f"{service_url.rstrip('/')}/{path}"
        answer = self._run(
            self._sent(method, url, json=body, params=query or None, timeout=patience), patience
        )
        try:
            found = answer.json() if answer.content else {}
        except ValueError as error:
            raise NotUnderstood from error
        return found if isinstance(found, dict) else {}

    async def _sent(self, method: str, url: str, **more: Any) -> httpx.Response:
        try:
            token = await resolve_token(self._http.token)
        except ValueError as error:
            raise NoToken from error
        except OSError as error:
            raise httpx.ConnectError("no token") from error
        return await self._http.request(method, url, token=token, **more)

    def _run(self, asked: Coroutine[Any, Any, T], patience: float) -> T:
        future = asyncio.run_coroutine_threadsafe(asked, self._loop)
        try:
            # A token may have to be fetched first.
            return future.result(patience + 2 * PATIENCE)
        except TimeoutError:
            future.cancel()
            raise


def _account(described: Any) -> Account:
    try:
        return Account.model_validate(described)
    except ValidationError as error:
        raise NotUnderstood from error


def _in(there: Conversation, *path: str) -> str:
    return "/".join(("v3/conversations", *(quote(part, safe="") for part in (there.id, *path))))


def _from(more: str) -> Json:
    return {"continuationToken": more} if more else {}
