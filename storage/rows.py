"""What tables have in common: how columns are typed and constraints named, and sealed fields."""

from datetime import date, datetime
from enum import Enum
from typing import Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, object_session

from storage.columns import ClearText, Moment, Names
from storage.sealing import Keyring

T = TypeVar("T")
KEYS = "keys"


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        str: ClearText,
        tuple[str, ...]: Names,
        datetime: Moment,
        date: sa.Date,
        bytes: sa.LargeBinary,
        Enum: sa.Enum(Enum, native_enum=False, length=40, values_callable=lambda kind: [*kind]),
    }


class Row(Base):
    """A row that may have sealed fields. They are bound to its key, which is made before it is written."""

    __abstract__ = True
    uid: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


class Sealed(Generic[T]):
    """A field that the database keeps sealed: any JSON value. Declaring it declares its column.

    It is sealed and opened with the keys of the transaction that its row is in.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.column = f"sealed_{name}"
        setattr(owner, self.column, mapped_column(sa.LargeBinary, nullable=False))

    def __get__(self, row: Row, owner: type) -> T:
        opened: T = _keys(row).open(getattr(row, self.column), self._place(row))
        return opened

    def __set__(self, row: Row, value: T) -> None:
        setattr(row, self.column, _keys(row).seal(value, self._place(row)))

    def _place(self, row: Row) -> str:
        return f"{row.__tablename__}|{self.column}|{row.uid}"


def _keys(row: Row) -> Keyring:
    session = object_session(row)
    if session is None:
        raise RuntimeError("A sealed field opens inside its transaction only.")
    keys: Keyring = session.info[KEYS]
    return keys
