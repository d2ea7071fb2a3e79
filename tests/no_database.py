"""Tests of what is pure cannot open a database session."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

PURE = [
    Path("tests/planning_rules"),
    Path("tests/bot/conversation"),
    Path("tests/bot/messages"),
    Path("tests/bot/render"),
]

_closed = False


class DatabaseOpened(AssertionError):
    def __init__(self) -> None:
        super().__init__(
            "This test opened a database, and what it tests is pure. Give it the plan as a value, "
            "or move the test to tests/storage or tests/bot/use_cases."
        )


def _refuse(*_: object) -> None:
    if _closed:
        raise DatabaseOpened


# Not by an audit hook: it runs inside sys.settrace, so that threads starting under coverage collide.
event.listen(Engine, "do_connect", _refuse)


def is_pure(test: Path) -> bool:
    return any(test.is_relative_to(folder) for folder in PURE)


@contextmanager
def databases_closed() -> Iterator[None]:
    global _closed
    _closed = True
    try:
        yield
    finally:
        _closed = False


@pytest.fixture(autouse=True)
def _no_database_where_pure(request: pytest.FixtureRequest) -> Iterator[None]:
    if not is_pure(request.path.relative_to(request.config.rootpath)):
        yield
        return
    with databases_closed():
        yield
