"""Slow work that waits until a chat has its answer, which it must have within three seconds.

Each thread has its own: what is put off while something is heard is done once that is answered.
"""

import logging
import sys
from collections.abc import Callable
from threading import local

from bot.chat.quietly import log_exception

_thread = local()


def put_off(work: Callable[[], object]) -> None:
    """Do this once the answer is out."""
    _waiting().append(work)


def answered() -> None:
    """The answer is out. A fault in one piece of work is logged, and ends that piece alone."""
    waiting = _waiting()
    while waiting:
        work = waiting.pop(0)
        try:
            work()
        except Exception:  # noqa: BLE001  (the boundary of work that nobody waits for)
            log_exception(logging.getLogger(__name__), sys.exc_info())


def _waiting() -> list[Callable[[], object]]:
    if not hasattr(_thread, "waiting"):
        _thread.waiting = []
    waiting: list[Callable[[], object]] = _thread.waiting
    return waiting
