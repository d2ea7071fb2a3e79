"""The meetings of a case."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.parts import Meeting, MeetingKind
from storage.parts import part_of, put, values_of
from storage.rows import Row
from storage.transaction import Transaction


class MeetingRow(Row):
    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("case_id", "id"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    id: Mapped[str]
    kind: Mapped[MeetingKind]
    on: Mapped[date] = mapped_column("day")
    opened: Mapped[bool]
    closed_on: Mapped[date | None]


def add(tx: Transaction, case_id: UUID, meeting: Meeting) -> None:
    tx.add(MeetingRow, case_id=case_id, **values_of(meeting))


def of(tx: Transaction, case_id: UUID) -> tuple[Meeting, ...]:
    """In the order of their days."""
    rows = select(MeetingRow).filter_by(case_id=case_id).order_by(MeetingRow.on, MeetingRow.uid)
    return tuple(part_of(row, Meeting) for row in tx.all(rows))


def change(tx: Transaction, case_id: UUID, meeting: Meeting) -> None:
    """Keep the meeting with this id as it is in `meeting`."""
    put(tx.one(select(MeetingRow).filter_by(case_id=case_id, id=meeting.id)), meeting)
