"""The audit's chain shows whatever somebody with the database, but without the keys, did to it."""

from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import NoResultFound

from storage import METADATA, Store, audit, services
from storage.audit import Checkpoint, NotForAudit
from tests.storage.examples import NOW, Example, raw


def write(store: Store, example: Example, times: int = 5) -> tuple[Checkpoint, ...]:
    with store.transaction() as tx:
        for number in range(1, times + 1):
            subject = f"home.address,fact{number}"
            audit.write(
                tx, example.service.id, example.account.id, f"answered{number}", example.case.id, subject, NOW
            )
        return audit.checkpoint(tx)


def problems(store: Store, *checkpoints: Checkpoint) -> list[str]:
    with store.transaction() as tx:
        return [problem.partition(": ")[2] for problem in audit.verify(tx, checkpoints)]


def tamper(url: str, *statements: str) -> None:
    """As somebody who may do anything in the database, its triggers included."""
    with raw(url) as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_no_update"))
            connection.execute(text("DROP TRIGGER audit_no_delete"))
        else:
            connection.execute(text("DROP TRIGGER audit_append_only ON audit"))
        for statement in statements:
            connection.execute(text(statement))


def test_an_untouched_chain_verifies(store: Store, example: Example) -> None:
    checkpoints = write(store, example)
    write(store, example)
    assert problems(store, *checkpoints) == []


def test_an_empty_chain_verifies(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        assert audit.verify(tx, audit.checkpoint(tx)) == []


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'other'",
        "subject = 'home.council'",
        "account_id = NULL",
        "case_id = NULL",
        "at = '2020-01-01 00:00:00'",
        "mac = (SELECT other.mac FROM audit other WHERE other.seq = 2)",
    ],
)
def test_a_changed_entry_is_found(store: Store, example: Example, store_url: str, change: str) -> None:
    write(store, example)
    tamper(store_url, f"UPDATE audit SET {change} WHERE seq = 3")
    assert "entry 3 was changed, or is not the one that was written here." in problems(store)


def test_an_entry_under_a_key_that_is_not_there_is_found(
    store: Store, example: Example, store_url: str
) -> None:
    write(store, example)
    tamper(store_url, "UPDATE audit SET key = 'other' WHERE seq = 3")
    assert problems(store) == ["entry 3 cannot be checked, since its key is not in DAYONE_KEYS."]


def test_a_deleted_entry_is_found(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    tamper(store_url, "DELETE FROM audit WHERE seq IN (2, 3)")
    assert problems(store) == ["2 entries before entry 4 are missing."]


def test_a_deleted_beginning_is_found(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    tamper(store_url, "DELETE FROM audit WHERE seq = 1")
    assert problems(store) == ["1 entries before entry 2 are missing."]


def test_a_deleted_entry_is_found_where_the_others_close_up(
    store: Store, example: Example, store_url: str
) -> None:
    write(store, example)
    closing_up = [f"UPDATE audit SET seq = {seq - 1} WHERE seq = {seq}" for seq in (4, 5)]
    tamper(store_url, "DELETE FROM audit WHERE seq = 3", *closing_up)
    assert "entry 3 was changed, or is not the one that was written here." in problems(store)


def test_swapped_entries_are_found(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    moves = [(2, 99), (3, 2), (99, 3)]
    tamper(store_url, *(f"UPDATE audit SET seq = {to} WHERE seq = {seq}" for seq, to in moves))
    assert "entry 2 was changed, or is not the one that was written here." in problems(store)


def test_an_added_entry_is_found(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    tamper(
        store_url,
        "INSERT INTO audit SELECT service_id, 6, at, account_id, verb, case_id, subject, key, mac "
        "FROM audit WHERE seq = 5",
        "UPDATE audit_heads SET seq = 6",
    )
    assert problems(store) == ["entry 6 was changed, or is not the one that was written here."]


def test_a_cut_end_is_found_by_its_head(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    tamper(store_url, "DELETE FROM audit WHERE seq > 3")
    assert problems(store) == ["entry 5 is not the one that stood at the end once; the chain now ends at 3."]


def test_a_cut_end_whose_head_was_put_back_is_found_by_a_checkpoint_only(
    store: Store, example: Example, store_url: str
) -> None:
    checkpoints = write(store, example)
    tamper(
        store_url,
        "DELETE FROM audit WHERE seq > 3",
        "UPDATE audit_heads SET seq = 3, mac = (SELECT mac FROM audit WHERE seq = 3)",
    )
    assert problems(store) == []
    assert problems(store, *checkpoints) == [
        "entry 5 is not the one that stood at the end once; the chain now ends at 3."
    ]


def test_a_chain_that_is_gone_is_found_by_a_checkpoint(
    store: Store, example: Example, store_url: str
) -> None:
    checkpoints = write(store, example)
    tamper(store_url, "DELETE FROM audit", "DELETE FROM audit_heads")
    assert problems(store, *checkpoints) == [
        "entry 5 is not the one that stood at the end once; the chain now ends at 0."
    ]


def test_a_chain_without_its_head_is_found(store: Store, example: Example, store_url: str) -> None:
    write(store, example)
    tamper(store_url, "DELETE FROM audit_heads")
    assert problems(store) == ["the chain has no head."]


def test_each_service_has_a_chain_of_its_own(store: Store, example: Example, store_url: str) -> None:
    write(store, example, times=2)
    with store.transaction() as tx:
        other = services.add(tx, "Ash House")
        audit.write(tx, other.id, None, "began", None, "", NOW)
        assert [mark.seq for mark in audit.checkpoint(tx)] == [2, 1]
        assert audit.verify(tx) == []
    tamper(store_url, f"UPDATE audit SET verb = 'x' WHERE service_id <> '{example.service.id.hex}'")
    with store.transaction() as tx:
        (problem,) = audit.verify(tx)
    assert problem.startswith(f"Service {other.id}: entry 1 was changed")


def test_what_cannot_be_audited_does_not_happen(store: Store, example: Example) -> None:
    def act() -> None:
        with store.transaction() as tx:
            services.add(tx, "Ash House")
            audit.write(tx, uuid4(), None, "began", None, "", NOW)

    with pytest.raises(NoResultFound):
        act()
    with store.transaction() as tx:
        assert services.named(tx, "Ash House") is None


@pytest.mark.parametrize(("verb", "subject"), [("said", "Tony ran away"), ("said so", ""), ("said", "Zoë")])
def test_words_are_not_for_the_audit(store: Store, example: Example, verb: str, subject: str) -> None:
    with store.transaction() as tx, pytest.raises(NotForAudit):
        audit.write(tx, example.service.id, None, verb, None, subject, NOW)


def test_the_mac_covers_every_column(store: Store) -> None:
    assert {*audit.COVERED, "mac"} == {column.name for column in METADATA.tables["audit"].c}
