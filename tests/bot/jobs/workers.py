"""Workers in processes of their own, forked from this one."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic

from bot.chat.chats import Chat
from bot.chat.deliver import Deliverer
from bot.jobs.schedule import Job
from bot.jobs.work import Work
from tests.bot.core import Core

PATIENCE = 30


Chats = Callable[[], dict[str, Chat]]


@contextmanager
def worker(core: Core, url: str, chats: Chats, jobs: Sequence[Job], late: float = 0) -> Iterator[None]:
    """Its clock is `late` seconds ahead. It ends with SIGTERM, and must end well."""
    child = _fork(core, url, chats, jobs, late)
    try:
        yield
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    os.kill(child, signal.SIGTERM)
    _, status = os.waitpid(child, 0)
    assert status == 0, "It did not end well."


def killed(core: Core, url: str, chats: Chats, jobs: Sequence[Job]) -> None:
    """A worker that meets with SIGKILL."""
    child = _fork(core, url, chats, jobs, 0)
    assert until(lambda: os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


def _fork(core: Core, url: str, chats: Chats, jobs: Sequence[Job], late: float) -> int:
    core.store.close()
    # Until it can hear it.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    child = os.fork()
    if not child:
        _works(core, url, chats, jobs, late)
    signal.pthread_sigmask(signal.SIG_SETMASK, held)
    return child


def until(is_so: Callable[[], object]) -> bool:
    """True as soon as it is so, False where that takes too long."""
    end, pause = monotonic() + PATIENCE, Event()
    while monotonic() < end:
        if is_so():
            return True
        pause.wait(0.05)
    return False


def _works(core: Core, url: str, chats: Chats, jobs: Sequence[Job], late: float) -> None:
    done = 1
    try:
        from bot.jobs.running import Jobs

        ended = Event()
        signal.signal(signal.SIGTERM, lambda *_: ended.set())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        day_one = replace(core.day_one, clock=lambda: datetime.now(UTC) + timedelta(seconds=late))
        spoken = chats()
        deliverer = Deliverer(day_one, spoken, lambda seconds: None)
        running = Jobs(Work(day_one, deliverer, spoken, jobs), url)
        running.start()
        ended.wait()
        running.stop()
        done = 0
    finally:
        os._exit(done)
