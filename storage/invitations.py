"""Invitations: a code with which one person joins a case, once, before it expires."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row
from storage.transaction import Transaction

# Letters and digits that nobody takes for another when a code is read out.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12


class InvitationRow(Row):
    __tablename__ = "invitations"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    person_id: Mapped[str]
    code_mac: Mapped[bytes] = mapped_column(unique=True)
    expires: Mapped[datetime]
    used_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.uid"))
    used_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Invited:
    """Whom a code lets in: a person, by the id under which the case names them."""

    case_id: UUID
    person_id: str


def make(tx: Transaction, case_id: UUID, person_id: str, *, at: datetime, expires: datetime) -> str:
    """A new code ("K7QX-3MPD-9RTA"). It is kept nowhere, so show it now.

    Codes made for the same person before work no more.
    """
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    earlier = update(InvitationRow).filter_by(case_id=case_id, person_id=person_id, used_by=None)
    tx.run(earlier.values(expires=at))
    mac = _mac(tx, code, tx.keys.first)
    tx.add(InvitationRow, case_id=case_id, person_id=person_id, code_mac=mac, expires=expires)
    return "-".join(code[start : start + 4] for start in range(0, _LENGTH, 4))


def use(tx: Transaction, code: str, *, account_id: UUID, at: datetime) -> Invited | None:
    """Whom the code lets in, and it lets in nobody after that; None where it lets in nobody."""
    unused = update(InvitationRow).where(
        InvitationRow.code_mac.in_(_macs(tx, code)),
        InvitationRow.used_by.is_(None),
        InvitationRow.expires > at,
    )
    used = unused.values(used_by=account_id, used_at=at).returning(
        InvitationRow.case_id, InvitationRow.person_id
    )
    found = tx.run(used).first()
    return Invited(found.case_id, found.person_id) if found else None


def used_by(tx: Transaction, code: str, account_id: UUID) -> Invited | None:
    """Whom the code let in, where it was this account that used it."""
    query = select(InvitationRow).where(InvitationRow.code_mac.in_(_macs(tx, code)))
    row = tx.first(query.filter_by(used_by=account_id))
    return Invited(row.case_id, row.person_id) if row else None


def _macs(tx: Transaction, code: str) -> list[bytes]:
    """With any key. Only letters and digits count: phones and word processors set in dashes and quotes."""
    typed = "".join(filter(str.isalnum, code.upper()))
    return [_mac(tx, typed, name) for name in tx.keys.names]


def _mac(tx: Transaction, code: str, key: str) -> bytes:
    return tx.keys.mac("invitations", code.encode(), key)
