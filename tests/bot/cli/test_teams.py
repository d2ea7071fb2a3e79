"""`dayone teams`, and Teams beside Slack in `dayone serve`."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.bot.cli.plan_files import dayone
from tests.bot.cli.test_serve import PATIENCE, REFUSED, SERVE, SLACK, Running, put, server_settings  # noqa: F401

TEAMS = {
    "CLIENT_ID": "5f1f0c3e-0000-4000-8000-00000000b070",
    "CLIENT_SECRET": "hunter2",
    "TENANT_ID": "5F1F0C3E-0000-4000-8000-000000000001",
}


@pytest.fixture(autouse=True)
def _nothing_of_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*TEAMS, "DAYONE_URL"):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def served(*words: str, **environ: str) -> Iterator[Running]:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "bot.cli", *words, "--port", "0"],
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
            process.terminate()
            process.wait(PATIENCE)


def post(running: Running, body: str) -> int:
    """What an activity that nobody signed is answered with."""
    there = HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
    try:
        there.request("POST", "/api/messages", body, {"Content-Type": "application/json"})
        return there.getresponse().status
    finally:
        there.close()


ACTIVITY = """{"type": "message", "id": "1", "channelId": "msteams", "text": "hunter2", "serviceUrl": "http://127.0.0.1:1",
    "from": {"id": "29:sam"}, "recipient": {"id": "28:bot"},
    "conversation": {"id": "a:1", "tenantId": "5f1f0c3e-0000-4000-8000-000000000001"}}"""


def test_teams_alone_says_how_it_is_and_hears_nothing_unsigned(server_settings: dict[str, str]) -> None:  # noqa: F811
    with served("teams", **TEAMS) as running:
        assert (running.get("/healthz"), running.get("/readyz"), running.get("/")) == (200, 200, 404)
        assert (post(running, ACTIVITY), post(running, "{")) == (401, 400)
        for words in (SERVE, ("teams", "--local", "--port", "0")):
            assert REFUSED in dayone(*words).output
        running.process.terminate()
        code, said = running.ends()
    assert code == 0
    assert "hunter2" not in said


def test_one_server_answers_slack_and_teams(server_settings: dict[str, str]) -> None:  # noqa: F811
    with served("serve", **TEAMS) as running:
        assert (running.get("/readyz"), post(running, ACTIVITY)) == (200, 401)
    with served("serve") as running:
        assert (running.get("/readyz"), post(running, ACTIVITY)) == (200, 404)


def test_without_credentials_it_starts_only_when_told_and_only_here(
    server_settings: dict[str, str],  # noqa: F811
) -> None:
    refused = dayone("teams")
    assert refused.exit_code == 1
    assert re.findall(r"(\w+) is missing or wrong\.", refused.output) == [*TEAMS]
    for host in ("0.0.0.0", "203.0.113.7", "example.org", ""):
        refused = dayone("teams", "--local", "--host", host)
        assert refused.exit_code == 1
        assert "it listens on 127.0.0.1 only" in refused.output
    with served("teams", "--local") as running:
        # It is heard. Nobody is there to be answered.
        assert post(running, ACTIVITY) == 200


@pytest.mark.parametrize("missing", [*TEAMS])
@pytest.mark.parametrize("command", ["teams", "serve"])
def test_a_setting_that_is_missing_stops_the_start_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
    server_settings: Any,  # noqa: F811
    command: str,
    missing: str,
) -> None:
    some: Mapping[str, str] = {name: value for name, value in TEAMS.items() if name != missing}
    for name, value in some.items():
        monkeypatch.setenv(name, value)
    refused = dayone(command, "--port", "0")
    assert refused.exit_code == 1
    assert re.findall(r"(\w+) is missing or wrong\.", refused.output) == [missing]
    assert "hunter2" not in refused.output


@pytest.mark.parametrize(
    ("command", "given", "says"),
    [
        ("teams", {**TEAMS, "SLACK_BOT_TOKEN": "hunter2"}, "SLACK_BOT_TOKEN"),
        ("socket", {"CLIENT_ID": TEAMS["CLIENT_ID"], "TENANT_ID": "hunter2"}, "CLIENT_SECRET"),
    ],
)
def test_the_other_chat_is_spoken_in_where_it_is_set_up(
    monkeypatch: pytest.MonkeyPatch,
    server_settings: Any,  # noqa: F811
    command: str,
    given: dict[str, str],
    says: str,
) -> None:
    """So that what is wrong with its settings is said."""
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    refused = dayone(command)
    assert refused.exit_code == 1
    assert f"{says} is missing or wrong" in refused.output
    assert "hunter2" not in refused.output
