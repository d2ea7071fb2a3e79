"""Who was given which plan sheet, and what of that was taken back. Only ever added to."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.on_record import Handing, How
from storage.parts import part_of, values_of
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class HandingRow(Row):
    __tablename__ = "handings"
    __table_args__ = (ForeignKeyConstraint(["case_id", "meeting_id"], ["meetings.case_id", "meetings.id"]),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    to: Mapped[str] = mapped_column("reader")
    meeting: Mapped[str] = mapped_column("meeting_id")
    on: Mapped[date] = mapped_column("day")
    how: Mapped[How]
    by: Mapped[str] = mapped_column("giver")
    wrong_by: Mapped[str]
    wrong_because = Sealed[str]()


def add(tx: Transaction, case_id: UUID, handing: Handing) -> None:
    """Keep that a sheet was given, or that this was wrong. Its meeting is one of the case."""
    tx.add(HandingRow, case_id=case_id, **values_of(handing))


def of(tx: Transaction, case_id: UUID) -> tuple[Handing, ...]:
    """In the order in which they were recorded."""
    rows = tx.all(select(HandingRow).filter_by(case_id=case_id).order_by(HandingRow.uid))
    return tuple(part_of(row, Handing) for row in rows)
