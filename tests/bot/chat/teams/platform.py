"""A Teams on loopback: takes what the app sends it, keeps it as Teams would, and says what Teams says.

What Teams would refuse because of a fault of ours is a problem, and `raise_problems` raises them at the end.
"""

import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import NAMESPACE_DNS, uuid5

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.bot.render.teams_limits import check_card
from tests.serving import serving

Json = dict[str, Any]
BOT = "5f1f0c3e-0000-4000-8000-00000000b070"
OAKSHIRE = "5f1f0c3e-0000-4000-8000-000000000001"
ISSUER = "https://api.botframework.com"
CARD = "application/vnd.microsoft.card.adaptive"
PAGE = 2


@dataclass(frozen=True)
class Member:
    """Somebody in Teams. `lets_in` is False where they may not have the app for themselves."""

    name: str
    tenant: str = OAKSHIRE
    role: str = "user"
    lets_in: bool = True

    @property
    def id(self) -> str:
        return f"29:{self.name.lower()}"

    @property
    def entra(self) -> str:
        return str(uuid5(NAMESPACE_DNS, self.name))

    @property
    def described(self) -> Json:
        """What is empty is not told."""
        told = {"tenantId": self.tenant, "userRole": self.role}
        known = {name: value for name, value in told.items() if value}
        return {"id": self.id, "objectId": self.entra, "name": self.name, **known}


@dataclass
class Chat:
    """`kind` is personal, groupChat or channel; `channel_type` what Teams says of a channel."""

    id: str
    kind: str
    members: list[Member]
    team: str = ""
    channel_type: str = "private"
    has_us: bool = True
    messages: dict[str, Json] = field(default_factory=dict)

    @property
    def cards(self) -> list[Json]:
        """Of every message that stands there, the oldest first."""
        attached = (one for message in self.messages.values() for one in message.get("attachments", ()))
        return [one["content"] for one in attached if one["contentType"] == CARD]

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages.values() if "text" in message]


@dataclass(frozen=True)
class Call:
    """What was called, and with what number it was answered; 0 where the connection was cut."""

    method: str
    path: str
    sent: Any
    status: int


@dataclass
class Fault:
    """What goes wrong with the next `times` calls of this method that have `path` in them.

    With a status of 0 the connection is cut. `taken` where Teams does what is asked all the same. `answer` is
    what is wrong with the answer where nothing else is.
    """

    method: str
    path: str
    status: int
    retry_after: int | str | None = None
    times: int = 1
    taken: bool = False
    answer: Any = field(default_factory=dict)


