"""`dayone migrate` and `dayone service add`, on both databases: failures are sentences without values."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from click.testing import Result

from storage import Keyring, Store, accounts, make_key, services
from tests.bot.cli.plan_files import dayone

SECRET = "hunter2"
URL, KEYS = "DAYONE_DATABASE_URL", "DAYONE_KEYS"


@pytest.fixture
def key() -> str:
    return make_key("first")


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, database_url: str, key: str) -> str:
    """A database with its tables, named in the environment."""
    monkeypatch.setenv(URL, database_url)
    monkeypatch.setenv(KEYS, key)
    assert dayone("migrate").output == "The tables are up to date.\n"
    return database_url


@contextmanager
def opened(url: str, key: str) -> Iterator[Store]:
    store = Store(url, Keyring.from_text(key))
    yield store
    store.close()


def add(name: str, *more: str) -> Result:
    return dayone("service", "add", name, "--admin", "U1", *more)


def test_a_service_comes_to_be_with_its_first_administrator(settings: str, key: str) -> None:
    result = add("Oakshire 🙂", "--slack", "T0123ABCD")
    assert (
        result.exit_code,
        result.output.startswith("Oakshire 🙂 is added, with U1 as its administrator"),
    ) == (
        0,
        True,
    )
    with opened(settings, key) as store, store.transaction() as tx:
        (service,) = services.every(tx)
        (admin,) = accounts.in_service(tx, service.id)
        assert (service.name, service.slack_team) == ("Oakshire 🙂", "T0123ABCD")
        assert (admin.chat, admin.chat_id, admin.roles) == ("slack", "U1", ("administrator",))


@pytest.mark.parametrize(
    ("more", "chat"), [(["--teams", "tenant"], "teams"), (["--slack", "T1"], "slack"), ([], "local")]
)
def test_the_administrator_is_known_in_the_services_own_chat(
    settings: str, key: str, more: list[str], chat: str
) -> None:
    add("Oakshire", *more)
    with opened(settings, key) as store, store.transaction() as tx:
        assert accounts.in_service(tx, services.every(tx)[0].id)[0].chat == chat


@pytest.mark.parametrize("second", [["Oakshire"], ["Fernbrook", "--slack", "T1"]], ids=["name", "workspace"])
def test_a_name_or_workspace_that_is_taken_is_refused_and_nothing_is_added(
    settings: str, key: str, second: list[str]
) -> None:
    add("Oakshire", "--slack", "T1")
    result = add(*second)
    assert result.exit_code == 1
    assert "There is a service with this name or workspace already." in result.output
    with opened(settings, key) as store, store.transaction() as tx:
        assert len(services.every(tx)) == 1


def test_migrating_twice_changes_nothing(settings: str) -> None:
    assert dayone("migrate").exit_code == 0


def test_a_service_needs_an_administrator(settings: str) -> None:
    assert "Missing option '--admin'" in dayone("service", "add", "Oakshire").output


def test_another_key_than_the_one_that_sealed_here_gets_a_sentence(
    settings: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("Oakshire")
    monkeypatch.setenv(KEYS, make_key("first"))
    result = add("Fernbrook")
    assert result.exit_code == 1
    assert "is not the one that sealed records here" in result.output


def test_a_database_without_tables_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, database_url: str, key: str
) -> None:
    monkeypatch.setenv(URL, database_url)
    monkeypatch.setenv(KEYS, key)
    result = add("Oakshire")
    assert result.exit_code == 1
    assert "dayone migrate" in result.output


@pytest.mark.parametrize(
    "words", [["migrate"], ["service", "add", "Oakshire", "--admin", "U1"]], ids=" ".join
)
@pytest.mark.parametrize("missing", [[URL], [KEYS], [URL, KEYS]], ids=" and ".join)
def test_each_missing_setting_is_named_in_a_sentence_of_its_own(
    monkeypatch: pytest.MonkeyPatch, key: str, words: list[str], missing: list[str]
) -> None:
    for name, value in ((URL, "sqlite:///x"), (KEYS, key)):
        if name in missing:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    result = dayone(*words)
    assert result.exit_code == 1
    assert [name for name in (URL, KEYS) if f"{name} is missing or wrong." in result.output] == missing


@pytest.mark.parametrize(
    "words", [["migrate"], ["service", "add", "Oakshire", "--admin", "U1"]], ids=" ".join
)
@pytest.mark.parametrize(
    "url", ["", "nonsense", f"mysql://sam:{SECRET}@db/x", f"postgresql+x://a:{SECRET}@b/c"]
)
def test_a_database_that_we_do_not_know_gets_a_sentence_and_no_password(
    monkeypatch: pytest.MonkeyPatch, key: str, words: list[str], url: str
) -> None:
    monkeypatch.setenv(URL, url)
    monkeypatch.setenv(KEYS, key)
    result = dayone(*words)
    assert result.exit_code == 1
    assert "must begin with sqlite:/// or postgresql://" in result.output
    assert SECRET not in result.output


@pytest.mark.parametrize("keys", ["", ",", SECRET, f"first:{SECRET}", f"a:{'A' * 43}=,a:{SECRET}"])
def test_wrong_keys_get_a_sentence_and_are_not_repeated(
    monkeypatch: pytest.MonkeyPatch, sqlite_url: str, keys: str
) -> None:
    monkeypatch.setenv(URL, sqlite_url)
    monkeypatch.setenv(KEYS, keys)
    result = add("Oakshire")
    assert result.exit_code == 1
    assert "DAYONE_KEYS" in result.output
    assert SECRET not in result.output
