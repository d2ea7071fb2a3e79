"""Somebody in Slack: types, presses and fills in. All of it reaches the app as Slack sends it, signed."""

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Any
from urllib.parse import urlencode

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bot.chat.slack.loopback import Slack
from tests.bot.chat.slack.screen import (
    NOTHING,
    Button,
    Field,
    NotInSlack,
    Screen,
    screen_of,
    state_of,
    typed_into,
)
from tests.bot.chat.slack.workspace import STACK, Channel, Json, Message, User, View
from tests.bot.render.slack_limits import check_errors, check_view

FORM = "application/x-www-form-urlencoded"
SECRET = "the-signing-secret-of-the-tests"
EVENTS = "/slack/events"


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """As Slack signs what it sends: docs.slack.dev/authentication/verifying-requests-from-slack."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + body, sha256).hexdigest()


@dataclass
class Door:
    """The app, as Slack reaches it. `sent` is what was sent last: its body and its content type."""

    client: FlaskClient
    clock: Callable[[], float]
    sent: tuple[bytes, str] = (b"", FORM)
    events: "count[int]" = field(default_factory=lambda: count(1))

    def post(self, body: bytes, content_type: str, headers: Mapping[str, str] | None = None) -> TestResponse:
        """A signed request, whatever is in it."""
        self.sent = (body, content_type)
        timestamp = str(int(self.clock()))
        signed = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature(body, timestamp)}
        # Buffered: what the app does after its answer is done when this returns.
        return self.client.post(
            EVENTS, data=body, content_type=content_type, headers={**signed, **(headers or {})}, buffered=True
        )

    def form(self, values: Mapping[str, str]) -> TestResponse:
        return self.post(urlencode(values).encode(), FORM)

    def interaction(self, payload: Json) -> TestResponse:
        return self.form({"payload": json.dumps(payload)})

    def event(self, team: str, event: Json) -> TestResponse:
        number = next(self.events)
        wrapped = {
            "type": "event_callback",
            "token": "verification",
            "team_id": team,
            "api_app_id": "A0DAYONE",
            "event": event,
            "event_id": f"Ev{number:08d}",
            "event_time": int(self.clock()),
            "authorizations": [{"team_id": team, "is_bot": True, "is_enterprise_install": False}],
        }
        return self.post(json.dumps(wrapped).encode(), "application/json")

    def again(self, why: str = "http_timeout") -> TestResponse:
        """The same once more, as Slack does where no answer came in time."""
        return self.post(*self.sent, headers={"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": why})


@dataclass
class Person:
    """One person at one Slack client. What each thing leads to is returned: what they see then.

    `typed` is what they put into each view, kept under the ids of block and action as long as these stay;
    `errors` are those beside the fields of a view as it stands.
    """

    slack: Slack
    door: Door
    user: User
    typed: dict[str, dict[tuple[str, str], Json]] = field(default_factory=dict)
    errors: dict[str, Json] = field(default_factory=dict)
    at_home: bool = False
    seen: int = 0

    @property
    def me(self) -> tuple[str, str]:
        return self.user.team, self.user.id

    @property
    def direct(self) -> Channel:
        """The messages between them and the app."""
        return self.slack.held.direct(self.user)

    # What they do

    def types(self, text: str, channel: Channel | None = None, trigger_age: float = 0) -> Screen:
        """A slash command; by default in the messages between them and the app."""
        self.begins()
        self.at_home = False
        command, _, words = text.partition(" ")
        place = channel or self.direct
        hidden = place.private and not place.im
        answer = self.door.form(
            {
                "token": "verification",
                "team_id": self.user.team,
                "team_domain": "example",
                "channel_id": place.id,
                "channel_name": "privategroup" if hidden else place.name,
                "user_id": self.user.id,
                "user_name": self.user.name.lower(),
                "command": command,
                "text": words,
                "api_app_id": "A0DAYONE",
                "is_enterprise_install": "false",
                "response_url": self.slack.response_url(self.user),
                "trigger_id": self.slack.trigger(self.user, age=trigger_age),
            }
        )
        self.hears(answer)
        return self.sees()

    def presses(self, label: str, beside: str = "", where: Channel | None = None) -> Screen:
        """The button with this label on top, or in the newest message of a channel that has one."""
        if where:
            message = self.message_with(label, where)
            return self.pressed(self.read(message).button(label, beside), message, where)
        if top := self.top:
            return self.pressed(self.sees().button(label, beside), top)
        kept = self.slack.held.ephemerals.get(self.me, [])
        if kept and not self.at_home:
            return self.pressed(self.read(kept[-1]).button(label, beside), kept[-1])
        return self.pressed(self.sees().button(label, beside), self.slack.held.home(*self.me))

    def fills(self, values: Mapping[str, str]) -> Screen:
        """Put these texts in the fields with these names or labels, one by one. Some redraw the form."""
        for called, value in values.items():
            self.puts_in(self.sees().field(called), value)
        return self.sees()

    def submits(self) -> Screen:
        """Raises NotInSlack where Slack asks for what is missing by itself."""
        view, screen = self.modal, self.sees()
        self.errors.pop(view.hash, None)
        assert screen.submit, f"nothing to submit in:\n{screen.text}"
        if missing := [each.name for each in screen.fields if each.required and not each.value]:
            raise NotInSlack(f"Slack asks for what is missing in {missing} by itself")
        self.begins()
        answer = self.door.interaction(
            {
                **self.interacting("view_submission", view.id),
                "view": view.payload(self.state(view)),
                "response_urls": [],
            }
        )
        self.obeys(view, answer)
        return self.sees()

    def closes(self, everything: bool = False) -> Screen:
        """Press Cancel, or the cross that closes the whole stack. What was typed is not sent along."""
        view = self.modal
        self.begins()
        cleared = everything or view.payload()["clear_on_close"]
        stack = self.slack.held.stack(*self.me)
        del stack[0 if cleared else -1 :]
        if view.payload()["notify_on_close"]:
            closed = {
                **self.interacting("view_closed", view.id),
                "view": view.payload(),
                "is_cleared": cleared,
            }
            closed.pop("trigger_id")
            answer = self.door.interaction(closed)
            assert (answer.status_code, answer.data) == (200, b"")
        return self.sees()

    def opens_home(self) -> Screen:
        self.begins()
        self.at_home = True
        home = self.slack.held.home(*self.me)
        event = {
            "type": "app_home_opened",
            "user": self.user.id,
            "channel": self.direct.id,
            "tab": "home",
            "event_ts": self.slack.new_ts(),
        }
        answer = self.door.event(self.user.team, {**event, "view": home.payload()} if home else event)
        assert answer.status_code == 200, answer.data
        return self.sees()

    # What they see

    @property
    def top(self) -> View | None:
        return self.slack.held.top(*self.me)

    @property
    def modal(self) -> View:
        assert self.top, f"{self.user.name} has no modal open"
        return self.top

    def sees(self) -> Screen:
        """What is in front of them: a modal, an answer for them alone, the Home, or nothing new."""
        if top := self.top:
            return screen_of("modal", top.drawn, self.typed.get(top.id), self.errors.get(top.hash))
        kept = self.slack.held.ephemerals.get(self.me, [])
        if len(kept) > self.seen:
            return self.read(kept[-1], "alone")
        home = self.slack.held.home(*self.me)
        return screen_of("home", home.drawn) if self.at_home and home else NOTHING

    def reads(self, channel: Channel) -> list[Screen]:
        """The messages of a channel that they are in, the oldest first."""
        assert self.user.id in channel.members
        return [self.read(message) for message in channel.messages]

    def read(self, message: Message, kind: str = "message") -> Screen:
        """Its blocks or, where it has none, its words."""
        words = [{"type": "section", "text": {"type": "plain_text", "text": message.text}}]
        return screen_of(kind, {"blocks": message.blocks or words})

    def message_with(self, label: str, channel: Channel) -> Message:
        assert self.user.id in channel.members
        found = [one for one in channel.messages if label in self.read(one).labels]
        assert found, f"no message in {channel.name} has a button {label!r}"
        return found[-1]

    # How it reaches the app

    def begins(self) -> None:
        self.seen = len(self.slack.held.ephemerals.get(self.me, []))

    def state(self, view: View) -> Json:
        """Everything that stands in a view, as Slack sends it."""
        typed = self.typed.get(view.id, {})
        inputs = [(block, block["element"]) for block in view.drawn["blocks"] if block["type"] == "input"]
        return {
            block["block_id"]: {
                element["action_id"]: typed.get((block["block_id"], element["action_id"]), state_of(element))
            }
            for block, element in inputs
        }

    def puts_in(self, each: Field, value: str) -> None:
        """Put something into one field; a control that dispatches tells the app at once."""
        view = self.modal
        stands = typed_into(each, value)
        changed = value != each.value
        self.typed.setdefault(view.id, {})[each.name, each.element["action_id"]] = stands
        if changed and each.tells_at_once:
            self.begins()
            self.acts({"block_id": each.name, "action_id": each.element["action_id"], **stands}, view)

    def pressed(self, button: Button, on: View | Message | None, where: Channel | None = None) -> Screen:
        assert on is not None
        self.begins()
        drawn = button.element
        action = {"block_id": button.block["block_id"], **drawn}
        self.acts({"value": "", **action}, on, where)
        return self.sees()

    def acts(self, action: Json, on: View | Message, where: Channel | None = None) -> None:
        """Raises AssertionError where the app answers anything: Slack takes no answer to this."""
        payload = self.interacting("block_actions", on.id if isinstance(on, View) else "")
        payload["actions"] = [{**action, "action_ts": self.slack.new_ts()}]
        if isinstance(on, View):
            values = self.state(on)
            container = {"type": "view", "view_id": on.id}
            payload |= {"view": on.payload(values), "container": container, "state": {"values": values}}
        else:
            payload |= self.on_message(on, where)
        answer = self.door.interaction(payload)
        assert (answer.status_code, answer.data) == (200, b""), (answer.status_code, answer.data)

    def on_message(self, message: Message, where: Channel | None) -> Json:
        place = where or self.direct
        channel = {"id": place.id, "name": "privategroup" if place.private and not place.im else place.name}
        container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel["id"]}
        return {
            "channel": channel,
            "container": {**container, "is_ephemeral": where is None},
            "message": message.drawn(with_metadata=True),
            "response_url": self.slack.response_url(self.user),
            "state": {"values": {}},
        }

    def interacting(self, kind: str, view: str) -> Json:
        modal = view in self.slack.held.stack(*self.me)
        return {
            "type": kind,
            "token": "verification",
            "api_app_id": "A0DAYONE",
            "team": {"id": self.user.team, "domain": "example"},
            "user": {
                "id": self.user.id,
                "username": self.user.name.lower(),
                "name": self.user.name.lower(),
                "team_id": self.user.team,
            },
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self.slack.trigger(self.user, view if modal else ""),
        }

    def hears(self, answer: TestResponse) -> None:
        """What is answered to a typed command: nothing, words, or a message, for them alone."""
        assert answer.status_code == 200, (answer.status_code, answer.data)
        if answer.data:
            self.slack.takes_response(*self.me, _json(answer) if answer.is_json else {"text": answer.text})

    def obeys(self, view: View, answer: TestResponse) -> None:
        """What the answer to a modal that was sent in says to do with it."""
        assert answer.status_code == 200, (answer.status_code, answer.data)
        said = _json(answer) if answer.data else {}
        stack = self.slack.held.stack(*self.me)
        match said.get("response_action"):
            case None:
                assert not said, said
                stack.pop()
            case "clear":
                stack.clear()
            case "errors":
                check_errors(view.drawn, said["errors"])
                self.errors[view.hash] = said["errors"]
            case "update":
                check_view(said["view"])
                self.slack.held.redraws(view, said["view"])
            case "push":
                check_view(said["view"])
                assert len(stack) < STACK, "a fourth view on the stack"
                self.slack.held.shows(*self.me, said["view"], view)
            case other:
                raise AssertionError(f"Slack knows no response_action {other!r}")


def _json(answer: TestResponse) -> Any:
    assert answer.content_type.split(";")[0] == "application/json", answer.content_type
    return json.loads(answer.data)
