"""Drafts: forms half filled in, kept for whoever typed them, so that nothing typed is lost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.accounts import AccountRow
from storage.rows import Row, Sealed
from storage.transaction import Transaction

LASTS = timedelta(days=14)


class DraftRow(Row):
    __tablename__ = "drafts"
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.uid"), index=True)
    at: Mapped[datetime]
    # With its command: that somebody has begun to type about health is theirs alone to know.
    form = Sealed[dict[str, Any]]()


@dataclass(frozen=True)
class Draft:
    """The text of each field by name, in the form of `command`, opened at this version of the case."""

    command: str
    values: Mapping[str, str]
    version: int


def keep(tx: Transaction, account_id: UUID, draft: Draft, at: datetime) -> None:
    """Keep it, unless something later was kept of the same form. Whatever is older than 14 days goes."""
    before = _held(tx, account_id, draft.command)
    if all(row.at <= at for row in before):
        form = {"command": draft.command, "values": dict(draft.values), "version": draft.version}
        _put(tx, account_id, form, at, before)


def find(tx: Transaction, account_id: UUID, command: str, at: datetime) -> Draft | None:
    """What was kept of this form in the last 14 days."""
    kept = [row for row in _of(tx, account_id, command) if row.at >= at - LASTS]
    return Draft(**kept[-1].form) if kept and kept[-1].form["values"] is not None else None


def drop(tx: Transaction, account_id: UUID, command: str, at: datetime) -> None:
    """It was sent, or is not wanted any more; nor is what comes late of before."""
    before = _held(tx, account_id, command)
    last = max([at, *(row.at for row in before)])
    _put(tx, account_id, {"command": command, "values": None, "version": 0}, last, before)


def _held(tx: Transaction, account_id: UUID, command: str) -> list[DraftRow]:
    """Two may come at once, and out of their order: one waits for the other."""
    tx.one(select(AccountRow).filter_by(uid=account_id).with_for_update())
    return list(_of(tx, account_id, command))


def _put(
    tx: Transaction, account_id: UUID, form: dict[str, Any], at: datetime, before: Iterable[DraftRow]
) -> None:
    for row in before:
        tx.run(delete(DraftRow).where(DraftRow.uid == row.uid))
    tx.run(delete(DraftRow).where(DraftRow.at < at - LASTS))
    tx.add(DraftRow, account_id=account_id, at=at, form=form)


def drop_about(tx: Transaction, account_id: UUID, reference: str) -> None:
    """They are on this case no more."""
    rows = tx.all(select(DraftRow).filter_by(account_id=account_id))
    for row in rows:
        if reference in row.form["command"].split():
            tx.run(delete(DraftRow).where(DraftRow.uid == row.uid))


def _of(tx: Transaction, account_id: UUID, command: str) -> Iterator[DraftRow]:
    """The oldest first. Nobody has many, so that all may be opened to find one."""
    rows = tx.all(select(DraftRow).filter_by(account_id=account_id).order_by(DraftRow.uid))
    return (row for row in rows if row.form["command"] == command)
