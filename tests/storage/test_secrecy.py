"""Whoever has the database but not the keys reads nothing that a person typed, and can swap nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Enum, make_url, text

from storage import METADATA, CannotOpen, Store, actions, cases, people
from storage.columns import ClearText, Names
from tests.storage.examples import ACTION, NOW, Example, fill, raw

# Ids, verbs, states and references.
IN_CLEAR = {
    "accounts": {"chat", "chat_id", "roles"},
    "action_events": {"owner", "progress"},
    "actions": {"about", "closes", "finds_out", "id", "owner", "progress"},
    "answers": {"key", "meeting_id"},
    "audit": {"key", "subject", "verb"},
    "cases": {"channel", "reference"},
    "clashes": {"key", "meeting_id"},
    "conversations": {"id", "person", "service_url", "team", "tenant"},
    "deliveries": {"channel", "sent_as", "state", "why"},
    "handings": {"giver", "how", "meeting_id", "reader", "wrong_by"},
    "installations": {"bot_id", "bot_user", "installed_by", "scopes", "team"},
    "invitations": {"person_id"},
    "known_keys": {"name"},
    "meetings": {"id", "kind"},
    "notices": {"channel", "key", "kind", "sent_as", "state", "why"},
    "once": {"key"},
    "people": {"id", "role", "sees"},
    "plan_versions": {"meeting_id"},
    "posts": {"kind"},
    "purging": {"name"},
    "replies": {"comes", "meeting_id", "person_id"},
    "requests": {"key"},
    "services": {"name", "settings", "slack_team", "teams_tenant"},
    "told_counts": {"measure"},
    "waivers": {"about", "person_id", "reason", "rule"},
}


def test_no_column_but_these_has_text_in_clear() -> None:
    found = {
        table.name: {column.name for column in table.c if isinstance(column.type, ClearText | Names | Enum)}
        for table in METADATA.sorted_tables
    }
    assert {name: columns for name, columns in found.items() if columns} == IN_CLEAR


def everything_in(url: str) -> bytes:
    """SQLite: every byte of its files. PostgreSQL: every row as text, in which bytes are hexadecimal."""
    if url.startswith("sqlite"):
        file = Path(make_url(url).database or "")
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    with raw(url) as connection:
        rows = [
            str(row)
            for table in METADATA.sorted_tables
            for row in connection.execute(text(f"SELECT t::text FROM {table.name} t"))
        ]
    return "\n".join(rows).encode()


def test_nothing_sealed_can_be_read_in_the_database(store: Store, example: Example, store_url: str) -> None:
    with store.transaction() as tx:
        fill(tx, example)
    found = everything_in(store_url)
    assert b"OAK-417" in found
    for secret in (b"Secret", b"High Street"):
        assert secret not in found
        assert secret.hex().encode() not in found


def test_the_example_fills_every_sealed_column(store: Store, example: Example, store_url: str) -> None:
    with store.transaction() as tx:
        fill(tx, example)
    with raw(store_url) as connection:
        for table in METADATA.sorted_tables:
            if any(column.name.startswith("sealed_") for column in table.c):
                assert connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar()


def test_a_field_swapped_with_another_of_its_row_is_refused(
    store: Store, example: Example, store_url: str
) -> None:
    with store.transaction() as tx:
        fill(tx, example)
    with raw(store_url) as connection:
        connection.execute(text("UPDATE people SET sealed_name = sealed_phone"))
    with store.transaction() as tx, pytest.raises(CannotOpen, match=r"people\|sealed_name"):
        people.of(tx, example.case.id)


def test_a_field_swapped_with_that_of_another_row_is_refused(
    store: Store, example: Example, store_url: str
) -> None:
    with store.transaction() as tx:
        cases.add(tx, example.service.id, "OAK-2", created=example.case.created, first_name="Secret-Tony")
    with raw(store_url) as connection:
        connection.execute(
            text(
                "UPDATE cases SET sealed_first_name = "
                "(SELECT other.sealed_first_name FROM cases other WHERE other.reference = 'OAK-2')"
            )
        )
    with store.transaction() as tx:
        assert cases.by_reference(tx, "OAK-2")
        with pytest.raises(CannotOpen, match=r"cases\|sealed_first_name"):
            cases.by_reference(tx, "OAK-417")


def test_an_error_of_the_database_does_not_repeat_values(store: Store, example: Example) -> None:
    with pytest.raises(Exception, match="constraint") as refused, store.transaction() as tx:  # noqa: PT012
        for _ in range(2):
            actions.add(tx, example.case.id, ACTION, account_id=example.account.id, at=NOW)
    assert "[SQL parameters hidden" in str(refused.value)
