"""Which processes still live. Whoever finds that one is dead may take over what it had in hand.

On PostgreSQL a process holds a lock under its name for as long as its connection stands; not through
PgBouncer in transaction mode. On SQLite `one_process` sees to it that there is no other.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from storage.engine import is_sqlite, make_engine

# A computer that vanishes cannot say so: PostgreSQL asks after it by itself, and gives up in half a minute.
_ASK_AFTER_IT = "SET tcp_keepalives_idle=10; SET tcp_keepalives_interval=5; SET tcp_keepalives_count=3"
_TRY = text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
_LET_GO = text("SELECT pg_advisory_unlock(hashtextextended(:name, 0))")


class Lease:
    """Of one process, until it ends, however that ends. For one thread."""

    def __init__(self, url: str, name: str) -> None:
        """Opens nothing yet."""
        engine = make_engine(url)
        self._name, self._is_alone = name, is_sqlite(engine)
        self._engine = create_engine(
            engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True
        )
        self._connection: Connection | None = None

    def hold(self) -> bool:
        """Take it, or see that it is still held. False where somebody just looks whether we are dead.

        Raises DBAPIError where the database cannot be reached.
        """
        if self._is_alone or self._stands():
            return True
        self._connection = self._engine.connect()
        self._connection.exec_driver_sql(_ASK_AFTER_IT)
        if self._try(self._name):
            return True
        self.close()
        return False

    @contextmanager
    def of_the_dead(self, name: str) -> Iterator[bool]:
        """True where nobody lives under this name; as long as this lasts, nobody else is told so.

        False as well while our own is not held.
        """
        if self._is_alone:
            yield name != self._name
            return
        if name == self._name or self._connection is None or not self._try(name):
            yield False
            return
        try:
            yield True
        finally:
            self._connection.execute(_LET_GO, {"name": name})

    def close(self) -> None:
        """From here on we count as dead."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _stands(self) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.exec_driver_sql("SELECT 1")
        except DBAPIError:
            self._connection.invalidate()
            self.close()
            return False
        return True

    def _try(self, name: str) -> bool:
        assert self._connection is not None
        return bool(self._connection.execute(_TRY, {"name": name}).scalar())
