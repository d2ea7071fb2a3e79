"""Engines for the two databases, set so that they behave as one."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

WAIT_MS = 15_000
_TRIES = 100
PRAGMAS = {
    "busy_timeout": str(WAIT_MS),
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
}


class BadDatabaseUrl(ValueError):
    """The sentence does not repeat the URL, which may have a password in it."""

    def __init__(self) -> None:
        super().__init__("DAYONE_DATABASE_URL must begin with sqlite:/// or postgresql://.")


def make_engine(url: str) -> Engine:
    """An engine that keeps values out of its errors. Raises BadDatabaseUrl."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadDatabaseUrl from None
    if parsed.drivername == "sqlite" and parsed.database:
        return _sqlite(create_engine(parsed, hide_parameters=True))
    if parsed.drivername in ("postgresql", "postgresql+psycopg"):
        return create_engine(parsed, hide_parameters=True, pool_pre_ping=True, pool_size=16)
    raise BadDatabaseUrl


def is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _sqlite(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: object) -> None:
        # Without this the driver begins transactions by itself, and not IMMEDIATE ones.
        connection.isolation_level = None
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        _write_ahead(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: Any) -> None:
    """Where two open a new database at once, SQLite refuses the one of them at once: `busy_timeout` is for
    transactions, so an empty one waits for the other to be done."""
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    raise TimeoutError("The database is being opened by others all the time.")
