"""DBOS, set up so that it doubles nothing and keeps nothing.

Every process has an id of its own; what is kept of a job are ids alone, as JSON; which version of the jobs it
is does not follow from the code, so that an upgrade finds what the last one left; it logs no more than we do,
listens to nothing, and speaks with nobody but its database.
"""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer
from sqlalchemy import create_engine, make_url

from bot.jobs.schedule import Job

# Another one only where the steps of a job change their order, and once what is in hand is done.
VERSION = "1"
NAME = "dayone"
SCHEMA = "dayone_jobs"
# At most one message a second in one channel: https://docs.slack.dev/apis/web-api/rate-limits
PACE = {"limit": 1, "period": 1.0}
AT_ONCE = 16
LOOKS = 0.5


def launch(url: str, executor: str, chats: Sequence[str]) -> None:
    """Begin to work off what is queued for these chats, and what is scheduled."""
    # What a cloud of DBOS's own would set.
    for name in [name for name in os.environ if name.startswith("DBOS_")]:
        del os.environ[name]
    # It would write to the terminal by itself.
    logging.getLogger("dbos").addHandler(logging.NullHandler())
    DBOS(config=config(url, executor))
    DBOS.listen_queues(list(chats))
    DBOS.launch()
    for chat in chats:
        DBOS.register_queue(
            chat,
            worker_concurrency=AT_ONCE,
            partition_concurrency=1,
            partition_limiter=PACE,  # type: ignore[arg-type]
            polling_interval_sec=LOOKS,
            on_conflict="always_update",
        )


def keep_times(
    run: Callable[[str, str], None], jobs: Mapping[str, Job], now: datetime, zone: ZoneInfo
) -> None:
    """`run` is told each job when it is due: by one process, once, and late where that is still wanted."""
    for gone in {one["schedule_name"] for one in DBOS.list_schedules()} - set(jobs):
        DBOS.delete_schedule(gone)
    DBOS.apply_schedules(
        [
            {
                "schedule_name": name,
                "workflow_fn": run,  # type: ignore[typeddict-item]
                "schedule": job.cron,
                "context": name,
                "cron_timezone": str(zone),
            }
            for name, job in jobs.items()
        ]
    )
    for name, job in jobs.items():
        DBOS.backfill_schedule(name, now - job.still_wanted, now)


def config(url: str, executor: str) -> DBOSConfig:
    """On SQLite it has a file of its own beside ours, on PostgreSQL a schema of its own in our database."""
    made: DBOSConfig = {
        "name": NAME,
        "application_version": VERSION,
        "executor_id": executor,
        "serializer": DBOSPortableJSONSerializer(),
        "log_level": "WARNING",
        "use_listen_notify": False,
        "scheduler_polling_interval_sec": 3600.0,
        "enable_otlp": False,
    }
    if file := sqlite_file(url):
        return {**made, "system_database_url": f"sqlite:///{file}"}
    # With an engine it looks for no other database.
    engine = create_engine(url, pool_size=8, pool_pre_ping=True, hide_parameters=True)
    return {
        **made,
        "system_database_url": engine.url.render_as_string(hide_password=False),
        "system_database_engine": engine,
        "dbos_system_schema": SCHEMA,
    }


def sqlite_file(url: str) -> Path | None:
    """Where it keeps what is in hand; None on PostgreSQL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    ours = Path(parsed.database or "").resolve()
    return ours.with_name(f"{ours.name}.jobs")
