"""`dayone worker`: what waits is sent beside a server on PostgreSQL, and by nobody else there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.request import urlopen

import pytest
from sqlalchemy import NullPool, create_engine, make_url

from storage import Keyring, make_key
from storage.waiting import Kind
from tests.bot.cli.plan_files import dayone
from tests.bot.cli.test_serve import PATIENCE, SLACK, Running, served
from tests.bot.core import core_of, make_example
from tests.bot.jobs.places import SlackPlace, in_slack
from tests.bot.jobs.workers import until

LATE = 100
OF_TEAMS = ("CLIENT_ID", "CLIENT_SECRET", "TENANT_ID")
NOT_LET = "Error: PostgreSQL did not let the jobs begin."


@dataclass
class Installed:
    """The example case in a Slack on loopback, on PostgreSQL; all of it in the environment."""

    place: SlackPlace
    environ: dict[str, str]


@pytest.fixture(autouse=True)
def _nothing_of_a_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SLACK, *OF_TEAMS, "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, postgres_url: str) -> Iterator[Installed]:
    key = make_key("first")
    make_example(postgres_url, Keyring.from_text(key))
    now = datetime.now(UTC) - timedelta(seconds=LATE)
    with core_of(postgres_url, Keyring.from_text(key), now) as core, in_slack(core) as place:
        environ = {
            "DAYONE_DATABASE_URL": postgres_url,
            "DAYONE_KEYS": key,
            "SLACK_SIGNING_SECRET": "hunter2",
            "SLACK_CLIENT_ID": place.slack.client_id,
            "SLACK_CLIENT_SECRET": place.slack.client_secret,
            "SLACK_API_BASE_URL": f"{place.slack.url}/api/",
        }
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        yield Installed(place, environ)


@contextmanager
def working(environ: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A worker in a process of its own, which says that it works."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "bot.cli", "worker"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environ},
    ) as process:
        try:
            assert process.stdout
            said = process.stdout.readline()
            assert said == "Day One works (Ctrl+C ends it)\n", said
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def answered(server: Running, path: str) -> str:
    with urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=PATIENCE) as answer:
        said: bytes = answer.read()
        return said.decode()


def numbers(server: Running) -> dict[str, int]:
    """What `/metrics` says, as Prometheus reads it."""
    lines = [line.split() for line in answered(server, "/metrics").splitlines() if not line.startswith("#")]
    return {name.removeprefix("dayone_outbox_"): int(number) for name, number in lines}


def test_what_waits_beside_a_server_is_sent_by_a_worker_which_ends_well(installed: Installed) -> None:
    uid, title = installed.place.plans(Kind.NOTICE)
    with served(installed.environ) as server:
        found = numbers(server)
        assert (found["waiting"], found["dead"], found["late_seconds"] >= LATE) == (1, 0, True)
        assert json.loads(answered(server, "/readyz"))["outbox_seconds"] >= LATE
        # On PostgreSQL a server does no jobs.
        assert installed.place.stands(title, Kind.NOTICE) == [0]
        with working(installed.environ) as worker:
            assert until(lambda: str(uid) not in dayone("jobs").output)
            assert installed.place.stands(title, Kind.NOTICE) == [1]
            worker.send_signal(signal.SIGTERM)
            said, _ = worker.communicate(timeout=PATIENCE)
        assert (worker.returncode, title in said, "hunter2" in said) == (0, False, False)


def test_what_a_worker_may_not_make_in_the_database_gets_a_sentence(
    installed: Installed,
) -> None:
    url = make_url(installed.environ["DAYONE_DATABASE_URL"])
    with create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
        connection.exec_driver_sql("CREATE ROLE reader LOGIN")
        try:
            connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
            as_reader = url.set(username="reader").render_as_string(hide_password=False)
            ran = subprocess.run(
                [sys.executable, "-m", "bot.cli", "worker"],
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
                env={**os.environ, "DAYONE_DATABASE_URL": as_reader},
            )
        finally:
            connection.exec_driver_sql("DROP OWNED BY reader")
            connection.exec_driver_sql("DROP ROLE reader")
    assert ran.returncode == 1
    assert NOT_LET in ran.stderr
    assert "Traceback" not in ran.stderr


def test_on_sqlite_there_is_no_worker(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> None:
    monkeypatch.setenv("DAYONE_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("DAYONE_KEYS", make_key("first"))
    result = dayone("worker")
    assert result.exit_code == 1
    assert "On SQLite one process does everything" in result.output
    assert "A worker needs PostgreSQL." in result.output


def test_without_a_chat_there_is_nothing_to_speak_in(
    monkeypatch: pytest.MonkeyPatch, postgres_url: str
) -> None:
    monkeypatch.setenv("DAYONE_DATABASE_URL", postgres_url)
    monkeypatch.setenv("DAYONE_KEYS", make_key("first"))
    result = dayone("worker")
    assert result.exit_code == 1
    assert "Give the settings of Slack or of Teams" in result.output


def test_a_database_without_tables_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, postgres_url: str
) -> None:
    settings = {**SLACK, "DAYONE_DATABASE_URL": postgres_url, "DAYONE_KEYS": make_key("first")}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    result = dayone("worker")
    assert result.exit_code == 1
    assert "Please run: dayone migrate" in result.output
