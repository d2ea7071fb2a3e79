"""Fixtures: a store on each of the two databases, its tables made once and copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Keyring, Store, make_key, migrate
from tests.postgres import Postgres
from tests.storage.examples import Example, ordinary_case


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "dayone.sqlite"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def migrated_sqlite_url(migrated_file: Path, sqlite_url: str) -> str:
    shutil.copy(migrated_file, sqlite_url.removeprefix("sqlite:///"))
    return sqlite_url


@pytest.fixture(scope="session")
def migrated_template(postgres: Postgres) -> Iterator[str]:
    name = postgres.create()
    migrate(postgres.url(name))
    yield name
    postgres.drop(name)


@pytest.fixture
def migrated_postgres_url(postgres: Postgres, migrated_template: str) -> Iterator[str]:
    name = postgres.create(migrated_template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    """A database with its tables and nothing in them; the test runs once on each kind."""
    return str(request.getfixturevalue(f"migrated_{request.param}_url"))


@pytest.fixture
def keys() -> Keyring:
    return Keyring.from_text(make_key("first"))


@pytest.fixture
def store(store_url: str, keys: Keyring) -> Iterator[Store]:
    made = Store(store_url, keys)
    yield made
    made.close()


@pytest.fixture
def example(store: Store) -> Example:
    """One service with one account, and one case with one meeting."""
    with store.transaction() as tx:
        return ordinary_case(tx)
