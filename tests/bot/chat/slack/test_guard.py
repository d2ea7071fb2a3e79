"""Slack alone is let in, once, with something that it sends. Whatever else comes gets a number alone."""

import json
from io import BytesIO, RawIOBase
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, TestResponse, run_wsgi_app

from bot.chat.slack.guard import LARGEST
from tests.bot.chat.slack.at_the_door import (
    COMMAND,
    HAPPENED,
    JSON,
    NOW,
    PRESSED,
    SUBMISSION,
    VIEW,
    WHO,
    Entrance,
    event,
    interaction,
    typed,
)
from tests.bot.chat.slack.driver import EVENTS, FORM, SECRET, signature

EVERYTHING = {
    "a command": typed(COMMAND),
    "a view": interaction(SUBMISSION),
    "a button": interaction(PRESSED),
    "an event": event(HAPPENED),
}
# One app for all the examples: none of them changes what the next one meets.
MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


class NotToBeRead(BytesIO):
    def read(self, *_: Any) -> bytes:
        raise AssertionError("The body was read.")


@pytest.mark.parametrize("sent", EVERYTHING.values(), ids=EVERYTHING)
def test_what_slack_sends_is_heard_as_it_was_sent(entrance: Entrance, sent: tuple[bytes, str]) -> None:
    answer = entrance.post(*sent)
    assert (answer.status_code, answer.text) == (200, "Heard")
    assert entrance.heard.bodies in ([COMMAND], [SUBMISSION], [PRESSED], [HAPPENED])


def test_slack_is_told_that_the_address_is_ours(entrance: Entrance) -> None:
    answer = entrance.post(*event({"type": "url_verification", "challenge": "abc", "token": "t"}))
    assert (answer.status_code, answer.json) == (200, {"challenge": "abc"})
    assert entrance.post(*typed({"ssl_check": "1", "token": "t"})).status_code == 200


def test_a_command_may_be_about_a_payload(entrance: Entrance) -> None:
    """Bolt reads any form with that word in it as an interaction, and loses the rest."""
    assert entrance.post(*typed({**COMMAND, "text": "help payload"})).status_code == 200
    assert entrance.heard.bodies[0]["text"] == "help payload"


# Who signed it, and when


@pytest.mark.parametrize("age", [301, -301, 3600, -3600, 10**8])
@pytest.mark.parametrize("sent", EVERYTHING.values(), ids=EVERYTHING)
def test_what_is_too_old_or_from_the_future_is_not_heard(
    entrance: Entrance, sent: tuple[bytes, str], age: int
) -> None:
    assert entrance.post(*sent, age=age).status_code == 401
    assert entrance.heard.bodies == []


@pytest.mark.parametrize("age", [300, -300, 0])
def test_five_minutes_are_not_too_old(entrance: Entrance, age: int) -> None:
    assert entrance.post(*typed(COMMAND), age=age).status_code == 200


@pytest.mark.parametrize("sent", EVERYTHING.values(), ids=EVERYTHING)
def test_what_somebody_else_signed_is_not_heard(entrance: Entrance, sent: tuple[bytes, str]) -> None:
    assert entrance.post(*sent, secret="another").status_code == 401
    assert entrance.heard.bodies == []


def test_a_signature_is_of_this_body_and_of_this_time(entrance: Entrance) -> None:
    body, kind = typed(COMMAND)
    time = str(int(NOW.timestamp()))
    for signed in (signature(body + b"&", time), signature(body, str(int(time) + 1))):
        headers = {"X-Slack-Request-Timestamp": time, "X-Slack-Signature": signed}
        answer = entrance.client.post(EVENTS, data=body, content_type=kind, headers=headers)
        assert answer.status_code == 401


def sent_with(entrance: Entrance, body: Any, *, time: str | None, signed: str | None, **more: Any) -> int:
    """A request with these headers, whatever bytes are in them, as a server hands it over."""
    given = {"HTTP_X_SLACK_REQUEST_TIMESTAMP": time, "HTTP_X_SLACK_SIGNATURE": signed}
    made = EnvironBuilder(EVENTS, method="POST", input_stream=body, content_type=FORM)
    environ = made.get_environ() | {
        name: value.encode().decode("latin-1") for name, value in given.items() if value is not None
    }
    _, status, _ = run_wsgi_app(entrance.client.application, environ | more)
    return int(status.partition(" ")[0])


TIME = str(int(NOW.timestamp()))
GOOD = "v0=" + "0" * 64


@pytest.mark.parametrize(
    "time",
    [
        None,
        "",
        " ",
        "²³",
        "١٢٣",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.5",
        "1e9",
        "1_0",
        "0x1",
        "nan",
        "9" * 400,
        "é",
        "\0",
    ],
)
def test_a_time_that_is_none_is_not_heard_and_nothing_is_read(entrance: Entrance, time: str | None) -> None:
    assert sent_with(entrance, NotToBeRead(b"x"), time=time, signed=GOOD) == 401


