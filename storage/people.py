"""The people whom a case names, of any service."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.parts import Contact, Person, Role
from storage.parts import part_of, put, values_of
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class PersonRow(Row):
    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("case_id", "id"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.uid"), index=True)
    confirmed: Mapped[bool]
    ended_on: Mapped[date | None]
    id: Mapped[str]
    role: Mapped[Role]
    evenings: Mapped[bool]
    lead: Mapped[bool]
    sees: Mapped[tuple[str, ...]]
    name = Sealed[str]()
    organisation = Sealed[str]()
    phone = Sealed[str]()
    contact = Sealed[str]()
    gets_sheet = Sealed[str]()


@dataclass(frozen=True)
class OnCase:
    """A person on a case. Who joined with a code is not `confirmed` until the lead says so."""

    case_id: UUID
    person: Person
    account_id: UUID | None = None
    confirmed: bool = True


def add(tx: Transaction, named: OnCase) -> None:
    """Name a person on a case. Raises Taken where the case has a person with this id."""
    tx.add_only(
        PersonRow, "The case has a person with this id already.", **_around(named), **values_of(named.person)
    )


def of(tx: Transaction, case_id: UUID) -> tuple[OnCase, ...]:
    """Everybody whom the case names or has named, in the order in which they were added."""
    return tuple(_on_case(row) for row in tx.all(_in_order().filter_by(case_id=case_id)))


def by_account(tx: Transaction, account_id: UUID) -> tuple[OnCase, ...]:
    """This account's person on each case that names or has named them, confirmed or not."""
    return tuple(_on_case(row) for row in tx.all(_in_order().filter_by(account_id=account_id)))


def change(tx: Transaction, named: OnCase) -> None:
    """Keep the person, and how they are on the case, as in `named`."""
    row = tx.one(select(PersonRow).filter_by(case_id=named.case_id, id=named.person.id))
    put(row, named.person)
    for name, value in _around(named).items():
        setattr(row, name, value)


def _in_order() -> Select[PersonRow]:
    return select(PersonRow).order_by(PersonRow.uid)


def _around(named: OnCase) -> dict[str, Any]:
    return {
        "case_id": named.case_id,
        "account_id": named.account_id,
        "confirmed": named.confirmed,
    }


def _on_case(row: PersonRow) -> OnCase:
    person = part_of(row, Person)
    person = replace(person, contact=Contact(person.contact))
    return OnCase(row.case_id, person, row.account_id, row.confirmed)
