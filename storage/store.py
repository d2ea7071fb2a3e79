"""The store: the only way to a transaction."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock, local

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage.engine import is_sqlite, make_engine
from storage.known_keys import enrol, key_faults
from storage.rows import KEYS
from storage.schema import schema_faults
from storage.sealing import Keyring
from storage.transaction import Transaction


class Store:
    """One database and the keys that open it. A process has one."""

    def __init__(self, url: str, keys: Keyring) -> None:
        """Raises BadDatabaseUrl. Opens nothing yet."""
        self._engine = make_engine(url)
        self._keys = keys
        self._key_is_known = False
        self._here = local()
        # Without it, SQLite lets the unlucky wait for seconds.
        self._turn: AbstractContextManager[object] = Lock() if is_sqlite(self._engine) else nullcontext()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commits at the end; an exception undoes everything. On SQLite one runs at a time."""
        if not self._key_is_known:
            with self._transaction() as tx:
                enrol(tx)
            self._key_is_known = True
        with self._transaction() as tx:
            yield tx

    def ready(self) -> list[str]:
        """What stands in the way of work, a sentence each; nothing where all is well."""
        try:
            with self._transaction() as tx:
                return schema_faults(tx.connection) or key_faults(tx)
        except DBAPIError as error:
            reason, _, _ = str(error.orig).partition("\n")
            return [f"The database cannot be opened: {reason}"]

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        if getattr(self._here, "is_open", False):
            raise RuntimeError("This thread has a transaction open already; pass that one on.")
        self._here.is_open = True
        try:
            with self._turn, self._session() as session, session.begin():
                yield Transaction(session)
        finally:
            self._here.is_open = False

    def _session(self) -> Session:
        # What is read again is read afresh: others may have changed it while we waited for a lock.
        options = {"populate_existing": True}
        return Session(self._engine, info={KEYS: self._keys}, execution_options=options)
