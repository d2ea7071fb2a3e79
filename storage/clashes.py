"""Clashes: two answers to one question. The first stands; the other waits until somebody settles it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from planning_rules.plan_file.answers import answer_to_json
from storage.answers import answer_of
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class ClashRow(Row):
    __tablename__ = "clashes"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    meeting_id: Mapped[str | None]
    key: Mapped[str]
    kept_version: Mapped[int]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.uid"))
    at: Mapped[datetime]
    disagreed: Mapped[bool]
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.uid"))
    settled_at: Mapped[datetime | None]
    pending = Sealed[Any]()


@dataclass(frozen=True)
class Clash:
    """`pending` is the answer that waits; `kept_version` that of the answer that stands.

    Where the two have said that they disagree, it stays open until a manager settles it.
    """

    id: UUID
    case_id: UUID
    meeting_id: str | None
    kept_version: int
    pending: Answer[Any]
    typed_by: UUID
    at: datetime
    disagreed: bool = False


def add(
    tx: Transaction,
    case_id: UUID,
    meeting_id: str | None,
    pending: Answer[Any],
    *,
    account_id: UUID,
    at: datetime,
    kept_version: int,
) -> Clash:
    """Keep the answer that came second. `meeting_id` as in answers.record."""
    row = tx.add(
        ClashRow,
        case_id=case_id,
        meeting_id=meeting_id,
        key=pending.fact,
        kept_version=kept_version,
        typed_by=account_id,
        at=at,
        disagreed=False,
        pending=answer_to_json(fact_of(pending.fact), pending),
    )
    return _clash(row, pending)


def open_of(tx: Transaction, case_id: UUID) -> tuple[Clash, ...]:
    """The clashes that nobody has settled, the oldest first."""
    query = select(ClashRow).filter_by(case_id=case_id, settled_at=None).order_by(ClashRow.uid)
    read = [(row, answer_of(row.key, row.pending)) for row in tx.all(query)]
    return tuple(_clash(row, pending) for row, pending in read if pending is not None)


def disagree(tx: Transaction, clash_id: UUID) -> None:
    """Write down that the two who answered disagree."""
    tx.run(update(ClashRow).where(ClashRow.uid == clash_id).values(disagreed=True))


def settle(tx: Transaction, clash_id: UUID, *, account_id: UUID, at: datetime) -> bool:
    """False where it was settled already. What was decided is recorded as an answer, by the caller."""
    unsettled = update(ClashRow).where(ClashRow.uid == clash_id, ClashRow.settled_at.is_(None))
    return tx.run(unsettled.values(settled_by=account_id, settled_at=at)).rowcount == 1


def _clash(row: ClashRow, pending: Answer[Any]) -> Clash:
    return Clash(
        row.uid,
        row.case_id,
        row.meeting_id,
        row.kept_version,
        pending,
        row.typed_by,
        row.at,
        row.disagreed,
    )
