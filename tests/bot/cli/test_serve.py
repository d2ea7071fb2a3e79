"""`dayone serve` and `dayone socket`: alone on SQLite, many on PostgreSQL; an end that waits for the last."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import Any

import pytest

from storage import make_key
from tests.bot.cli.plan_files import dayone

PATIENCE = 30
REFUSED = "Another Day One server has this database. On SQLite one process does everything"
SLACK = {
    "SLACK_SIGNING_SECRET": "signing",
    "SLACK_BOT_TOKEN": "xoxb-hunter2",
    "SLACK_APP_TOKEN": "xapp-hunter2",
    # Nobody listens there.
    "SLACK_API_BASE_URL": "http://127.0.0.1:1/api/",
}
SERVE = ("serve", "--port", "0")


@pytest.fixture
def server_settings(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> dict[str, str]:
    """A migrated SQLite database and all that a server needs, in the environment."""
    return put(monkeypatch, sqlite_url)


def put(monkeypatch: pytest.MonkeyPatch, url: str) -> dict[str, str]:
    given = {"DAYONE_DATABASE_URL": url, "DAYONE_KEYS": make_key("first"), **SLACK}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert dayone("migrate").exit_code == 0
    return given


class Running:
    """A server in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        self.process = process
        said = process.stdout.readline()
        found = re.fullmatch(r"Day One listens on 127\.0\.0\.1 port (\d+)\n", said)
        assert found, said
        self.port = int(found[1])

    def get(self, path: str) -> int:
        """The number that it answers; its sentence where it does not answer yet."""
        there = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            there.request("GET", path)
            return there.getresponse().status
        finally:
            there.close()

    def comes_up(self) -> None:
        until = monotonic() + PATIENCE
        while monotonic() < until:
            with suppress(OSError, HTTPException):
                if self.get("/healthz") == 200:
                    return
        raise AssertionError("It did not come up.")

    def ends(self) -> tuple[int, str]:
        """Its exit code, and all that it said."""
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@contextmanager
def served(environ: Mapping[str, str]) -> Iterator[Running]:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "bot.cli", *SERVE],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environ},
    ) as process:
        try:
            running = Running(process)
            running.comes_up()
            yield running
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(PATIENCE)


def test_on_sqlite_no_other_server_works_beside_it(server_settings: dict[str, str]) -> None:
    with served(server_settings) as running:
        assert running.get("/readyz") == 200
        for words in (SERVE, ("socket",)):
            refused = dayone(*words)
            assert refused.exit_code == 1
            assert REFUSED in refused.output
        running.process.send_signal(signal.SIGTERM)
        code, said = running.ends()
        assert code == 0, said
    with served(server_settings) as again:
        assert again.get("/readyz") == 200


def test_on_postgresql_two_work_beside_each_other(monkeypatch: pytest.MonkeyPatch, postgres_url: str) -> None:
    environ = put(monkeypatch, postgres_url)
    with served(environ) as one, served(environ) as another:
        assert (one.get("/readyz"), another.get("/readyz")) == (200, 200)


def test_a_request_in_hand_is_answered_before_it_ends(server_settings: dict[str, str]) -> None:
    body = b"command=%2Fdto"
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Signature: v0={'0' * 64}\r\nX-Slack-Request-Timestamp: 1\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with (
        served(server_settings) as running,
        socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as there,
    ):
        there.sendall(head.encode())
        assert b"100 Continue" in there.recv(1000)
        running.process.send_signal(signal.SIGTERM)
        there.sendall(body)
        assert there.recv(1000).startswith(b"HTTP/1.1 401")
        assert running.ends()[0] == 0


def test_neither_an_address_nor_a_secret_stands_in_its_log(server_settings: dict[str, str]) -> None:
    with served(server_settings) as running:
        for path in ("/slack/oauth_redirect?code=hunter2", "/hunter2", "/slack/install?hunter2"):
            assert running.get(path) == 404
        with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as there:
            there.sendall(b"GET /hunter2 HTTP/1.1\r\nhunter2 hunter2\r\n\r\n")
            assert b"400" in there.recv(1000)
        running.process.send_signal(signal.SIGTERM)
        code, said = running.ends()
    assert code == 0
    assert "Listening at" in said
    assert "hunter2" not in said


def test_a_slack_that_cannot_be_reached_gets_a_sentence(server_settings: dict[str, str]) -> None:
    words = [sys.executable, "-m", "bot.cli", "socket"]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ran.returncode == 1
    assert "Error: Slack cannot be reached from here." in ran.stderr
    assert "hunter2" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (SERVE, ["DAYONE_DATABASE_URL", "DAYONE_KEYS", "SLACK_SIGNING_SECRET"]),
        (["socket"], ["DAYONE_DATABASE_URL", "DAYONE_KEYS", "SLACK_APP_TOKEN"]),
    ],
    ids=["serve", "socket"],
)
def test_each_missing_setting_is_named_in_a_sentence_of_its_own(
    monkeypatch: pytest.MonkeyPatch, words: list[str], missing: list[str]
) -> None:
    for name in (*SLACK, "DAYONE_DATABASE_URL", "DAYONE_KEYS", "DAYONE_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    result = dayone(*words)
    assert result.exit_code == 1
    assert re.findall(r"(\w+) is missing or wrong\.", result.output) == missing
    assert "Give SLACK_BOT_TOKEN for one workspace" in result.output


@pytest.mark.parametrize("words", [SERVE, ["socket"]], ids=["serve", "socket"])
def test_a_database_without_tables_says_what_to_run(
    server_settings: Any, monkeypatch: pytest.MonkeyPatch, words: list[str], tmp_path: Any
) -> None:
    monkeypatch.setenv("DAYONE_DATABASE_URL", f"sqlite:///{tmp_path / 'another.sqlite'}")
    result = dayone(*words)
    assert result.exit_code == 1
    assert "Please run: dayone migrate" in result.output


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "203.0.113.7", "no.such.host.invalid", "::1::", "ü" * 80], ids=ascii
)
def test_an_address_that_cannot_be_listened_on_gets_a_sentence(
    server_settings: dict[str, str], host: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = dayone("serve", "--host", host, "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "is not free, or is not an address of this computer" in result.output
