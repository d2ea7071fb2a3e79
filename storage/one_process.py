"""On SQLite one process does everything: who holds the database keeps every other server away from it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import make_url

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class InUse(Exception):
    """Another process has the database."""

    def __init__(self) -> None:
        super().__init__(
            "Another Day One server has this database. On SQLite one process does everything: "
            "stop the other one first, or use PostgreSQL."
        )


@contextmanager
def alone_with(url: str) -> Iterator[None]:
    """Hold a SQLite database, by a file beside it, until the end of this process and those forked from it.

    On PostgreSQL there may be many. Raises InUse, and OSError where the file cannot be made.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        yield
        return
    file = Path(parsed.database or "").resolve()
    with file.with_name(f"{file.name}.lock").open("ab") as lock:
        try:
            _take(lock)
        except OSError:
            raise InUse from None
        yield


def _take(lock: IO[bytes]) -> None:
    """Raises OSError where another has it. It ends with the process, however that ends."""
    if sys.platform == "win32":
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
