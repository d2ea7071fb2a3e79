"""Migrations make the tables that the program declares, and a database that lacks them says so."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from storage import METADATA, Keyring, Store, migrate
from tests.storage.examples import at_once, raw


def test_migrations_and_declarations_agree(database_url: str) -> None:
    migrate(database_url)
    with raw(database_url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_a_database_can_be_migrated_again(store: Store, store_url: str) -> None:
    migrate(store_url)
    assert store.ready() == []


def test_two_that_migrate_at_once_wait_for_each_other(database_url: str, keys: Keyring) -> None:
    at_once(lambda _: migrate(database_url), threads=4)
    store = Store(database_url, keys)
    assert store.ready() == []
    store.close()


@pytest.mark.parametrize(
    ("revision", "fault"),
    [
        (None, "The database has no tables yet. Please run: dayone migrate"),
        ("9999", "The database is newer than this program. Please install the newer program."),
    ],
)
def test_a_database_that_does_not_fit_says_what_to_do(
    store: Store, store_url: str, revision: str | None, fault: str
) -> None:
    with raw(store_url) as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        if revision:
            connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})
    assert store.ready() == [fault]


@pytest.mark.parametrize(
    "url", ["sqlite:////no/such/folder/db.sqlite", "postgresql://me:pass-word@127.0.0.1:1/db"]
)
def test_a_database_that_is_not_there_is_a_sentence_without_the_password(url: str, keys: Keyring) -> None:
    (fault,) = Store(url, keys).ready()
    assert fault.startswith("The database cannot be opened: ")
    assert "pass-word" not in fault


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path, keys: Keyring) -> None:
    (tmp_path / "notes.txt").write_text("These are notes, and no database at all." * 50)
    (fault,) = Store(f"sqlite:///{tmp_path}/notes.txt", keys).ready()
    assert fault == "The database cannot be opened: file is not a database"
