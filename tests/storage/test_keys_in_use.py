"""The keys that a store is given must be those with which its records were sealed."""

from collections.abc import Callable, Iterator

import pytest

from storage import BadKeys, Keyring, Store, accounts, audit, cases, invitations, make_key
from storage.invitations import Invited
from tests.storage.examples import NOW, TODAY, ordinary_case

OLD, NEW, ANOTHER_OLD = make_key("old"), make_key("new"), make_key("old")
Opened = Callable[[str], Store]


@pytest.fixture
def opened(store_url: str) -> Iterator[Opened]:
    """Opens the same database with other keys each time."""
    stores: list[Store] = []

    def open_with(keys: str) -> Store:
        stores.append(Store(store_url, Keyring.from_text(keys)))
        return stores[-1]

    yield open_with
    for store in stores:
        store.close()


def test_a_new_key_in_front_reads_what_the_old_one_sealed(opened: Opened) -> None:
    with opened(OLD).transaction() as tx:
        account = ordinary_case(tx).account
    store = opened(f"{NEW},{OLD}")
    with store.transaction() as tx:
        assert accounts.by_id(tx, account.id) == account
    assert store.ready() == []


def test_a_new_key_in_front_seals(opened: Opened) -> None:
    with opened(OLD).transaction() as tx:
        service = ordinary_case(tx).service
    with opened(f"{NEW},{OLD}").transaction() as tx:
        cases.add(tx, service.id, "OAK-2", created=TODAY, first_name="Tony")
    assert opened(OLD).ready() == ["The key “new” sealed records here and is not in DAYONE_KEYS."]


def test_a_code_made_under_the_old_key_can_be_used_under_the_new(opened: Opened) -> None:
    with opened(OLD).transaction() as tx:
        example = ordinary_case(tx)
        code = invitations.make(tx, example.case.id, "p3", at=NOW, expires=NOW.replace(day=9))
    with opened(f"{NEW},{OLD}").transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=NOW) == Invited(
            example.case.id, "p3"
        )


def test_an_audit_written_under_both_keys_verifies(opened: Opened) -> None:
    with opened(OLD).transaction() as tx:
        service = ordinary_case(tx).service
        audit.write(tx, service.id, None, "first", None, "", NOW)
    with opened(f"{NEW},{OLD}").transaction() as tx:
        audit.write(tx, service.id, None, "second", None, "", NOW)
        assert audit.verify(tx) == []


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        (NEW, "The key “old” sealed records here and is not in DAYONE_KEYS."),
        (f"{NEW},{ANOTHER_OLD}", "The key “old” in DAYONE_KEYS is not the one that sealed records here."),
        (ANOTHER_OLD, "The key “old” in DAYONE_KEYS is not the one that sealed records here."),
    ],
    ids=["missing", "another behind", "another in front"],
)
def test_a_missing_or_wrong_key_is_named_and_nothing_is_sealed_with_it(
    opened: Opened, keys: str, fault: str
) -> None:
    with opened(OLD).transaction() as tx:
        ordinary_case(tx)
    store = opened(keys)
    assert store.ready() == [fault]
    with pytest.raises(BadKeys, match="old"), store.transaction():
        pytest.fail("A transaction began.")
