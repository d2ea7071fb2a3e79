"""What one job does, whoever calls it."""

import logging
import sys
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.chat.deliver import Deliverer
from bot.chat.quietly import log_exception
from bot.jobs.schedule import JOBS, Job
from bot.use_cases.day_one import DayOne
from storage.waiting import Kind, Waiting, waiting


class JobFailed(Exception):
    """Which, and with what kind of exception: what that said is in no job table."""


class Work:
    """What waits in `chats`, and what is due by `jobs`. Each may be done twice: then nothing comes of it."""

    def __init__(
        self, day_one: DayOne, deliverer: Deliverer, chats: Collection[str], jobs: Sequence[Job] = JOBS
    ) -> None:
        self.day_one, self.chats, self.jobs = day_one, tuple(chats), {job.name: job for job in jobs}
        self._deliverer = deliverer

    def waiting(self, only: UUID | None = None) -> tuple[Waiting, ...]:
        """What may be sent by itself by now."""
        with self.day_one.store.transaction() as tx:
            return waiting(tx, self.day_one.clock(), self.chats, only)

    def send(self, kind: str, uid: str, occasion: str) -> None:
        """Unless somebody else has tried it since it was queued."""
        found = UUID(uid)
        if occasion in (one.occasion for one in self.waiting(found)):
            send = self._deliverer.deliver if Kind(kind) is Kind.POST else self._deliverer.notify
            _without_words(kind, lambda: send(found))

    def run(self, at: str, name: str) -> None:
        """What was due `at` a time, as JSON has it; nothing where that is too long ago."""
        job, now = self.jobs.get(name), self.day_one.clock()
        if job and now - datetime.fromisoformat(at) <= job.still_wanted:
            _without_words(name, lambda: job.run(self.day_one, now))


def _without_words(name: str, run: Callable[[], Any]) -> None:
    """DBOS keeps what an exception says."""
    try:
        run()
    except Exception as fault:  # noqa: BLE001  (the boundary of work that nobody waits for)
        log_exception(logging.getLogger(__name__), sys.exc_info())
        failed = JobFailed(f"{name}: {type(fault).__name__}")
    else:
        return
    raise failed
