"""What the engine keeps of what is done goes after some days, and nothing that is still to be done."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.jobs.purging import purge
from bot.jobs.schedule import Job
from tests.bot.core import Core
from tests.bot.jobs.workers import until, worker

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# By the name of a job: how the engine left it, and how long ago.
GOES = {
    "done": ("SUCCESS", 3 * DAY + HOUR),
    "failed": ("ERROR", 3 * DAY + HOUR),
    "put-by": ("CANCELLED", 30 * DAY + HOUR),
}
STAYS = {
    "done-lately": ("SUCCESS", 3 * DAY - HOUR),
    "failed-lately": ("ERROR", 3 * DAY - HOUR),
    "put-by-lately": ("CANCELLED", 30 * DAY - HOUR),
    "waits": ("ENQUEUED", None),
}
LEFT = GOES | STAYS
ITSELF = "purge"


def test_what_is_done_goes_after_days_and_what_is_not_stays(
    core: Core, example_sqlite_url: str, tmp_path: Path
) -> None:
    kept, aged = f"{example_sqlite_url.removeprefix('sqlite:///')}.jobs", tmp_path / "aged"

    def purges(day_one: object, now: datetime) -> None:
        assert until(aged.exists)
        purge(now)

    jobs = [*(once_a_day(name, lambda day_one, now: None) for name in LEFT), once_a_day(ITSELF, purges)]
    with worker(core, example_sqlite_url, dict, jobs):
        assert until(lambda: Path(kept).exists() and names(kept, "SUCCESS") == set(LEFT))
        age(kept)
        aged.touch()
        assert until(lambda: ITSELF in names(kept, "SUCCESS", "ERROR"))
        assert names(kept) == {*STAYS, ITSELF}


def once_a_day(name: str, run: object) -> Job:
    """Its last time is behind us, and still wanted."""
    return Job(name, "0 6 * * *", run, DAY - timedelta(seconds=1))  # type: ignore[arg-type]


def age(file: str) -> None:
    """Leave each as it would be by now."""
    with closing(sqlite3.connect(file, timeout=30)) as there, there:
        for name, (state, ago) in LEFT.items():
            at = int((datetime.now(UTC) - ago).timestamp() * 1000) if ago else None
            there.execute(
                "UPDATE workflow_status SET status = ?, completed_at = ?, queue_name = 'of nobody' "
                "WHERE schedule_name = ?",
                (state, at, name),
            )


def names(file: str, *states: str) -> set[str]:
    """The jobs that the engine knows of, in these states or in any; none before it has its tables."""
    found: list[tuple[str, str]] = []
    with closing(sqlite3.connect(file, timeout=30)) as there, suppress(sqlite3.OperationalError):
        found = there.execute("SELECT schedule_name, status FROM workflow_status").fetchall()
    return {name for name, state in found if not states or state in states}
