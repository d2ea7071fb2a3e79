"""What stands round the app over HTTP: is it well, nothing kept by anybody, nothing said in a log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult

from bot.chat.afterwards import put_off
from bot.chat.quietly import WithoutWords, log_quietly
from bot.chat.slack.guard import Guard
from bot.chat.slack.web import web_app
from tests.bot.chat.slack.at_the_door import COMMAND, SUBMISSION, Entrance, interaction, typed
from tests.bot.chat.slack.driver import EVENTS, SECRET

ADDRESSES = ["/healthz", "/readyz", "/slack/install", "/slack/oauth_redirect", EVENTS, "/", "/static/x"]
SECRETS = "12 Mill Lane"


def test_a_process_that_is_up_says_so_whatever_else_is_wrong(entrance: Entrance) -> None:
    entrance.faults.append("The database cannot be opened: it is gone")
    answer = entrance.client.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b"")


def test_ready_is_a_number_and_why_not_stands_in_the_log(
    entrance: Entrance, caplog: pytest.LogCaptureFixture
) -> None:
    assert entrance.client.get("/readyz").status_code == 200
    entrance.faults.append("The database cannot be opened: it is gone")
    answer = entrance.client.get("/readyz")
    assert (answer.status_code, answer.data) == (503, b"")
    assert "it is gone" in caplog.text


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "OPTIONS", "PUT", "TRACE", "NONSENSE"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_kept_by_nobody_and_none_is_an_error_of_ours(
    entrance: Entrance, address: str, method: str
) -> None:
    answer = entrance.client.open(address, method=method)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.status_code < 500


def test_what_is_heard_is_answered_to_be_kept_by_nobody(entrance: Entrance) -> None:
    answer = entrance.post(*typed(COMMAND))
    assert (answer.text, answer.headers["Cache-Control"]) == ("Heard", "no-store")


@pytest.mark.parametrize("address", ["/slack/install", "/slack/oauth_redirect", "/slack", "/%00", "/..%2f"])
def test_with_one_workspace_there_is_nothing_to_install(entrance: Entrance, address: str) -> None:
    assert entrance.client.get(address).status_code == 404


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=st.text(max_size=40), method=st.sampled_from(["GET", "POST"]))
def test_no_address_is_an_error_of_ours(entrance: Entrance, address: str, method: str) -> None:
    quoted = quote(address.encode("utf-8", "ignore"))
    assert entrance.client.open(f"/{quoted}", method=method).status_code < 500


@contextmanager
def quiet() -> Iterator[None]:
    """Logs as a server writes them, and afterwards as they were."""
    loggers = [logging.getLogger(name) for name in ("", "bot", "gunicorn.error")]
    before = [(logger, logger.handlers[:], logger.propagate, logger.level) for logger in loggers]
    raises = logging.raiseExceptions
    log_quietly()
    try:
        yield
    finally:
        logging.raiseExceptions = raises
        for logger, handlers, propagate, level in before:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)


def broken(entrance: Entrance) -> Flask:
    """An app in which everything goes wrong, and says what was typed."""
    app = App(
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1"),
        signing_secret=SECRET,
        request_verification_enabled=False,
        process_before_response=True,
    )

    def fails(body: dict[str, Any]) -> None:
        raise RuntimeError(f"{SECRETS} {body}")

    app.command("/dto")(fails)
    return web_app(app, Guard(SECRET, entrance.store, lambda: entrance.now), lambda: [])


def test_neither_an_error_nor_what_nobody_listens_to_is_told_in_the_log(
    entrance: Entrance, capsys: pytest.CaptureFixture[str]
) -> None:
    nobody = {**SUBMISSION, "view": {**SUBMISSION["view"], "callback_id": SECRETS}}
    with quiet():
        entrance.client = broken(entrance).test_client()
        assert entrance.post(*typed({**COMMAND, "text": f"new {SECRETS}"})).status_code == 500
        assert entrance.post(*interaction(nobody)).status_code == 404
    said = capsys.readouterr().err
    assert "RuntimeError, without its message" in said
    assert "test_web.py" in said
    assert "slack_bolt.App" in said
    for word in (SECRETS, "U1", "OAK-417"):
        assert word not in said


def test_an_error_outside_of_bolt_is_told_by_its_kind_alone(
    entrance: Entrance, caplog: pytest.LogCaptureFixture
) -> None:
    def not_ready() -> list[str]:
        raise RuntimeError(SECRETS)

    app = web_app(entrance.heard.bolt(), Guard(SECRET, entrance.store, lambda: entrance.now), not_ready)
    assert app.test_client().get("/readyz").status_code == 500
    assert "RuntimeError, without its message" in caplog.text
    assert SECRETS not in caplog.text


@pytest.mark.parametrize("name", ["slack_bolt.Noisy", "slack_sdk.noisy", "gunicorn.error", "noisy"])
def test_others_libraries_say_where_and_not_what(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with quiet():
        logger = logging.getLogger(name)
        logger.setLevel(logging.DEBUG if name != "gunicorn.error" else logging.INFO)
        logger.debug("body: %s", SECRETS)
        logger.warning(f"body: {SECRETS}")
        logger.error("Worker (pid:%s) is gone", SECRETS, stack_info=True)
        try:
            raise RuntimeError(SECRETS)
        except RuntimeError:
            logger.exception(f"failed: {SECRETS}")
    said = capsys.readouterr().err
    assert SECRETS not in said
    assert "its words are left out (test_web.py:" in said
    assert "Worker (pid:%s) is gone (test_web.py:" in said
    assert "RuntimeError, without its message" in said
    assert "body: %s" not in said


def test_what_gunicorn_says_of_itself_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    with quiet():
        logging.getLogger("gunicorn.error").info("Listening at: %s", "http://127.0.0.1:3000")
    assert "Listening at: http://127.0.0.1:3000" in capsys.readouterr().err


def test_a_line_is_formatted_without_changing_the_record() -> None:
    record = logging.LogRecord("a", logging.ERROR, "x.py", 1, "it is %s", (SECRETS,), None)
    assert "it is %s" in WithoutWords().format(record)
    assert record.getMessage() == f"it is {SECRETS}"


def test_what_is_put_off_is_done_once_the_answer_is_out(entrance: Entrance) -> None:
    done: list[str] = []
    app = App(
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1"),
        signing_secret=SECRET,
        request_verification_enabled=False,
        process_before_response=True,
    )

    def hears(ack: Ack) -> None:
        put_off(lambda: done.append("posted"))
        ack("Heard")

    app.command("/dto")(hears)
    guard = Guard(SECRET, entrance.store, lambda: entrance.now)
    entrance.client = web_app(app, guard, lambda: []).test_client()
    body, kind = typed(COMMAND)
    answer = entrance.post(body, kind, buffered=False)
    assert (answer.text, done) == ("Heard", [])
    answer.close()
    assert done == ["posted"]
