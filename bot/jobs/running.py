"""The jobs of one process, from its start to its end."""

import logging
import sys
from collections.abc import Mapping
from threading import Event, Thread
from uuid import uuid4

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID

from bot.chat.quietly import log_exception
from bot.jobs import engine
from bot.jobs.adopting import adopt
from bot.jobs.work import Work
from bot.use_cases.turn import LONDON
from storage.leases import Lease
from storage.waiting import Waiting

# Seconds between two looks at what waits, and for how long an end waits for what is in hand.
EVERY = 3.0
FINISHING = 25
# Minutes after which what waits still is queued again, should the queue have lost it.
AFRESH = 10


class Jobs:
    """Over the database at `url`. A process has one of them, and one at a time.

    What looks for what waits is a loop, and no scheduled job: what it finds is kept in our own tables, so it
    has nothing to lose, and as a job it would leave thirty thousand rows a day.
    """

    def __init__(self, work: Work, url: str) -> None:
        self._work, self._url, self._name = work, url, uuid4().hex
        self._lease = Lease(url, self._name)
        self._queued: frozenset[str] = frozenset()
        self._ended = Event()
        self._thread = Thread(target=self._tend, name="jobs", daemon=True)

    def start(self) -> None:
        """Return once everything runs. Raises DBAPIError where the database cannot be reached."""
        # Whoever has work in hand and no lease counts as dead.
        while not self._lease.hold():
            self._ended.wait(0.1)
        work = self._work

        # DBOS takes functions, and no methods.
        @DBOS.workflow()
        def run(at: str, name: str) -> None:
            work.run(at, name)

        @DBOS.workflow()
        def send(kind: str, uid: str, occasion: str) -> None:
            work.send(kind, uid, occasion)

        self._send = send
        engine.launch(self._url, self._name, work.chats)
        engine.keep_times(run, work.jobs, work.day_one.clock(), LONDON)
        self._thread.start()

    def stop(self) -> None:
        """Take nothing new, and return once what is in hand is done."""
        self._ended.set()
        self._thread.join()
        DBOS.destroy(workflow_completion_timeout_sec=FINISHING, destroy_registry=True)
        self._lease.close()

    def _tend(self) -> None:
        """See that we live, who died, and what waits."""
        while not self._ended.is_set():
            try:
                if self._lease.hold():
                    adopt(self._lease)
                    self._sweep()
            except Exception:  # noqa: BLE001  (the boundary of a loop that outlives its database)
                log_exception(logging.getLogger(__name__), sys.exc_info())
            self._ended.wait(EVERY)

    def _sweep(self) -> None:
        now = self._work.day_one.clock()
        part = f"{now:%Y%m%d%H}{now.minute // AFRESH}"
        found: Mapping[str, Waiting] = {f"{one.occasion}-{part}": one for one in self._work.waiting()}
        for name, one in found.items():
            if name not in self._queued:
                with SetWorkflowID(name), SetEnqueueOptions(queue_partition_key=one.lane):
                    DBOS.enqueue_workflow(one.chat, self._send, one.kind.value, str(one.id), one.occasion)
        self._queued = frozenset(found)
