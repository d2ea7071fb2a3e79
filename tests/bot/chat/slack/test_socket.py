"""Socket Mode: what Slack says over the line that we rang up on is answered there, and the end is orderly."""

import hashlib
import json
import os
import signal
import struct
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.chat.afterwards import put_off
from bot.chat.slack.socket import talk
from planning_rules.refusal import Refusal
from tests.bot.chat.slack.at_the_door import COMMAND
from tests.serving import serving

# RFC 6455, 1.3.
MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT = 1


class Line(BaseHTTPRequestHandler):
    """Gives out its own address, says one command there, and hangs up on us once it is answered."""

    protocol_version = "HTTP/1.1"
    answers: list[dict[str, Any]]
    error = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        url = f"ws://127.0.0.1:{self.server.server_address[1]}/line"  # type: ignore[misc]
        said = json.dumps(
            {"ok": False, "error": self.error} if self.error else {"ok": True, "url": url}
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def do_GET(self) -> None:
        key = self.headers["Sec-WebSocket-Key"] + MAGIC
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        envelope = {"envelope_id": "e1", "type": "slash_commands", "accepts_response_payload": True}
        said = json.dumps({**envelope, "payload": COMMAND}).encode()
        self.wfile.write(struct.pack("!BBH", 0x80 | TEXT, 126, len(said)) + said)
        self.answers.append(json.loads(self.next_text()))
        os.kill(os.getpid(), signal.SIGTERM)
        self.close_connection = True

    def next_text(self) -> bytes:
        """The next text that we send: masked, as a client's is."""
        while True:
            first, second = self.rfile.read(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self.rfile.read(2))
            mask, masked = self.rfile.read(4), self.rfile.read(length)
            if first & 0x0F == TEXT:
                return bytes(byte ^ mask[place % 4] for place, byte in enumerate(masked))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def line() -> Iterator[type[Line]]:
    kind = type("ThisLine", (Line,), {"answers": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    kind.url = f"http://127.0.0.1:{server.server_address[1]}/api/"  # type: ignore[attr-defined]
    with serving(server):
        yield kind


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def app(url: str) -> App:
    return App(
        client=WebClient(base_url=url, retry_handlers=[]),
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1"),
        request_verification_enabled=False,
        process_before_response=True,
    )


def test_a_command_is_answered_and_what_was_put_off_is_done(line: Any) -> None:
    said: list[str] = []
    bolt = app(line.url)

    @bolt.command("/dto")
    def hears(ack: Ack, body: dict[str, Any]) -> None:
        put_off(lambda: said.append("posted"))
        ack(body["text"])

    assert talk(bolt, "xapp-1", said.append) is None
    assert line.answers == [{"envelope_id": "e1", "payload": {"text": "gaps OAK-417"}}]
    assert sorted(said) == ["Day One talks with Slack (Ctrl+C ends it)", "posted"]


def test_a_token_that_slack_does_not_take_gets_a_sentence(line: Any) -> None:
    line.error = "invalid_auth"
    refused = talk(app(line.url), "xapp-1", print)
    assert isinstance(refused, Refusal)
    assert "Slack does not take SLACK_APP_TOKEN" in refused.sentence


def test_a_slack_that_is_not_there_gets_a_sentence() -> None:
    refused = talk(app("http://127.0.0.1:1/api/"), "xapp-1", print)
    assert isinstance(refused, Refusal)
    assert "Slack cannot be reached" in refused.sentence