@dataclass
class Platform:
    """Every tenant in one."""

    url: str = ""
    chats: dict[str, Chat] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    uploads: dict[str, bytes] = field(default_factory=dict)
    ids: "count[int]" = field(default_factory=lambda: count(1))
    secret_has_ended: bool = False
    key_says: Json = field(default_factory=dict)

    def add(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        return chat

    def own(self, member: Member) -> Chat:
        """A member's own chat with the app."""
        return self.chats.get(f"a:{member.name.lower()}") or self.add(
            Chat(f"a:{member.name.lower()}", "personal", [member])
        )

    def token(self, **claims: Any) -> str:
        """What Teams signs an activity with."""
        told = {"iss": ISSUER, "aud": BOT, "serviceurl": self.url, "iat": 1, "exp": 4_000_000_000, **claims}
        return jwt.encode(told, key(), algorithm="RS256", headers={"kid": "teams"})

    def sign(self, scope: Any, tenant: str | None) -> str:
        """What the app proves itself with. Microsoft's own library raises where it gets nothing."""
        if self.secret_has_ended:
            raise ValueError("invalid_client")
        return self.token(aud=str(scope), tid=tenant)

    def answer(self, method: str, path: str, sent: Any, bearer: str) -> tuple[int, Any, dict[str, str]]:
        """What Teams says."""
        parts = [unquote(part) for part in urlsplit(path).path.strip("/").split("/")]
        parts = parts[parts.index("v3") :] if "v3" in parts else parts
        if parts[-1] == "keys":
            fault = self._fault(method, path)
            return fault.status if fault else 200, {"keys": [{**public_key(), **self.key_says}]}, {}
        if parts[0] == "upload":
            self.uploads[parts[1]] = sent
            return 201, {}, {}
        if bearer not in (self.sign("https://api.botframework.com/.default", one) for one in (OAKSHIRE, "-")):
            return 401, {}, {}
        fault = self._fault(method, path)
        if fault is None or fault.taken:
            done = self._does(method, path, parts, sent)
        if fault is None:
            return done
        after = fault.retry_after
        return fault.status, fault.answer, {} if after is None else {"Retry-After": str(after)}

    def _fault(self, method: str, path: str) -> Fault | None:
        if not (self.faults and self.faults[0].method == method and self.faults[0].path in path):
            return None
        fault = self.faults[0]
        fault.times -= 1
        return fault if fault.times else self.faults.popleft()

    def _does(self, method: str, path: str, parts: list[str], sent: Any) -> tuple[int, Any, dict[str, str]]:
        match method, parts:
            case "POST", ["v3", "conversations"]:
                return *self._meets(sent), {}
            case "GET", ["v3", "teams", team, "conversations"]:
                return 200, {"conversations": self._channels(team)}, {}
            case _, ["v3", "conversations", chat, *rest] if chat in self.chats and self.chats[chat].has_us:
                return *self._in(self.chats[chat], method, rest, sent, parse_qs(urlsplit(path).query)), {}
            case _, ["v3", "conversations", chat, *rest] if chat.partition(";")[0] in self.chats:
                there = self.chats[chat.partition(";")[0]]
                return *(self._in(there, method, rest, sent, {}) if there.has_us else (403, {})), {}
        return 404, {}, {}

    def _meets(self, sent: Json) -> tuple[int, Any]:
        member = next(
            one for chat in self.chats.values() for one in chat.members if one.id == sent["members"][0]["id"]
        )
        return (201, {"id": self.own(member).id}) if member.lets_in else (403, {})

    def _channels(self, team: str) -> list[Json]:
        of_team = (chat for chat in self.chats.values() if chat.team == team)
        return [{"id": chat.id, "name": chat.id, "type": chat.channel_type} for chat in of_team]

    def _in(self, chat: Chat, method: str, rest: list[str], sent: Any, query: Any) -> tuple[int, Any]:
        match method, rest:
            case "POST", ["activities"]:
                return self._posted(chat, sent, f"m{next(self.ids)}", 201)
            case "PUT", ["activities", message] if message in chat.messages:
                return self._posted(chat, sent, message, 200)
            case "DELETE", ["activities", message] if message in chat.messages:
                del chat.messages[message]
                return 200, {}
            case "GET", ["members", member]:
                found = [one.described for one in chat.members if one.id == member]
                return (200, found[0]) if found else (404, {})
            case "GET", ["pagedmembers"]:
                start = int(query.get("continuationToken", ["0"])[0])
                some = [one.described for one in chat.members[start : start + PAGE]]
                more = {"continuationToken": str(start + PAGE)} if start + PAGE < len(chat.members) else {}
                return 200, {"members": some, **more}
        return 404, {}

    def _posted(self, chat: Chat, sent: Json, message: str, status: int) -> tuple[int, Any]:
        for attached in sent.get("attachments", ()):
            if attached["contentType"] == CARD:
                try:
                    check_card(attached["content"])
                except AssertionError as wrong:
                    self.problems.append(str(wrong))
        chat.messages[message] = sent
        return status, {"id": message}

    def raise_problems(self) -> None:
        assert not self.problems, "\n".join(self.problems)


@cache
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_key() -> Json:
    return {**json.loads(RSAAlgorithm.to_jwk(key().public_key())), "kid": "teams", "use": "sig"}


@contextmanager
def teams_on_loopback() -> Iterator[Platform]:
    platform = Platform()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Else the body waits for the headers to be acknowledged.
        disable_nagle_algorithm = True

        def handle_one(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            is_json = self.headers.get("Content-Type", "").startswith("application/json")
            sent = json.loads(body) if body and is_json else body
            bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
            whole_file = f"bytes 0-{len(body) - 1}/{len(body)}"
            if self.path.startswith("/upload/") and self.headers.get("Content-Range") != whole_file:
                platform.problems.append("OneDrive is not told how much of the file this is.")
            status, answer, headers = platform.answer(self.command, self.path, sent, bearer)
            platform.calls.append(Call(self.command, self.path, sent, status))
            if not status:
                self.close_connection = True
                return
            whole = json.dumps(answer).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(whole))}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(whole)

        do_GET = do_POST = do_PUT = do_DELETE = handle_one  # noqa: N815

        def log_message(self, *args: Any) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    platform.url = f"http://127.0.0.1:{server.server_port}"
    with serving(server):
        yield platform
    platform.raise_problems()
