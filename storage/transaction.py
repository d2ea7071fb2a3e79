"""A transaction: what is read and written in it stands or falls together."""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.rows import KEYS, Base, Row
from storage.sealing import Keyring
from storage.uids import new_uid

R = TypeVar("R", bound=Base)
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Taken(ValueError):
    """Another one is there already under what must be unique. The transaction goes on."""


class Transaction:
    """What every function of storage is given first. Store.transaction() makes one; nothing else does."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def keys(self) -> Keyring:
        keys: Keyring = self._session.info[KEYS]
        return keys

    @property
    def connection(self) -> Connection:
        return self._session.connection()

    def all(self, query: Select[R]) -> list[R]:
        return list(self._session.scalars(query))

    def each(self, query: Select[R]) -> Iterator[R]:
        """As `all`, a batch at a time, for what may be long."""
        return iter(self._session.scalars(query.execution_options(yield_per=500)))

    def first(self, query: Select[R]) -> R | None:
        return self._session.scalars(query.limit(1)).first()

    def one(self, query: Select[R]) -> R:
        """The only row. Raises NoResultFound where there is none."""
        return self._session.scalars(query).one()

    def add(self, kind: type[R], /, **values: Any) -> R:
        """Write a new row now, under a key made for it."""
        row = kind()
        if isinstance(row, Row):
            row.uid = new_uid()
        # Before its values are set: sealing looks for the keys in the row's session.
        self._session.add(row)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()
        return row

    def add_only(self, kind: type[R], taken: str, /, **values: Any) -> R:
        """As `add`, where another may have been first. Raises Taken with that sentence."""
        try:
            with self._session.begin_nested():
                return self.add(kind, **values)
        except IntegrityError as error:
            if _is_taken(error):
                raise Taken(taken) from error
            raise

    def add_once(self, kind: type[R], /, **values: Any) -> bool:
        """Write a row in clear unless it is there already, and say whether it was written."""
        insert = _INSERT[self.connection.dialect.name](kind).values(**values).on_conflict_do_nothing()
        return self.run(insert.execution_options(preserve_rowcount=True)).rowcount == 1

    def run(self, statement: Executable) -> CursorResult[Any]:
        """A statement that changes rows in the database itself, so that two at once cannot both do it."""
        self._session.flush()
        return self.connection.execute(statement)


def _is_taken(error: IntegrityError) -> bool:
    codes = (getattr(error.orig, "sqlite_errorname", None), getattr(error.orig, "sqlstate", None))
    return bool({*codes} & {"SQLITE_CONSTRAINT_UNIQUE", "23505"})
