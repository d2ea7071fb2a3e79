"""A Slack on loopback: takes what the app sends it, keeps it as Slack would, and says what Slack says.

What Slack would refuse because of a fault of ours fails the test that it happens in, even where the app
bears it: it is a problem, and `raise_problems` raises them at the end.
"""

import json
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.chat.slack import manifest
from tests.bot.chat.slack.web_api import METHODS, SCOPE_BY_CHANNEL, WITHOUT_A_TOKEN, Refused
from tests.bot.chat.slack.workspace import (
    TRIGGER_LASTS,
    Channel,
    Holdings,
    Json,
    Message,
    User,
    Workspace,
)
from tests.bot.render.slack_limits import check_message
from tests.serving import serving

JSON_ARGUMENTS = {"view", "blocks", "metadata", "files"}


@dataclass(frozen=True)
class Call:
    """What was called: `answer` is what Slack said, None where the connection was cut or nothing was done."""

    method: str
    token: str
    sent: Json
    answer: Json | None


@dataclass(frozen=True)
class Trigger:
    """Lets the app show one modal, once and soon, to whoever did something. `view` is where they did it."""

    team: str
    user: str
    at: float
    view: str = ""


@dataclass
class Fault:
    """What goes wrong with the next call of `method`. What is `cut` was accepted before the line broke."""

    method: str
    error: str = ""
    status: int = 200
    retry_after: int = 0
    cut: bool = False
    gate: threading.Event | None = None


