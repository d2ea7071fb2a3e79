"""What is to be sent into a chat: how far each has come, and who is sending it just now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Mapped

from storage.rows import Row
from storage.transaction import Transaction

# What was tried so often is a dead letter: nobody tries again until somebody says so.
MOST_TRIES = 8


class Delivered(StrEnum):
    """planned: not there yet; sent: it stands there; over: it will not be sent or changed any more."""

    PLANNED = "planned"
    SENT = "sent"
    OVER = "over"


class OutgoingRow(Row):
    """`sent_as` are the ids that the chat gave to its messages, `tries` the times that it was taken.

    `sending` stands from just before a message is posted until it is known how that ended: whoever finds it
    so asks the chat first. It is not tried by itself before `not_before`. `why` is the chat's own word for
    what stood in the way the last time.
    """

    __abstract__ = True
    state: Mapped[Delivered]
    sent_as: Mapped[tuple[str, ...]]
    tries: Mapped[int]
    sending: Mapped[bool]
    planned_at: Mapped[datetime]
    not_before: Mapped[datetime]
    taken_until: Mapped[datetime | None]
    why: Mapped[str]


O = TypeVar("O", bound=OutgoingRow)  # noqa: E741
PLANNED: dict[str, Any] = {
    "state": Delivered.PLANNED,
    "sent_as": (),
    "tries": 0,
    "sending": False,
    "taken_until": None,
    "why": "",
}


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """How far one has come, as in its row. `tries` counts this one, where it was taken."""

    id: UUID
    state: Delivered
    sent_as: tuple[str, ...]
    tries: int
    sending: bool
    planned_at: datetime
    not_before: datetime
    taken_until: datetime | None
    why: str


class Box(Generic[O]):
    """What is to be sent of one kind. Whoever takes one has it alone, and says how that ended."""

    def __init__(self, kind: type[O]) -> None:
        self._kind = kind

    def waits(self, now: datetime) -> ColumnElement[bool]:
        """What may be tried by itself by now, and is no dead letter."""
        return (self._kind.not_before <= now) & (self._kind.tries < MOST_TRIES)

    def take(
        self, tx: Transaction, uid: UUID, due: ColumnElement[bool], now: datetime, until: datetime
    ) -> O | None:
        """Have it to oneself until then; None where somebody else has it, or where it is not due."""
        kind = self._kind
        free = or_(kind.taken_until.is_(None), kind.taken_until <= now)
        taken = update(kind).where(kind.uid == uid, due, free)
        done = tx.run(taken.values(taken_until=until, tries=kind.tries + 1))
        return tx.one(select(kind).filter_by(uid=uid)) if done.rowcount == 1 else None

    def sending(self, tx: Transaction, taken: Outgoing) -> None:
        """One of its messages is posted in this moment."""
        self.keep(tx, taken, sending=True)

    def part_sent(self, tx: Transaction, taken: Outgoing, sent_as: Sequence[str]) -> None:
        """Some of its messages stand there, and more are to come."""
        self.keep(tx, taken, sent_as=tuple(sent_as), sending=False)

    def sent(self, tx: Transaction, taken: Outgoing, sent_as: Sequence[str], **more: Any) -> None:
        """All of it stands there."""
        self.keep(tx, taken, **{**PLANNED, "state": Delivered.SENT, "sent_as": tuple(sent_as), **more})

    def put_back(
        self, tx: Transaction, taken: Outgoing, why: str, not_before: datetime, *, sending: bool | None
    ) -> None:
        """It could not be sent, or nobody knows (`sending`; None: as it was kept last).

        It may be taken again, by itself from then on.
        """
        known = {} if sending is None else {"sending": sending}
        self.keep(tx, taken, taken_until=None, why=why, not_before=not_before, **known)

    def keep(self, tx: Transaction, taken: Outgoing, **values: Any) -> None:
        """Nothing, where its time was over and somebody else has it now, or it was ended."""
        kind = self._kind
        ours = update(kind).where(
            kind.uid == taken.id, kind.taken_until == taken.taken_until, kind.state != Delivered.OVER
        )
        tx.run(ours.values(**values))


def progress(row: OutgoingRow) -> dict[str, Any]:
    """The values of an Outgoing."""
    values = {name: getattr(row, name) for name in Outgoing.__dataclass_fields__ if name != "id"}
    return {"id": row.uid, **values}
