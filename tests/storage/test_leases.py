"""A process counts as alive while its lease is held, and takes it again when PostgreSQL starts anew."""

from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pytest
from sqlalchemy import NullPool, create_engine

from storage.leases import Lease

PATIENCE = 30


@pytest.fixture
def one(postgres_url: str) -> Iterator[Lease]:
    with closing(Lease(postgres_url, "one")) as made:
        assert made.hold()
        yield made


@pytest.fixture
def other(postgres_url: str) -> Iterator[Lease]:
    with closing(Lease(postgres_url, "other")) as made:
        assert made.hold()
        yield made


def ends_every_connection(url: str) -> None:
    """As PostgreSQL does when it starts anew."""
    with create_engine(url, poolclass=NullPool).connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def is_dead(name: str, for_: Lease) -> bool:
    with for_.of_the_dead(name) as so:
        return so


def dies(name: str, for_: Lease) -> bool:
    """PostgreSQL notices in its own time that somebody has gone."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if is_dead(name, for_):
            return True
    return False


def test_whoever_holds_a_lease_is_alive_and_whoever_closed_it_is_dead(one: Lease, other: Lease) -> None:
    assert not is_dead("one", other)
    one.close()
    assert dies("one", other)
    assert is_dead("somebody who never was", other)


def test_nobody_takes_over_from_themselves_or_without_a_lease_of_their_own(one: Lease, other: Lease) -> None:
    one.close()
    assert not is_dead("other", other)
    other.close()
    assert not is_dead("one", other)


def test_of_two_who_find_somebody_dead_one_is_told_so(one: Lease, other: Lease) -> None:
    with other.of_the_dead("gone") as found:
        assert (found, is_dead("gone", one)) == (True, False)
    assert is_dead("gone", one)


def test_a_name_that_is_just_looked_at_cannot_be_taken(other: Lease, postgres_url: str) -> None:
    with closing(Lease(postgres_url, "new")) as new:
        with other.of_the_dead("new"):
            assert not new.hold()
        assert new.hold()
        assert not is_dead("new", other)


def test_after_the_database_started_anew_each_takes_its_lease_again(
    one: Lease, other: Lease, postgres_url: str
) -> None:
    ends_every_connection(postgres_url)
    assert other.hold()
    assert is_dead("one", other)
    assert one.hold()
    assert not is_dead("one", other)


def test_on_sqlite_everybody_else_is_dead(sqlite_url: str) -> None:
    with closing(Lease(sqlite_url, "one")) as alone:
        assert alone.hold()
        assert (is_dead("one", alone), is_dead("the last one", alone)) == (False, True)
