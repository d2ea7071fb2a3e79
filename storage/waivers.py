"""Waivers: decisions, kept on record, that a gap is not to be raised."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.parts import Reason, Waiver
from storage.parts import part_of, values_of
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class WaiverRow(Row):
    __tablename__ = "waivers"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    rule: Mapped[str]
    reason: Mapped[Reason]
    by: Mapped[str] = mapped_column("person_id")
    on: Mapped[date] = mapped_column("day")
    by_manager: Mapped[bool]
    until: Mapped[date | None]
    about: Mapped[str]
    words = Sealed[str]()


def add(tx: Transaction, case_id: UUID, waiver: Waiver) -> None:
    tx.add(WaiverRow, case_id=case_id, **values_of(waiver))


def of(tx: Transaction, case_id: UUID) -> tuple[Waiver, ...]:
    """In the order in which they were given."""
    rows = tx.all(select(WaiverRow).filter_by(case_id=case_id).order_by(WaiverRow.uid))
    return tuple(part_of(row, Waiver) for row in rows)