@pytest.mark.parametrize(
    "signed",
    [
        None,
        "",
        "v0=",
        "v0=é",
        "v1=" + "0" * 64,
        "0" * 64,
        "v0=" + "0" * 63,
        GOOD + "0",
        GOOD.upper(),
        f"{GOOD}, {GOOD}",
        "v0=" + "²" * 64,
        "v0=" + "١" * 64,
    ],
)
def test_a_signature_that_is_none_is_not_heard_and_nothing_is_read(
    entrance: Entrance, signed: str | None
) -> None:
    assert sent_with(entrance, NotToBeRead(b"x"), time=TIME, signed=signed) == 401


# How big


def test_what_is_too_big_is_not_read(entrance: Entrance) -> None:
    length = {"CONTENT_LENGTH": str(LARGEST + 1)}
    assert sent_with(entrance, NotToBeRead(), time=TIME, signed=GOOD, **length) == 413


def test_what_is_too_big_and_does_not_say_so_is_not_read_to_its_end(entrance: Entrance) -> None:
    class Endless(RawIOBase):
        given = 0

        def readinto(self, buffer: Any) -> int:
            self.given += len(buffer)
            assert self.given <= 2 * LARGEST, "read on and on"
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    chunked = {"wsgi.input": Endless(), "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    # It was cut off, and nobody signed that.
    assert sent_with(entrance, BytesIO(), time=TIME, signed=GOOD, **chunked) == 401


def test_the_biggest_view_that_slack_allows_is_heard(entrance: Entrance) -> None:
    """250 KB of what urlencoding makes three times as long."""
    view = {**VIEW, "blocks": ['"' * 124_000]}
    body, kind = interaction({**SUBMISSION, "view": view})
    assert len(body) > 3 * 245_000
    assert entrance.post(body, kind).status_code == 200


# What is in it


ODD: list[Any] = [None, 1, "x", [], [{}], {}, {"type": None}, {"type": "shortcut"}, {"type": ["x"]}, True]


@pytest.mark.parametrize("payload", ODD, ids=repr)
def test_what_slack_does_not_send_is_not_heard_even_signed(entrance: Entrance, payload: Any) -> None:
    assert entrance.post(*interaction(payload)).status_code == 400
    assert entrance.post(*event(payload)).status_code == 400
    assert entrance.heard.bodies == []


@pytest.mark.parametrize(
    "sent",
    [
        (b"", FORM),
        (b"payload=", FORM),
        (b"payload={", FORM),
        (b"payload=%ff%fe", FORM),
        (b"{", JSON),
        (b"[" * 100_000, JSON),
        (b"1" * 10_000, JSON),
        (b'{"type": NaN}', JSON),
        (b"hello", "text/plain"),
        (typed(COMMAND)[0], JSON),
        (event(HAPPENED)[0], FORM),
        (event(HAPPENED)[0], "text/json"),
        (typed(COMMAND)[0], ""),
        (typed(COMMAND)[0], "multipart/form-data"),
    ],
)
def test_a_body_that_cannot_be_read_is_not_heard_even_signed(
    entrance: Entrance, sent: tuple[bytes, str]
) -> None:
    assert entrance.post(*sent).status_code == 400


def test_a_body_that_is_no_text_was_not_signed_by_slack(entrance: Entrance) -> None:
    assert entrance.post(b"\xff\xfe", FORM).status_code == 401


@pytest.mark.parametrize(
    "more",
    [
        {"user": "U1"},
        {"user": {"id": 5}},
        {"user": {"id": "U1\0"}},
        {"user": {"id": "\ud800"}},
        {"user": {"id": "U1\n"}},
        {"team": None},
        {"team": {"id": ""}},
        {"enterprise": 5},
        {"channel": 5},
        {"actions": []},
        {"actions": [5]},
        {"actions": [{"type": "button", "action_id": 5, "block_id": "b"}]},
        {"authorizations": 5},
        {"authorizations": [5]},
        {"message": {"user": 5}},
        {"event": {"channel": 5}},
        {"view": {"id": "V1"}},
        {"view": {**VIEW, "state": {"values": {"a": 5}}}},
        {"response_urls": 5},
    ],
    ids=repr,
)
def test_a_part_of_another_shape_is_not_heard(entrance: Entrance, more: dict[str, Any]) -> None:
    assert entrance.post(*interaction({**PRESSED, **more})).status_code == 400


def test_answers_go_to_slack_only(entrance: Entrance) -> None:
    for url in ("https://example.org/x", "http://127.0.0.1:9/x", "http://hooks.slack.com/x"):
        assert entrance.post(*typed({**COMMAND, "response_url": url})).status_code == 400
        assert entrance.post(*interaction({**PRESSED, "response_url": url})).status_code == 400
        urls = [{"response_url": "https://hooks.slack.com/x"}, {"response_url": url}]
        assert entrance.post(*interaction({**SUBMISSION, "response_urls": urls})).status_code == 400
    assert entrance.heard.bodies == []


def test_answers_go_to_a_slack_on_this_computer_where_there_is_one(entrance: Entrance) -> None:
    here = Entrance(entrance.store, is_slack_here=True)
    assert here.post(*typed({**COMMAND, "response_url": "http://127.0.0.1:9/x"})).status_code == 200


# Once


@pytest.mark.parametrize("sent", [typed(COMMAND), interaction(SUBMISSION)], ids=["command", "view"])
def test_a_copy_of_what_is_answered_with_words_is_answered_with_none(
    entrance: Entrance, sent: tuple[bytes, str]
) -> None:
    """Neither here nor by another process that serves the same database."""
    assert entrance.post(*sent).text == "Heard"
    another = Entrance(entrance.store, entrance.heard)
    for place in (entrance, another):
        copy = place.post(*sent)
        assert (copy.status_code, copy.data) == (409, b"")
    assert len(entrance.heard.bodies) == 1


def test_the_same_said_again_is_no_copy(entrance: Entrance) -> None:
    entrance.post(*typed(COMMAND))
    assert entrance.post(*typed(COMMAND), age=1).text == "Heard"


def test_a_copy_that_is_changed_or_late_is_worth_nothing(entrance: Entrance) -> None:
    body, kind = typed(COMMAND)
    entrance.post(body, kind)
    time = str(int(NOW.timestamp()))
    headers = {"X-Slack-Request-Timestamp": time, "X-Slack-Signature": signature(body, time, SECRET)}
    for minutes in range(1, 20):
        entrance.now = NOW.replace(minute=NOW.minute + minutes)
        copy = entrance.client.post(EVENTS, data=body, content_type=kind, headers=headers)
        assert copy.status_code == (409 if minutes <= 5 else 401)


@pytest.mark.parametrize("sent", [interaction(PRESSED), event(HAPPENED)], ids=["button", "event"])
def test_what_is_answered_with_nothing_may_be_sent_again(entrance: Entrance, sent: tuple[bytes, str]) -> None:
    """Slack sends an event up to three times more; what it changes is claimed by its own id."""
    for _ in range(2):
        assert entrance.post(*sent, **{"X-Slack-Retry-Num": "1"}).status_code == 200


def test_headers_that_nobody_signed_are_not_heard(entrance: Entrance) -> None:
    sent = {"X-Slack-Bolt-Lazy-Only": "1", "X-Slack-Bolt-Lazy-Function-Name": "x", "Cookie": "a=b"}
    assert entrance.post(*typed(COMMAND), **sent).status_code == 200
    assert entrance.heard.headers == [{}]


# Anything at all


def refused(answer: TestResponse) -> None:
    assert answer.status_code in (400, 401, 404, 409, 413)


@MANY
@given(time=st.text(max_size=20), signed=st.text(max_size=80), body=st.binary(max_size=200))
def test_nothing_unsigned_is_heard_whatever_it_is(
    entrance: Entrance, time: str, signed: str, body: bytes
) -> None:
    time, signed = (text.encode("utf-8", "ignore").decode() for text in (time, signed))
    assert sent_with(entrance, BytesIO(body), time=time, signed=signed) == 401


@MANY
@given(body=st.binary(max_size=200), kind=st.sampled_from([FORM, JSON, "text/plain", ""]))
def test_nothing_signed_is_an_error_of_ours_whatever_it_is(
    entrance: Entrance, body: bytes, kind: str
) -> None:
    refused(entrance.post(body, kind))


KEYS = sorted(
    {*COMMAND, *SUBMISSION, *PRESSED, *HAPPENED, *VIEW, *WHO["user"], "event", "message", "authorizations"}
    | {"enterprise", "previous_message", "thread_ts", "assistant_thread", "function_data", "bot_id"}
)
KINDS = ["block_actions", "view_submission", "view_closed", "event_callback", "url_verification", "ssl_check"]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(KINDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)


@MANY
@given(
    base=st.sampled_from([SUBMISSION, PRESSED, HAPPENED, {}]),
    more=st.dictionaries(st.sampled_from(KEYS), ANY_JSON, max_size=4),
    wrap=st.sampled_from([interaction, event]),
)
def test_no_payload_is_an_error_of_ours_whatever_is_in_it(
    entrance: Entrance, base: dict[str, Any], more: dict[str, Any], wrap: Any
) -> None:
    answer = entrance.post(*wrap({**base, **more}))
    assert answer.status_code < 500, (answer.status_code, json.dumps({**base, **more}))


@MANY
@given(text=st.text(max_size=60))
def test_any_words_reach_the_app_as_they_were_typed(entrance: Entrance, text: str) -> None:
    whole = text.encode("utf-8", "ignore").decode()
    fields = "&".join(f"{name}={quote(value)}" for name, value in {**COMMAND, "text": whole}.items())
    if entrance.post(fields.encode(), FORM).status_code == 200:
        assert entrance.heard.bodies[-1]["text"] == whole