@dataclass
class Slack:
    """Every workspace in one. `clock` gives seconds: the time at which triggers and messages are made."""

    clock: Callable[[], float]
    held: Holdings = field(default_factory=Holdings)
    calls: list[Call] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    exchanged: set[str] = field(default_factory=set)
    responses: dict[str, tuple[str, str]] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    client_id: str = "111.222"
    client_secret: str = "the-secret-of-the-client"
    page: int = 100
    url: str = ""
    stamps: "count[int]" = field(default_factory=lambda: count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    # What a test arranges

    def workspace(self, name: str, scopes: Sequence[str] = manifest.SCOPES) -> Workspace:
        """A new workspace in which the app is installed, with the scopes that its manifest asks for."""
        team = self.held.new_id("T")
        bot = self.user(team, "Day One", is_bot=True)
        made = Workspace(team, name, f"xoxb-{team}", bot, frozenset(scopes))
        self.held.workspaces[team] = made
        return made

    def user(self, team: str, name: str, **more: Any) -> User:
        made = User(self.held.new_id("U"), team, name, **more)
        self.held.users[made.id] = made
        return made

    def channel(self, name: str, *members: User, private: bool = True, app: bool = True) -> Channel:
        """A channel of the first member's workspace, with its app in it, shared with those of the others."""
        teams = tuple(dict.fromkeys(user.team for user in members))
        ids = [user.id for user in members] + ([self.held.workspaces[teams[0]].bot.id] if app else [])
        made = Channel(self.held.new_id("C"), name, teams, private, members=ids)
        self.held.channels[made.id] = made
        return made

    def fails(self, method: str, error: str, times: int = 1) -> None:
        """Its next calls are refused so: "is_archived", "token_revoked"…"""
        self.faults.extend(Fault(method, error) for _ in range(times))

    def limits(self, method: str, retry_after: int = 30) -> None:
        """The next call comes too soon."""
        self.faults.append(Fault(method, "ratelimited", 429, retry_after))

    def breaks(self, method: str) -> None:
        """The next call meets Slack out of order."""
        self.faults.append(Fault(method, status=500))

    def cuts(self, method: str) -> None:
        """The next call is accepted, and the line breaks before the answer."""
        self.faults.append(Fault(method, cut=True))

    def holds(self, method: str) -> threading.Event:
        """The next call is not answered until the event is set."""
        gate = threading.Event()
        self.faults.append(Fault(method, gate=gate))
        return gate

    def code(self, user: User) -> str:
        """What Slack sends to the app once somebody has allowed it to be installed."""
        made = self.held.new_id("code")
        self.codes[made] = (user.team, user.id)
        return made

    def trigger(self, user: User, view: str = "", age: float = 0) -> str:
        made = f"{next(self.stamps)}.{user.team}.trigger"
        self.triggers[made] = Trigger(user.team, user.id, self.clock() - age, view)
        return made

    def response_url(self, user: User) -> str:
        """Where the app may answer somebody alone."""
        name = self.held.new_id("R")
        self.responses[name] = (user.team, user.id)
        return f"{self.url}/response/{name}"

    # What a test looks at

    def raise_problems(self) -> None:
        """Raises AssertionError for what Slack refused because of a fault of ours, and for faults left."""
        assert not self.problems, "\n".join(self.problems)
        assert not self.faults, f"not met: {[*self.faults]}"

    # What the methods need

    def new_ts(self) -> str:
        return f"{int(self.clock())}.{next(self.stamps):06d}"

    def need_scope(self, here: Workspace, scope: str, bug: str = "") -> None:
        if scope not in here.scopes:
            raise Refused("missing_scope", bug=bug, needed=scope, provided=",".join(sorted(here.scopes)))

    def exchange(self, here: Workspace, sent: Json) -> Trigger:
        """Who may be shown a modal now. A trigger is good once."""
        name = sent.get("trigger_id", "")
        trigger = self.triggers.get(name)
        if trigger is None or trigger.team != here.id:
            raise Refused("invalid_trigger_id", bug="a trigger that this workspace did not make")
        if name in self.exchanged:
            raise Refused("exchanged_trigger_id", bug="a trigger used twice")
        if self.clock() - trigger.at > TRIGGER_LASTS:
            raise Refused("expired_trigger_id")
        self.exchanged.add(name)
        return trigger

    def whispers(self, team: str, user: str, sent: Json) -> Message:
        """Something that one person alone sees, until they look away."""
        blocks = self.held.draws({"blocks": sent.get("blocks", [])})["blocks"]
        message = Message(self.new_ts(), self.held.workspaces[team].bot.id, sent.get("text", ""), blocks)
        self.held.ephemerals.setdefault((team, user), []).append(message)
        return message

    def takes_response(self, team: str, user: str, sent: Json) -> None:
        """An answer to somebody alone, in the body of the HTTP answer or through a response_url."""
        kept = self.held.ephemerals.setdefault((team, user), [])
        if sent.get("response_type", "ephemeral") != "ephemeral":
            self.problems.append("an answer to a command that everybody in the channel would read")
        if (sent.get("replace_original") or sent.get("delete_original")) and kept:
            kept.pop()
        if not sent.get("delete_original"):
            self.checked("an ephemeral answer", lambda: check_ephemeral(sent))
            self.whispers(team, user, sent)

    def checked(self, what: str, check: Callable[[], None]) -> None:
        """A problem where the check fails."""
        try:
            check()
        except (AssertionError, KeyError, TypeError) as wrong:
            self.problems.append(f"{what}: {wrong!r}")

    # How it answers

    def hears(self, method: str, token: str, sent: Json) -> tuple[int, Json | None, Json]:
        """The status, the answer (None: the line breaks) and the headers."""
        fault = self._fault(method)
        if fault and fault.gate:
            fault.gate.wait(30)
        with self.lock:
            if fault and (fault.error or fault.status != 200):
                headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else {}
                answer = {"ok": False, "error": fault.error or "internal_error"}
                self.calls.append(Call(method, token, sent, None))
                return fault.status, answer, headers
            answer = self._answer(method, token, sent)
            cut = bool(fault and fault.cut)
            self.calls.append(Call(method, token, sent, None if cut else answer))
            return 200, None if cut else answer, {}

    def _fault(self, method: str) -> Fault | None:
        with self.lock:
            found = next((fault for fault in self.faults if fault.method == method), None)
            if found:
                self.faults.remove(found)
            return found

    def _answer(self, method: str, token: str, sent: Json) -> Json:
        try:
            if method not in METHODS or method not in manifest.METHODS:
                raise Refused("unknown_method", bug="teach it to web_api.py, and the manifest its scope")
            here = None if method in WITHOUT_A_TOKEN else self._workspace(token)
            scope = manifest.METHODS[method]
            if here and scope and method not in SCOPE_BY_CHANNEL:
                self.need_scope(here, scope, bug=f"no scope {scope}")
            return {"ok": True, **METHODS[method](self, here, sent)}  # type: ignore[arg-type]
        except Refused as refused:
            if refused.bug:
                self.problems.append(f"{method}: {refused}: {refused.bug}")
            return refused.answer

    def _workspace(self, token: str) -> Workspace:
        found = next((one for one in self.held.workspaces.values() if one.token == token), None)
        if found is None:
            raise Refused("invalid_auth" if token else "not_authed")
        if found.revoked:
            raise Refused("token_revoked")
        return found

    def uploads(self, name: str, content: bytes) -> int:
        """Take a file's bytes; the HTTP status."""
        with self.lock:
            if name not in self.held.files:
                return 404
            self.held.files[name].content = content
            return 200


def check_ephemeral(sent: Json) -> None:
    assert sent.get("text"), "an answer needs words for the notification"
    if sent.get("blocks"):
        check_message(sent["blocks"])


class Handler(BaseHTTPRequestHandler):
    """One connection to the Slack of its server."""

    protocol_version = "HTTP/1.1"
    slack: Slack

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place = urlsplit(self.path).path.strip("/").split("/")
        if place[0] == "upload":
            return self.send(self.slack.uploads(place[1], body), {})
        return self.respond(self.arguments(body))

    def arguments(self, body: bytes) -> Json:
        if "json" in self.headers.get("Content-Type", ""):
            return dict(json.loads(body or b"{}"))
        sent: Json = dict(parse_qsl(body.decode()))
        return {name: json.loads(text) if name in JSON_ARGUMENTS else text for name, text in sent.items()}

    def respond(self, sent: Json) -> None:
        place = urlsplit(self.path).path.strip("/").split("/")
        if place[0] == "response":
            team, user = self.slack.responses[place[1]]
            with self.slack.lock:
                self.slack.calls.append(Call("response_url", "", sent, {"ok": True}))
                self.slack.takes_response(team, user, sent)
            return self.send(200, {"ok": True})
        kind, _, secret = self.headers.get("Authorization", "").partition(" ")
        token = secret if kind == "Bearer" else sent.get("token", "")
        basic = {"basic": secret} if kind == "Basic" else {}
        status, answer, headers = self.slack.hears(place[-1], token, {**sent, **basic})
        if answer is None:
            self.close_connection = True
            return self.connection.close()
        return self.send(status, answer, headers)

    def send(self, status: int, answer: Json, headers: Json | None = None) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what was called is in `calls`."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    slack: Slack

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no news; a mistake of this Slack is."""
        wrong = sys.exc_info()[1]
        if not isinstance(wrong, OSError):
            self.slack.problems.append(f"this Slack broke: {wrong!r}")


@contextmanager
def slack_on_loopback(clock: Callable[[], float]) -> Iterator[Slack]:
    """A Slack with nothing in it, at `slack.url`; its Web API is at `slack.url`/api/. Raises its problems."""
    slack = Slack(clock)
    handler = type("HandlerOfThis", (Handler,), {"slack": slack})
    server = Server(("127.0.0.1", 0), handler)
    server.slack = slack
    slack.url = f"http://127.0.0.1:{server.server_address[1]}"
    with serving(server):
        yield slack
    slack.raise_problems()
