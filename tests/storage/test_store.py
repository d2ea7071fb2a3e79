from uuid import RFC_4122

import pytest
from sqlalchemy import select, text

from storage import BadDatabaseUrl, Keyring, Store, cases, migrate, services
from storage.cases import CaseRow
from storage.uids import new_uid
from tests.storage.examples import Example, Interrupted, raw


def test_an_exception_undoes_everything(store: Store, example: Example) -> None:
    def change_and_fail() -> None:
        with store.transaction() as tx:
            services.add(tx, "Ash House")
            cases.advance(tx, example.case.id)
            raise Interrupted

    with pytest.raises(Interrupted):
        change_and_fail()
    with store.transaction() as tx:
        assert services.named(tx, "Ash House") is None
        assert cases.by_id(tx, example.case.id) == example.case


def test_a_thread_has_one_transaction_at_a_time(store: Store) -> None:
    with store.transaction(), pytest.raises(RuntimeError, match="open already"), store.transaction():
        pytest.fail("A second transaction began.")
    with store.transaction() as tx:
        assert services.every(tx) == ()


@pytest.mark.parametrize(
    "url",
    ["mysql://me:pass-word@host/db", "pass-word", "", "sqlite://", "sqlite:///", "postgresql+asyncpg://x/y"],
)
def test_another_database_is_refused_without_repeating_its_address(url: str, keys: Keyring) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        Store(url, keys)
    assert "pass-word" not in str(refused.value)


@pytest.mark.parametrize("name", ["postgresql", "postgresql+psycopg"])
def test_postgresql_may_be_named_with_or_without_its_driver(
    postgres_url: str, name: str, keys: Keyring
) -> None:
    url = postgres_url.replace("postgresql+psycopg", name)
    migrate(url)
    store = Store(url, keys)
    assert store.ready() == []
    store.close()


def test_sqlite_is_set_as_it_was_measured(sqlite_url: str) -> None:
    wanted = {
        "busy_timeout": 15000,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    with raw(sqlite_url) as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
    assert found == wanted


def test_uids_sort_in_the_order_in_which_they_were_made() -> None:
    made = [new_uid() for _ in range(2000)]
    assert made == sorted(made)
    assert len({*made}) == 2000
    assert {(uid.version, uid.variant) for uid in made} == {(7, RFC_4122)}


def test_a_sealed_field_does_not_open_outside_its_transaction(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        row = tx.one(select(CaseRow))
    with pytest.raises(RuntimeError, match="inside its transaction"):
        row.first_name  # noqa: B018
