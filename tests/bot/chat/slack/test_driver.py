"""The tests' own Slack and its people, tried on a small app: what it lets pass is not worth much else."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, request
from slack_bolt import Ack, App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_sdk import WebClient

from tests.bot.chat.slack.driver import SECRET, Door, Person
from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.chat.slack.screen import NOTHING, NotInSlack
from tests.bot.chat.slack.workspace import Json

YES_NO = [("yes", "Yes"), ("no", "No")]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def asks(name: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": name, "label": plain(name.title()), "element": element, **more}


def modal(*blocks: Json, title: str = "Home", **more: Any) -> Json:
    frame = {"type": "modal", "callback_id": "form", "title": plain(title), "close": plain("Cancel")}
    return {**frame, "submit": plain("Save"), "blocks": [*blocks], **more}


def radio(**more: Any) -> Json:
    options = [{"text": plain(words), "value": key} for key, words in YES_NO]
    return {"type": "radio_buttons", "action_id": "radio-1", "options": options, **more}


def line(**more: Any) -> Json:
    return {"type": "plain_text_input", "action_id": "line-1", "max_length": 20, **more}


def button(label: str) -> Json:
    return {"type": "button", "action_id": label.lower(), "text": plain(label), "value": f"v {label}"}


AGREED = asks("agreed", radio(), dispatch_action=True, optional=True)
WHERE = asks("where", line())
REASON = asks("reason", line(initial_value="none"), optional=True)


def small_app(client: WebClient, closed: list[Json]) -> App:
    """It knows one form with a follow-up, and a page with buttons; `closed` are the forms that were left."""
    app = App(client=client, signing_secret=SECRET, process_before_response=True)

    @app.command("/dto")
    def opens(ack: Ack, body: Json, client: WebClient) -> None:
        if body["text"] != "form":
            return ack(
                text="That did not work", blocks=[{"type": "header", "text": plain("That did not work")}]
            )
        client.views_open(trigger_id=body["trigger_id"], view=modal(AGREED, WHERE, notify_on_close=True))
        return ack()

    @app.action("radio-1")
    def redraws(ack: Ack, body: Json, client: WebClient) -> None:
        view = body["view"]
        client.views_update(view_id=view["id"], hash=view["hash"], view=modal(AGREED, REASON, WHERE))
        ack()

    @app.view("form")
    def saves(ack: Ack, view: Json) -> None:
        where = view["state"]["values"]["where"]["line-1"]["value"]
        if where == "nowhere":
            ack(response_action="errors", errors={"where": "Where is that?"})
        elif where == "further":
            ack(response_action="push", view=modal(WHERE, title="Further"))
        elif where == "done":
            buttons = {"type": "actions", "elements": [button("Again"), button("Tell")]}
            ack(response_action="update", view=modal(buttons, title=f"In {where}"))
        else:
            ack()

    @app.view_closed("form")
    def closes(ack: Ack, view: Json) -> None:
        closed.append(view)
        ack()

    @app.action("tell")
    def tells(ack: Ack, body: Json, client: WebClient) -> None:
        client.chat_postMessage(channel=body["user"]["id"], text="Hello")
        ack()

    @app.event("app_home_opened")
    def home(event: Json, client: WebClient) -> None:
        blocks = [{"type": "actions", "elements": [button("Again")]}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    return app


@pytest.fixture
def slack() -> Iterator[Slack]:
    with slack_on_loopback(time.time) as opened:
        yield opened


@pytest.fixture
def client(slack: Slack) -> WebClient:
    return WebClient(slack.workspace("Oakshire").token, base_url=f"{slack.url}/api/", retry_handlers=[])


@pytest.fixture
def closed() -> list[Json]:
    return []


@pytest.fixture
def sam(slack: Slack, client: WebClient, closed: list[Json]) -> Person:
    handler = SlackRequestHandler(small_app(client, closed))
    flask = Flask("small")
    flask.add_url_rule("/slack/events", "events", lambda: handler.handle(request), methods=["POST"])
    (team,) = slack.held.workspaces
    return Person(slack, Door(flask.test_client(), time.time), slack.user(team, "Sam"))


def test_somebody_types_fills_in_and_sends(sam: Person) -> None:
    seen = sam.types("/dto form")
    assert (seen.kind, seen.title, seen.values) == ("modal", "Home", {"agreed": "", "where": ""})
    assert sam.fills({"Where": "nowhere"}).values["where"] == "nowhere"
    assert sam.submits().errors == {"where": "Where is that?"}
    assert sam.fills({"where": "home"}).errors == {"where": "Where is that?"}
    assert sam.submits() == NOTHING


def test_a_choice_redraws_the_form_and_what_was_typed_stays(sam: Person) -> None:
    sam.types("/dto form")
    sam.fills({"where": "home"})
    assert sam.fills({"agreed": "No"}).values == {"agreed": "no", "reason": "none", "where": "home"}
    assert sam.fills({"reason": "far", "agreed": "yes"}).values["reason"] == "far"


def test_an_answer_to_a_command_is_seen_by_nobody_else(slack: Slack, sam: Person) -> None:
    assert sam.types("/dto what").headings == ("That did not work",)
    other = Person(slack, sam.door, slack.user(sam.user.team, "Jo"))
    assert other.sees() == NOTHING


def test_views_are_pushed_updated_and_closed_one_by_one(sam: Person) -> None:
    sam.types("/dto form")
    sam.fills({"where": "further"})
    assert sam.submits().title == "Further"
    assert sam.closes().title == "Home"
    sam.fills({"where": "done"})
    assert sam.submits().labels == ["Again", "Tell"]
    assert sam.closes(everything=True) == NOTHING


def test_what_was_typed_is_not_sent_along_when_a_form_is_closed(sam: Person, closed: list[Json]) -> None:
    """As in the payloads of Slack's own Bolt: github.com/slackapi/bolt-python, test_view_closed.py."""
    sam.types("/dto form")
    sam.fills({"where": "home"})
    assert sam.closes() == NOTHING
    assert [view["state"] for view in closed] == [{"values": {}}]


def test_the_home_is_drawn_when_it_is_opened(sam: Person) -> None:
    assert sam.opens_home().labels == ["Again"]


@pytest.mark.parametrize("where", ["x" * 21, "one\ntwo"])
def test_slack_itself_keeps_what_a_field_does_not_take(sam: Person, where: str) -> None:
    sam.types("/dto form")
    with pytest.raises(NotInSlack):
        sam.fills({"where": where})


def test_slack_itself_asks_for_what_is_missing(sam: Person) -> None:
    sam.types("/dto form")
    with pytest.raises(NotInSlack, match="where"):
        sam.submits()


def test_what_is_sent_again_says_so(sam: Person) -> None:
    sam.opens_home()
    assert sam.door.again().status_code == 200
