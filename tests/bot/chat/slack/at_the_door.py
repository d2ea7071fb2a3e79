"""A small app behind the guard, whose clock stands still: it keeps what it heard and says one sentence."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from werkzeug.test import TestResponse

from bot.chat.slack.guard import Guard
from bot.chat.slack.web import web_app
from storage import Keyring, Store
from tests.bot.chat.slack.driver import EVENTS, FORM, SECRET, signature

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
JSON = "application/json"

WHO: dict[str, Any] = {"user": {"id": "U1", "name": "sam"}, "team": {"id": "T1", "domain": "oak"}}
COMMAND = {
    "command": "/dto",
    "text": "gaps OAK-417",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "trigger_id": "1.2.3",
    "response_url": "https://hooks.slack.com/commands/T1/2/3",
}
VIEW = {
    "id": "V1",
    "type": "modal",
    "callback_id": "step OAK-417 home",
    "state": {"values": {"a": {"b": {"value": "x"}}}},
}
SUBMISSION = {**WHO, "type": "view_submission", "view": VIEW, "trigger_id": "1.2.3", "response_urls": []}
PRESSED = {
    **WHO,
    "type": "block_actions",
    "trigger_id": "1.2.3",
    "actions": [{"type": "button", "action_id": "press", "block_id": "b", "value": "gaps OAK-417"}],
}
HAPPENED = {
    "type": "event_callback",
    "team_id": "T1",
    "event_id": "Ev1",
    "event": {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"},
}


def typed(values: dict[str, str]) -> tuple[bytes, str]:
    return urlencode(values).encode(), FORM


def interaction(payload: object) -> tuple[bytes, str]:
    return typed({"payload": json.dumps(payload)})


def event(payload: object) -> tuple[bytes, str]:
    return json.dumps(payload).encode(), JSON


@dataclass
class Heard:
    """What Bolt was given, and an app that answers whatever it is given."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, Any]] = field(default_factory=list)

    def bolt(self) -> App:
        app = App(
            authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1"),
            signing_secret=SECRET,
            request_verification_enabled=False,
            process_before_response=True,
        )

        def hears(ack: Ack, req: BoltRequest) -> None:
            self.bodies.append(req.body)
            self.headers.append(dict(req.headers))
            ack("Heard")

        app.command("/dto")(hears)
        app.view("step OAK-417 home")(hears)
        app.action("press")(hears)
        app.event("app_home_opened")(hears)
        return app


@dataclass
class Entrance:
    """Requests as they come over the network, at a time that passes only when told."""

    store: Store
    heard: Heard = field(default_factory=Heard)
    now: datetime = NOW
    faults: list[str] = field(default_factory=list)
    is_slack_here: bool = False

    def app(self) -> Flask:
        guard = Guard(SECRET, self.store, lambda: self.now, self.is_slack_here)
        return web_app(self.heard.bolt(), guard, lambda: self.faults)

    def __post_init__(self) -> None:
        self.client = self.app().test_client()

    def post(
        self,
        body: bytes,
        content_type: str,
        age: float = 0,
        secret: str = SECRET,
        buffered: bool = True,
        **headers: str,
    ) -> TestResponse:
        """Signed, `age` seconds ago. An answer that is not `buffered` is not out before it is closed."""
        time = str(int(self.now.timestamp() - age))
        signed = {"X-Slack-Request-Timestamp": time, "X-Slack-Signature": signature(body, time, secret)}
        return self.client.post(
            EVENTS, data=body, content_type=content_type, headers={**signed, **headers}, buffered=buffered
        )


@pytest.fixture
def entrance(migrated_sqlite_url: str, keys: Keyring) -> Iterator[Entrance]:
    store = Store(migrated_sqlite_url, keys)
    yield Entrance(store)
    store.close()
