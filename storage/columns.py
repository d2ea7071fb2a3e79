"""Types of columns in clear, which read alike on both databases."""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

from storage.broken_text import refuse_broken


class NoZone(DontWrapMixin, ValueError):
    """A time without its zone could be either of two in October."""

    def __init__(self) -> None:
        super().__init__("A time needs its zone.")


class ClearText(TypeDecorator[str]):
    """Text that anybody with the database can read: ids, states, references. Never what a person typed."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        refuse_broken(value)
        return value


class Names(TypeDecorator[tuple[str, ...]]):
    """Several ids, as a JSON list."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> str:
        refuse_broken(value)
        return json.dumps(value or ())

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value or "[]"))


class Moment(TypeDecorator[datetime]):
    """A point in time: in with any zone, out in UTC. SQLite forgets the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise NoZone
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))
