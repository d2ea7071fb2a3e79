"""Deliveries: what is to stand in a channel of a chat, and how far that has come.

A delivery is planned in the transaction of what it tells of, and sent after it. Its id goes with the message,
so that a message whose answer was lost is found again and not posted twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, and_, false, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.cases import CaseRow
from storage.rows import Row
from storage.transaction import Transaction


class Delivered(StrEnum):
    """planned: not there yet; sent: it stands there; over: it will not be sent or changed any more."""

    PLANNED = "planned"
    SENT = "sent"
    OVER = "over"


class DeliveryRow(Row):
    __tablename__ = "deliveries"
    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.uid"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    channel: Mapped[str]
    state: Mapped[Delivered]
    living: Mapped[bool]
    drawn: Mapped[int]
    sent_as: Mapped[tuple[str, ...]]
    tries: Mapped[int]
    planned_at: Mapped[datetime]
    taken_until: Mapped[datetime | None]
    why: Mapped[str]


@dataclass(frozen=True)
class Delivery:
    """`sent_as` are the ids that the chat gave to its messages; `drawn` the case's version that they show.

    `tries` counts the times that it was taken to be sent, this one included. `why` is the chat's own word
    for what stood in the way the last time.
    """

    id: UUID
    post_id: UUID
    case_id: UUID
    channel: str
    state: Delivered
    living: bool
    drawn: int
    sent_as: tuple[str, ...]
    tries: int
    planned_at: datetime
    taken_until: datetime | None
    why: str


def plan(tx: Transaction, post_id: UUID, case_id: UUID, channel: str, *, living: bool, at: datetime) -> None:
    """A post is to stand in this channel. A living one is sent again whenever the case has changed."""
    tx.add(
        DeliveryRow,
        post_id=post_id,
        case_id=case_id,
        channel=channel,
        state=Delivered.PLANNED,
        living=living,
        drawn=0,
        sent_as=(),
        tries=0,
        planned_at=at,
        taken_until=None,
        why="",
    )


# Not there yet, or showing what is no longer so.
_VERSION = select(CaseRow.version).where(CaseRow.uid == DeliveryRow.case_id).scalar_subquery()
_DUE = or_(
    DeliveryRow.state == Delivered.PLANNED,
    and_(DeliveryRow.state == Delivered.SENT, DeliveryRow.living, DeliveryRow.drawn < _VERSION),
)


def due(tx: Transaction, case_id: UUID | None = None, chats: Sequence[str] | None = None) -> tuple[UUID, ...]:
    """Those that are not there yet or show what is no longer so, of one case or of all; oldest first.

    With `chats` only those in channels of these, of which a channel's own name tells ("slack:T0123:C0456").
    """
    query = select(DeliveryRow).where(_DUE)
    if chats is not None:
        query = query.where(or_(false(), *(DeliveryRow.channel.startswith(f"{chat}:") for chat in chats)))
    if case_id is not None:
        query = query.where(DeliveryRow.case_id == case_id)
    return tuple(row.uid for row in tx.all(query.order_by(DeliveryRow.uid)))


def take(tx: Transaction, delivery_id: UUID, now: datetime, until: datetime) -> Delivery | None:
    """Have it to oneself until then; None where somebody else has it, or where it is not due."""
    free = or_(DeliveryRow.taken_until.is_(None), DeliveryRow.taken_until <= now)
    taken = (
        update(DeliveryRow)
        .where(DeliveryRow.uid == delivery_id, _DUE, free)
        .values(taken_until=until, tries=DeliveryRow.tries + 1)
    )
    if tx.run(taken).rowcount != 1:
        return None
    return _delivery(tx.one(select(DeliveryRow).filter_by(uid=delivery_id)))


def part_sent(tx: Transaction, taken: Delivery, sent_as: Sequence[str]) -> None:
    """Some of its messages stand there, and more are to come."""
    _keep(tx, taken, sent_as=tuple(sent_as))


def sent(tx: Transaction, taken: Delivery, sent_as: Sequence[str], drawn: int, *, living: bool) -> None:
    """All of it stands there, and shows the case at version `drawn`."""
    _keep(
        tx,
        taken,
        sent_as=tuple(sent_as),
        living=living,
        state=Delivered.SENT,
        drawn=drawn,
        tries=0,
        taken_until=None,
        why="",
    )


def put_back(tx: Transaction, taken: Delivery, why: str) -> None:
    """It could not be sent; it may be taken again."""
    _keep(tx, taken, taken_until=None, why=why)


def _keep(tx: Transaction, taken: Delivery, **values: Any) -> None:
    """Nothing, where its time was over and somebody else has it now, or it was ended."""
    still_ours = update(DeliveryRow).where(
        DeliveryRow.uid == taken.id,
        DeliveryRow.taken_until == taken.taken_until,
        DeliveryRow.state != Delivered.OVER,
    )
    tx.run(still_ours.values(**values))


def end(tx: Transaction, case_id: UUID) -> frozenset[UUID]:
    """What stands in the channels of a case so far is not changed any more. The posts that still waited."""
    waiting = frozenset(one.post_id for one in of(tx, case_id) if one.state is Delivered.PLANNED)
    tx.run(update(DeliveryRow).filter_by(case_id=case_id).values(state=Delivered.OVER))
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
        row.uid,
        row.post_id,
        row.case_id,
        row.channel,
        row.state,
        row.living,
        row.drawn,
        row.sent_as,
        row.tries,
        row.planned_at,
        row.taken_until,
        row.why,
    )
