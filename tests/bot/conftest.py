"""The example case, made once on each database and copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.messages.document import Document
from storage import Keyring, make_key
from tests.bot.core import Core, core_of, make_example
from tests.bot.render.printed import every_printed
from tests.postgres import Postgres


@pytest.fixture(scope="session", autouse=True)
def _no_authorities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing here goes over TLS, and each client would read all who vouch for the web, for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SSL_CERT_FILE", raising=False)
        patch.setenv("SSL_CERT_DIR", str(tmp_path_factory.mktemp("no authorities")))
        yield


@pytest.fixture(scope="session")
def example_keys() -> Keyring:
    return Keyring.from_text(make_key("test"))


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory, example_keys: Keyring) -> Path:
    file = tmp_path_factory.mktemp("example") / "dayone.sqlite"
    make_example(f"sqlite:///{file}", example_keys)
    return file


@pytest.fixture(scope="session")
def example_template(postgres: Postgres, example_keys: Keyring) -> Iterator[str]:
    name = postgres.create()
    make_example(postgres.url(name), example_keys)
    yield name
    postgres.drop(name)


@pytest.fixture
def example_sqlite_url(example_file: Path, sqlite_url: str) -> str:
    shutil.copy(example_file, sqlite_url.removeprefix("sqlite:///"))
    return sqlite_url


@pytest.fixture
def example_postgres_url(postgres: Postgres, example_template: str) -> Iterator[str]:
    name = postgres.create(example_template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def core(example_sqlite_url: str, example_keys: Keyring) -> Iterator[Core]:
    with core_of(example_sqlite_url, example_keys) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgres"])
def each_core(request: pytest.FixtureRequest, example_keys: Keyring) -> Iterator[Core]:
    """For what the database has a part in: the test runs once on each."""
    with core_of(request.getfixturevalue(f"example_{request.param}_url"), example_keys) as opened:
        yield opened


@pytest.fixture(scope="session")
def printed(
    example_file: Path, example_keys: Keyring, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Document]:
    """Everything that we make to be printed, by its name in `tests.bot.render.printed`."""
    file = shutil.copy(example_file, tmp_path_factory.mktemp("printed") / "dayone.sqlite")
    return every_printed(f"sqlite:///{file}", example_keys)
