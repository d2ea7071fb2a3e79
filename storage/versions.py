"""Versions of a plan: each meeting that closes leaves the plan file as it then was."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row, Sealed
from storage.transaction import Transaction


class PlanVersionRow(Row):
    __tablename__ = "plan_versions"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "meeting_id"], ["meetings.case_id", "meetings.id"]),
        UniqueConstraint("case_id", "number"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    meeting_id: Mapped[str]
    number: Mapped[int]
    version: Mapped[int]
    day: Mapped[date]
    closed_at: Mapped[datetime]
    plan = Sealed[dict[str, Any]]()


@dataclass(frozen=True)
class PlanVersion:
    """`plan` is the plan file's JSON, `day` the day that it was checked on; the first has number 1.

    `version` is the case's own, for `answers.as_of`.
    """

    number: int
    version: int
    meeting_id: str
    plan: dict[str, Any]
    day: date
    closed_at: datetime


def keep(
    tx: Transaction,
    case_id: UUID,
    meeting_id: str,
    plan: dict[str, Any],
    *,
    version: int,
    day: date,
    closed_at: datetime,
) -> PlanVersion:
    """Keep the plan as the next version."""
    before = latest(tx, case_id)
    number = before.number + 1 if before else 1
    kept = PlanVersion(number, version, meeting_id, plan, day, closed_at)
    tx.add(PlanVersionRow, case_id=case_id, **vars(kept))
    return kept


def of(tx: Transaction, case_id: UUID) -> tuple[PlanVersion, ...]:
    """The first first."""
    rows = tx.all(select(PlanVersionRow).filter_by(case_id=case_id).order_by(PlanVersionRow.number))
    return tuple(_version(row) for row in rows)


def latest(tx: Transaction, case_id: UUID) -> PlanVersion | None:
    query = select(PlanVersionRow).filter_by(case_id=case_id).order_by(PlanVersionRow.number.desc())
    row = tx.first(query)
    return _version(row) if row else None


def _version(row: PlanVersionRow) -> PlanVersion:
    return PlanVersion(row.number, row.version, row.meeting_id, row.plan, row.day, row.closed_at)
