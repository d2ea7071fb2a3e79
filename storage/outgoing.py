"""What is to be sent into a chat: how far each has come, and who is sending it just now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, case, or_, select, update
from sqlalchemy.orm import Mapped

from storage.rows import Row
from storage.transaction import Transaction

# What was tried so often is a dead letter: nobody tries again until somebody says so.
MOST_TRIES = 8
# Why something is over that somebody may still want sent.
CANCELLED = "cancelled"


class Delivered(StrEnum):
    """planned: not there yet; sent: it stands there; over: it will not be sent or changed any more."""

    PLANNED = "planned"
    SENT = "sent"
    OVER = "over"


class OutgoingRow(Row):
    """`sent_as` are the ids that the chat gave to its messages, `tries` the times that it was taken when due.

    `sending` stands from just before a message is posted until it is known how that ended: whoever finds it
    so asks the chat first. It is not tried by itself before `not_before`; whoever tries earlier, since
    somebody is there, uses up no try. `why` is the chat's own word for what stood in the way the last time.
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
AFRESH: dict[str, Any] = {"tries": 0, "why": ""}


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

    def __init__(self, kind: type[O], *lane: str) -> None:
        """`lane` names what those have in common that a chat asks to wait together."""
        self._kind, self._lane = kind, lane

    def waits(self, now: datetime) -> ColumnElement[bool]:
        """What may be tried by itself by now: no dead letter, and nobody is sending it."""
        kind = self._kind
        return (kind.not_before <= now) & (kind.tries < MOST_TRIES) & self._free(now)

    def take(
        self, tx: Transaction, uid: UUID, due: ColumnElement[bool], now: datetime, until: datetime
    ) -> O | None:
        """Have it to oneself until then; None where somebody else has it, or where it is not due."""
        kind = self._kind
        tries = case((kind.not_before <= now, kind.tries + 1), else_=kind.tries)
        taken = update(kind).where(kind.uid == uid, due, self._free(now))
        done = tx.run(taken.values(taken_until=until, tries=tries))
        return tx.one(select(kind).filter_by(uid=uid)) if done.rowcount == 1 else None

    def sending(self, tx: Transaction, taken: Outgoing) -> bool:
        """One of its messages is posted in this moment; False where somebody else may do so."""
        return self.keep(tx, taken, sending=True)

    def part_sent(self, tx: Transaction, taken: Outgoing, sent_as: Sequence[str]) -> None:
        """Some of its messages stand there, and more are to come."""
        self.keep(tx, taken, sent_as=tuple(sent_as), sending=False)

    def found(self, tx: Transaction, outgoing: Outgoing, sent_as: Sequence[str], now: datetime) -> None:
        """One of its messages stands there, of which nobody knew. What is still to come is sent by itself."""
        self.keep(tx, outgoing, **AFRESH, sent_as=tuple(sent_as), sending=False, not_before=now)

    def sent(self, tx: Transaction, taken: Outgoing, sent_as: Sequence[str], **more: Any) -> None:
        """All of it stands there."""
        self.keep(tx, taken, **{**PLANNED, "state": Delivered.SENT, "sent_as": tuple(sent_as), **more})

    def put_back(self, tx: Transaction, taken: Outgoing, why: str, not_before: datetime, **more: Any) -> bool:
        """It could not be sent; it may be taken again, by itself from then. False where it is not ours."""
        return self.keep(tx, taken, taken_until=None, why=why, not_before=not_before, **more)

    def hush(self, tx: Transaction, outgoing: Outgoing, until: datetime) -> None:
        """The chat wants to be left alone there: nothing is tried by itself before."""
        kind = self._kind
        there = [getattr(kind, name) == getattr(outgoing, name) for name in self._lane]
        early = update(kind).where(*there, kind.state != Delivered.OVER, kind.not_before < until)
        tx.run(early.values(not_before=until))

    def again(self, tx: Transaction, uid: UUID, now: datetime, unless: str) -> bool:
        """Whatever became of it, it is sent now; and, where `unless` is why not, though it may stand there.

        False where there is none to be sent.
        """
        kind = self._kind
        this = update(kind).where(kind.uid == uid)
        cancelled = this.where(kind.state == Delivered.OVER, kind.why == CANCELLED)
        tx.run(cancelled.values(state=Delivered.PLANNED))
        waits = this.where(kind.state != Delivered.OVER)
        tx.run(waits.where(kind.why == unless).values(sending=False))
        return tx.run(waits.values(**AFRESH, not_before=now)).rowcount == 1

    def cancel(self, tx: Transaction, uid: UUID) -> bool:
        """It is not sent any more, until somebody wants it `again`. False where there is none to be sent."""
        kind = self._kind
        found = update(kind).where(kind.uid == uid, kind.state != Delivered.OVER)
        return tx.run(found.values(state=Delivered.OVER, why=CANCELLED)).rowcount == 1

    def keep(self, tx: Transaction, taken: Outgoing, **values: Any) -> bool:
        """Nothing, where its time was over and somebody else has it now, or it was ended."""
        kind = self._kind
        ours = update(kind).where(
            kind.uid == taken.id, kind.taken_until == taken.taken_until, kind.state != Delivered.OVER
        )
        return tx.run(ours.values(**values)).rowcount == 1

    def _free(self, now: datetime) -> ColumnElement[bool]:
        return or_(self._kind.taken_until.is_(None), self._kind.taken_until <= now)


def progress(row: OutgoingRow) -> dict[str, Any]:
    """The values of an Outgoing."""
    values = {name: getattr(row, name) for name in Outgoing.__dataclass_fields__ if name != "id"}
    return {"id": row.uid, **values}
