"""Processes that do the jobs: side by side, killed, replaced."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.schedule import Job
from bot.use_cases.sending.outbox import TAKES
from storage import Keyring
from storage.waiting import Kind
from tests.bot.core import Core, core_of
from tests.bot.jobs.dying import ACCEPTED, Fate, Watched
from tests.bot.jobs.places import in_slack
from tests.bot.jobs.workers import killed, until, worker

# Seconds until what a dead process had taken counts as given back.
LATER = TAKES.total_seconds() + 1


@pytest.fixture
def postgres_core(example_postgres_url: str, example_keys: Keyring) -> Iterator[Core]:
    with core_of(example_postgres_url, example_keys, datetime.now(UTC)) as opened:
        yield opened


def once_a_day(run: object) -> Job:
    """Its last time is behind us, and still wanted: so it is due as soon as anybody works."""
    return Job("once", "0 6 * * *", run, timedelta(days=1) - timedelta(seconds=1))  # type: ignore[arg-type]


def notes_in(file: Path) -> Job:
    def run(day_one: object, now: datetime) -> None:
        with file.open("a") as kept:
            kept.write("ran\n")

    return once_a_day(run)


def lines(file: Path) -> int:
    return len(file.read_text().splitlines()) if file.exists() else 0


def test_of_four_workers_one_does_what_is_due_and_once(
    postgres_core: Core, example_postgres_url: str, tmp_path: Path
) -> None:
    file, up = tmp_path / "ran", tmp_path / "up"
    with ExitStack() as opened:
        for _ in range(4):
            opened.enter_context(
                worker(postgres_core, example_postgres_url, lambda: _is_up(up), [notes_in(file)])
            )
        assert until(lambda: lines(up) == 4)
        assert until(lambda: lines(file))
    # Whoever ended has finished what it had in hand.
    assert lines(file) == 1


def _is_up(file: Path) -> dict[str, object]:  # type: ignore[misc]
    with file.open("a") as kept:
        kept.write("up\n")
    return {}


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_what_a_killed_worker_had_in_hand_another_one_sends_once(
    request: pytest.FixtureRequest, example_keys: Keyring, database: str
) -> None:
    url = request.getfixturevalue(f"example_{database}_url")
    with core_of(url, example_keys, datetime.now(UTC)) as core, in_slack(core) as place:
        uid, title = place.plans(Kind.POST)
        fate = Fate(ACCEPTED)
        killed(core, url, lambda: {"slack": Watched(place.chat(), fate)}, [])
        assert place.stands(title, Kind.POST) == [1, 0]
        with worker(core, url, lambda: {"slack": place.chat()}, [], late=LATER):
            assert until(lambda: uid not in {letter.id for letter in place.letters()})
        assert place.stands(title, Kind.POST) == [1, 1]
        if database == "sqlite":
            kept = Path(f"{url.removeprefix('sqlite:///')}.jobs").read_bytes()
            assert str(uid).encode() in kept
            assert title.encode() not in kept


def test_what_kills_whoever_does_it_is_put_by(core: Core, example_sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "killed"

    def kills(day_one: object, now: datetime) -> None:
        with file.open("a") as kept:
            kept.write("killed\n")
        os.kill(os.getpid(), signal.SIGKILL)

    for _ in range(4):
        killed(core, example_sqlite_url, dict, [once_a_day(kills)])
    with worker(core, example_sqlite_url, dict, [once_a_day(kills)]):
        assert until(lambda: states(example_sqlite_url) == ["CANCELLED"])
    assert lines(file) == 4


def states(url: str) -> list[str]:
    """Of every job that the engine knows of."""
    with closing(sqlite3.connect(f"{url.removeprefix('sqlite:///')}.jobs")) as kept:
        return [state for (state,) in kept.execute("SELECT status FROM workflow_status")]
