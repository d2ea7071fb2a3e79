"""Keys of rows, made here and not by the database, so that a row can be sealed before it is written."""

import secrets
import time
from threading import Lock
from uuid import UUID

_last = 0
_counting = Lock()


def new_uid() -> UUID:
    """A UUID (version 7) that sorts after every one made before it in this process."""
    global _last
    with _counting:
        # 48 bits of milliseconds, then 12 bits of a fraction of one.
        _last = max(_last + 1, time.time_ns() * 4096 // 1_000_000)
        made = _last
    milliseconds, fraction = made >> 12, made & 0xFFF
    return UUID(int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | secrets.randbits(62))
