"""What may come once, and is forgotten when it would be refused for its age."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import Store, once
from tests.storage.examples import NOW, Interrupted, at_once, raw

MINUTE = timedelta(minutes=1)


def take(store: Store, key: str, minutes: int = 0) -> bool:
    at = NOW + minutes * MINUTE
    with store.transaction() as tx:
        return once.take(tx, key, at=at, until=at + 5 * MINUTE)


def test_it_may_come_once(store: Store) -> None:
    assert [take(store, "a"), take(store, "b"), take(store, "a", minutes=5)] == [True, True, False]


def test_of_many_at_once_one_is_the_first(store: Store) -> None:
    assert sorted(at_once(lambda _: take(store, "a"))) == [False] * 7 + [True]


def test_what_was_undone_may_come_again(store: Store) -> None:
    def take_and_fail() -> None:
        with store.transaction() as tx:
            once.take(tx, "a", at=NOW, until=NOW + MINUTE)
            raise Interrupted

    with pytest.raises(Interrupted):
        take_and_fail()
    assert take(store, "a")


def test_what_is_too_old_to_be_accepted_is_forgotten(store: Store, store_url: str) -> None:
    for number in range(20):
        assert take(store, f"key {number}", minutes=number)
    with raw(store_url) as connection:
        kept = set(connection.execute(text("SELECT key FROM once")).scalars())
    assert kept == {f"key {number}" for number in range(14, 20)}
