"""Deliveries: what is to stand in a channel of a chat, and how far that has come.

A delivery is planned in the transaction of what it tells of, and sent after it. Its id goes with the message,
so that a message whose answer was lost is found again and not posted twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, and_, false, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.cases import CaseRow
from storage.outgoing import PLANNED, Box, Delivered, Outgoing, OutgoingRow, progress
from storage.transaction import Transaction


class DeliveryRow(OutgoingRow):
    __tablename__ = "deliveries"
    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.uid"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    channel: Mapped[str]
    living: Mapped[bool]
    drawn: Mapped[int]


BOX = Box(DeliveryRow, "channel")


@dataclass(frozen=True, kw_only=True)
class Delivery(Outgoing):
    """`sent_as` are the ids that the chat gave to its messages; `drawn` the case's version that they show."""

    post_id: UUID
    case_id: UUID
    channel: str
    living: bool
    drawn: int


def plan(tx: Transaction, post_id: UUID, case_id: UUID, channel: str, *, living: bool, at: datetime) -> None:
    """A post is to stand in this channel. A living one is sent again whenever the case has changed."""
    tx.add(
        DeliveryRow,
        post_id=post_id,
        case_id=case_id,
        channel=channel,
        living=living,
        drawn=0,
        planned_at=at,
        not_before=at,
        **PLANNED,
    )


# Not there yet, or showing what is no longer so.
_OF_IT = select(CaseRow.version).where(CaseRow.uid == DeliveryRow.case_id)
_VERSION = _OF_IT.correlate(DeliveryRow).scalar_subquery()
DUE = or_(
    DeliveryRow.state == Delivered.PLANNED,
    and_(DeliveryRow.state == Delivered.SENT, DeliveryRow.living, DeliveryRow.drawn < _VERSION),
)


def due(tx: Transaction, case_id: UUID | None = None, chats: Sequence[str] | None = None) -> tuple[UUID, ...]:
    """Those that are not there yet or show what is no longer so, of one case or of all; oldest first.

    With `chats` only those in channels of these, of which a channel's own name tells ("slack:T0123:C0456").
    """
    query = select(DeliveryRow).where(DUE)
    if chats is not None:
        query = query.where(or_(false(), *(DeliveryRow.channel.startswith(f"{chat}:") for chat in chats)))
    if case_id is not None:
        query = query.where(DeliveryRow.case_id == case_id)
    return tuple(row.uid for row in tx.all(query.order_by(DeliveryRow.uid)))


def take(tx: Transaction, delivery_id: UUID, now: datetime, until: datetime) -> Delivery | None:
    """Have it to oneself until then; None where somebody else has it, or where it is not due."""
    row = BOX.take(tx, delivery_id, DUE, now, until)
    return _delivery(row) if row else None


def end(tx: Transaction, case_id: UUID) -> frozenset[UUID]:
    """What stands in the channels of a case so far is not changed any more. The posts that still waited."""
    waiting = frozenset(one.post_id for one in of(tx, case_id) if one.state is Delivered.PLANNED)
    tx.run(update(DeliveryRow).filter_by(case_id=case_id).values(state=Delivered.OVER, why=""))
    return waiting


def stands_in(tx: Transaction, channel: str) -> frozenset[UUID]:
    """The cases of which something stands in this channel."""
    there = tx.all(select(DeliveryRow).filter_by(channel=channel))
    return frozenset(row.case_id for row in there if row.sent_as)


def of_post(tx: Transaction, post_id: UUID, channel: str) -> Delivery | None:
    """What of a post stands in this channel or is to; None where it is not changed there any more."""
    found = select(DeliveryRow).filter_by(post_id=post_id, channel=channel)
    row = tx.first(found.where(DeliveryRow.state != Delivered.OVER))
    return _delivery(row) if row else None


def messages_in(tx: Transaction, channel: str) -> frozenset[str]:
    """The ids of all our messages in this channel that we know of."""
    there = tx.all(select(DeliveryRow).filter_by(channel=channel))
    return frozenset(message for row in there for message in row.sent_as)


def of(tx: Transaction, case_id: UUID) -> tuple[Delivery, ...]:
    """The oldest first."""
    rows = tx.all(select(DeliveryRow).filter_by(case_id=case_id).order_by(DeliveryRow.uid))
    return tuple(map(_delivery, rows))


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(
        **progress(row),
        post_id=row.post_id,
        case_id=row.case_id,
        channel=row.channel,
        living=row.living,
        drawn=row.drawn,
    )
