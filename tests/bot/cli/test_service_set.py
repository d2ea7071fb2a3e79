"""`dayone service set`: who may do what in a service, given from the command line."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from storage import Keyring, Store, accounts, audit, make_key, services
from storage.services import ServiceSettings
from tests.bot.cli.plan_files import dayone

Run = Callable[..., str]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Store:
    """Oakshire, with U1 as its administrator, in a database that is named in the environment."""
    key = make_key("first")
    monkeypatch.setenv("DAYONE_DATABASE_URL", database_url)
    monkeypatch.setenv("DAYONE_KEYS", key)
    assert dayone("migrate").exit_code == 0
    assert dayone("service", "add", "Oakshire", "--slack", "T0123ABCD", "--admin", "U1").exit_code == 0
    return Store(database_url, Keyring.from_text(key))


def roles(store: Store) -> dict[str, tuple[str, ...]]:
    with store.transaction() as tx:
        service = services.every(tx)[0]
        found = {one.chat_id: tuple(map(str, one.roles)) for one in accounts.in_service(tx, service.id)}
    store.close()
    return found


def test_it_says_who_has_which_roles_and_changes_nothing(store: Store) -> None:
    assert dayone("service", "set", "Oakshire").output == "U1: administrator\n"
    assert dayone("service", "set", " Oakshire ", "--person", "U1").output == "U1: administrator\n"
    assert roles(store) == {"U1": ("administrator",)}


def test_somebody_gets_these_roles_and_no_others(store: Store) -> None:
    dayone("service", "set", "Oakshire", "--person", "U02", "--roles", "board")
    result = dayone("service", "set", "Oakshire", "--person", "U02", "--roles", " Chair,worker,, worker ")
    assert (result.exit_code, result.output) == (0, "U1: administrator\nU02: worker, chair\n")
    assert roles(store) == {"U1": ("administrator",), "U02": ("worker", "chair")}


@pytest.mark.parametrize("nothing", ["", "none", " , "])
def test_roles_can_be_taken_away(store: Store, nothing: str) -> None:
    dayone("service", "set", "Oakshire", "--person", "U02", "--roles", "manager")
    result = dayone("service", "set", "Oakshire", "--person", "U02", "--roles", nothing)
    assert result.output == "U1: administrator\nU02: no role\n"
    assert roles(store)["U02"] == ()


def test_it_stands_in_the_audit_without_a_name(store: Store) -> None:
    dayone("service", "set", "Oakshire", "--person", "U02", "--roles", "manager")
    with store.transaction() as tx:
        last = tx.connection.execute(text("SELECT verb, subject FROM audit ORDER BY seq")).all()[-1]
        account = accounts.by_chat(tx, services.every(tx)[0].id, "slack", "U02")
        assert account
        assert tuple(last) == ("gave-roles", str(account.id))
        assert audit.verify(tx) == []
    store.close()


@pytest.mark.parametrize("given", ["", "worker", "none"])
def test_somebody_has_to_administer_the_service(store: Store, given: str) -> None:
    result = dayone("service", "set", "Oakshire", "--person", "U1", "--roles", given)
    assert result.exit_code == 1
    assert "Somebody has to administer Day One" in result.output
    assert roles(store) == {"U1": ("administrator",)}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Oakshir"], "There is no service “Oakshir” here. Did you mean “Oakshire”?"),
        (["Zzz"], "There is no service “Zzz” here. There is: Oakshire."),
        (["Oakshire", "--person", "U11"], "There is no person “U11” here. Did you mean “U1”?"),
        (
            ["Oakshire", "--person", "sam", "--roles", "worker"],
            "There is no person “sam” here. There is: U1.",
        ),
        (["Oakshire", "--person", "\ud800", "--roles", "worker"], "There is no person"),
        (["Oakshire", "--person", "U1", "--roles", "manger"], "Did you mean “manager”?"),
        (["Oakshire", "--person", "U1", "--roles", "x"], "There is: worker, chair, partner, manager"),
        (["Oakshire", "--roles", "worker"], "Whose roles? Add --person"),
        (["", "--person", "U1"], "There is no service “” here."),
    ],
    ids=ascii,
)
def test_a_mistake_gets_a_sentence_with_the_nearest(store: Store, words: list[str], says: str) -> None:
    result = dayone("service", "set", *words)
    assert result.exit_code in (1, 2)
    assert says in " ".join(result.output.split())
    assert roles(store) == {"U1": ("administrator",)}


def settings(store: Store) -> ServiceSettings:
    with store.transaction() as tx:
        found = services.every(tx)[0].settings
    store.close()
    return found


def test_the_digest_gets_its_day_and_its_channel(store: Store) -> None:
    channel = "slack:T0123ABCD:C0456"
    result = dayone("service", "set", "Oakshire", "--digest", " Thurday 14:05", "--digest-channel", channel)
    assert result.exit_code == 0
    assert "The weekly digest comes on Thursday at 14:05, to the private channel." in result.output
    set_up = settings(store)
    assert (set_up.digest_day, f"{set_up.digest_at:%H:%M}", set_up.digest_channel) == (3, "14:05", channel)
    result = dayone("service", "set", "Oakshire", "--digest-channel", "none")
    assert "on Thursday at 14:05, to each manager." in result.output
    assert settings(store).digest_channel == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--digest", "sunday 08:30"], "“sunday” is no working day. Type it like monday 08:30."),
        (["--digest", "monday"], "“” is no time. Type it like 08:30."),
        (["--digest", "monday 24:00"], "“24:00” is no time."),
        (["--digest", "monday 18:00"], "Give a time between 08:00 and 18:00."),
        (["--digest-channel", "C0456"], "“C0456” is no channel in this service’s workspace."),
        (["--digest-channel", "slack:T9:C0456"], "is no channel in this service’s workspace."),
        (["--digest-channel", "teams:T0123ABCD:19:x"], "is no channel in this service’s workspace."),
    ],
)
def test_a_wrong_day_or_channel_gets_a_sentence_and_changes_nothing(
    store: Store, words: list[str], says: str
) -> None:
    result = dayone("service", "set", "Oakshire", *words)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
    assert settings(store) == ServiceSettings()
