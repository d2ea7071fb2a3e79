"""Notices: what one person is to be told, once. A reminder, a digest, a word of what somebody did."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.outgoing import PLANNED, Box, Delivered, Outgoing, OutgoingRow, progress
from storage.rows import Sealed
from storage.transaction import Taken, Transaction


class NoticeRow(OutgoingRow):
    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("account_id", "key"),)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.uid"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.uid"), index=True)
    kind: Mapped[str]
    key: Mapped[str]
    channel: Mapped[str]
    body = Sealed[Any]()


BOX = Box(NoticeRow, "account_id", "channel")


@dataclass(frozen=True, kw_only=True)
class Notice(Outgoing):
    """`kind` says how it is drawn when it is sent, from `body`, which is any JSON value.

    Nobody gets two under one `key`. It goes to a private `channel` of their chat ("slack:T0123:C0456"), or
    where that is "" into their own messages with us.
    """

    account_id: UUID
    case_id: UUID | None
    kind: str
    key: str
    channel: str
    body: Any


def plan(
    tx: Transaction,
    account_id: UUID,
    kind: str,
    key: str,
    *,
    at: datetime,
    not_before: datetime | None = None,
    case_id: UUID | None = None,
    channel: str = "",
    body: Any = None,
) -> UUID | None:
    """Somebody is to be told, not before then. None where they are told under this key already."""
    try:
        row = tx.add_only(
            NoticeRow,
            "They are told of it already.",
            account_id=account_id,
            case_id=case_id,
            kind=kind,
            key=key,
            channel=channel,
            body=body,
            planned_at=at,
            not_before=not_before or at,
            **PLANNED,
        )
    except Taken:
        return None
    return row.uid


def under(tx: Transaction, key: str) -> frozenset[UUID]:
    """The accounts that are told under this key, or were."""
    return frozenset(row.account_id for row in tx.all(select(NoticeRow).filter_by(key=key)))


DUE = NoticeRow.state == Delivered.PLANNED


def take(tx: Transaction, notice_id: UUID, now: datetime, until: datetime) -> Notice | None:
    """Have it to oneself until then; None where somebody else has it, it is over, or it is too early."""
    row = BOX.take(tx, notice_id, DUE & (NoticeRow.not_before <= now), now, until)
    return _notice(row) if row else None


def end(tx: Transaction, notice_id: UUID, why: str) -> None:
    """It is not sent any more."""
    ended = update(NoticeRow).where(NoticeRow.uid == notice_id, DUE)
    tx.run(ended.values(state=Delivered.OVER, why=why, taken_until=None))


def of_kind(tx: Transaction, kind: str, account_id: UUID | None = None) -> tuple[Notice, ...]:
    """Every notice of a kind, to one person or to anybody, the oldest first."""
    query = select(NoticeRow).filter_by(kind=kind)
    return _all(tx, query if account_id is None else query.filter_by(account_id=account_id))


def was_told(tx: Transaction, account_id: UUID, key: str) -> bool:
    """True where a notice to somebody whose key begins so was sent, or is to be."""
    theirs = select(NoticeRow).where(NoticeRow.account_id == account_id, NoticeRow.state != Delivered.OVER)
    return tx.first(theirs.where(NoticeRow.key.startswith(key, autoescape=True))) is not None


def _all(tx: Transaction, query: Select[NoticeRow]) -> tuple[Notice, ...]:
    return tuple(_notice(row) for row in tx.all(query.order_by(NoticeRow.uid)))


def _notice(row: NoticeRow) -> Notice:
    return Notice(
        **progress(row),
        account_id=row.account_id,
        case_id=row.case_id,
        kind=row.kind,
        key=row.key,
        channel=row.channel,
        body=row.body,
    )
