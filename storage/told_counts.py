"""What a board was told of each stretch of quarters: kept as it was told, and only ever added to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.counting.stretches import Stretch
from storage.rows import Row, Sealed
from storage.transaction import Taken, Transaction


class ToldCountsRow(Row):
    __tablename__ = "told_counts"
    __table_args__ = (UniqueConstraint("service_id", "measure", "starts"),)
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"))
    measure: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]
    counts = Sealed[dict[str, int]]()


@dataclass(frozen=True)
class ToldCounts:
    """Of the children who left in a stretch: how many, and what was told of them under each name.

    `measure` says what was counted ("six"). The counts are those that were told, never the true ones.
    """

    measure: str
    stretch: Stretch
    counts: Mapping[str, int]


def keep(tx: Transaction, service_id: UUID, told: ToldCounts) -> None:
    """Keep what is told. Where somebody told it at the same moment, theirs stays."""
    try:
        tx.add_only(
            ToldCountsRow,
            "This stretch is told already.",
            service_id=service_id,
            measure=told.measure,
            starts=told.stretch.starts,
            ends=told.stretch.ends,
            counts=dict(told.counts),
        )
    except Taken:
        return


def of(tx: Transaction, service_id: UUID) -> tuple[ToldCounts, ...]:
    """All that a service's board was told, the oldest stretch first."""
    rows = tx.all(select(ToldCountsRow).filter_by(service_id=service_id).order_by(ToldCountsRow.starts))
    return tuple(ToldCounts(row.measure, Stretch(row.starts, row.ends), row.counts) for row in rows)
