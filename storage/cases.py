"""Cases: one child's order, known by its reference."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.people import PersonRow
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class CaseRow(Row):
    __tablename__ = "cases"
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"), index=True)
    reference: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    channel: Mapped[str | None] = mapped_column(unique=True)
    created: Mapped[date]
    first_name = Sealed[str]()


@dataclass(frozen=True)
class Case:
    """`service_id` leads it; `channel` is where its meetings stand ("slack:TEAM:CHANNEL"), if anywhere."""

    id: UUID
    service_id: UUID
    reference: str
    version: int
    first_name: str
    channel: str | None
    created: date


def add(
    tx: Transaction,
    service_id: UUID,
    reference: str,
    *,
    created: date,
    first_name: str = "",
    channel: str | None = None,
) -> Case:
    """A new case, at version 0. Raises Taken where any service has the reference."""
    row = tx.add_only(
        CaseRow,
        "This reference is taken.",
        service_id=service_id,
        reference=reference,
        version=0,
        channel=channel,
        created=created,
        first_name=first_name,
    )
    return _case(row)


def by_reference(tx: Transaction, reference: str) -> Case | None:
    row = tx.first(select(CaseRow).filter_by(reference=reference))
    return _case(row) if row else None


def by_channel(tx: Transaction, channel: str) -> Case | None:
    """The case whose meetings stand in this channel."""
    row = tx.first(select(CaseRow).filter_by(channel=channel))
    return _case(row) if row else None


def by_id(tx: Transaction, case_id: UUID) -> Case | None:
    row = tx.first(select(CaseRow).filter_by(uid=case_id))
    return _case(row) if row else None


def in_service(tx: Transaction, service_id: UUID) -> tuple[Case, ...]:
    """The cases that the service leads, in the order in which they were added."""
    rows = tx.all(select(CaseRow).filter_by(service_id=service_id).order_by(CaseRow.uid))
    return tuple(_case(row) for row in rows)


def for_account(tx: Transaction, account_id: UUID, today: date) -> tuple[Case, ...]:
    """The cases of any service that name this account's person, confirmed and not ended by `today`."""
    named = select(PersonRow.case_id).where(
        PersonRow.account_id == account_id,
        PersonRow.confirmed,
        or_(PersonRow.ended_on.is_(None), PersonRow.ended_on > today),
    )
    rows = tx.all(select(CaseRow).where(CaseRow.uid.in_(named)).order_by(CaseRow.uid))
    return tuple(_case(row) for row in rows)


def change(tx: Transaction, case: Case) -> None:
    """Keep the first name and the channel as they are in `case`."""
    row = tx.one(select(CaseRow).filter_by(uid=case.id))
    row.first_name, row.channel = case.first_name, case.channel


def advance(tx: Transaction, case_id: UUID, expected: int | None = None) -> int | None:
    """The case's next version; None where it is no longer at the `expected` one.

    Whoever changes a case does this first and reads afterwards: until the end of the transaction
    nobody else can advance it, so that what is read then stays true.
    """
    changed = update(CaseRow).where(CaseRow.uid == case_id).values(version=CaseRow.version + 1)
    if expected is not None:
        changed = changed.where(CaseRow.version == expected)
    return tx.run(changed.returning(CaseRow.version)).scalar()


def _case(row: CaseRow) -> Case:
    return Case(row.uid, row.service_id, row.reference, row.version, row.first_name, row.channel, row.created)
