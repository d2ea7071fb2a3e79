import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import Store, audit
from tests.storage.examples import NOW, Example, fill, raw

CHANGES = {
    "answers": "version = 9",
    "action_events": "progress = 'done'",
    "handings": "how = 'posted'",
    "told_counts": "measure = 'other'",
    "audit": "verb = 'other'",
}


@pytest.fixture
def url(store: Store, example: Example, store_url: str) -> str:
    """A database with a row in each of these tables."""
    with store.transaction() as tx:
        fill(tx, example)
        audit.write(tx, example.service.id, None, "case.filled", example.case.id, "", NOW)
    return store_url


@pytest.mark.parametrize("table", CHANGES)
def test_a_row_can_be_neither_changed_nor_deleted(url: str, table: str) -> None:
    for statement in (f"UPDATE {table} SET {CHANGES[table]}", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match=f"{table} is append-only"), raw(url) as connection:
            connection.execute(text(statement))


@pytest.mark.parametrize("table", ["answers", "action_events", "handings", "told_counts"])
def test_an_erasure_opens_the_door_of_one_table_in_its_own_transaction(url: str, table: str) -> None:
    with raw(url) as connection:
        connection.execute(text("INSERT INTO purging (name) VALUES (:name)"), {"name": table})
        connection.execute(text(f"DELETE FROM {table}"))
        connection.execute(text("DELETE FROM purging"))
        assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_the_audit_has_no_door(url: str) -> None:
    with raw(url) as connection:
        connection.execute(text("INSERT INTO purging (name) VALUES ('audit')"))
    with pytest.raises(DBAPIError, match="audit is append-only"), raw(url) as connection:
        connection.execute(text("DELETE FROM audit"))
