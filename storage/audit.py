"""The audit: who did what, in one chain for each service. Each entry's MAC covers the entry before it.

It has ids, verbs and names of fields only, so that nothing in it ever has to be erased.
"""

import hmac
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Base
from storage.transaction import Transaction

_NONE = b""
_IDS = re.compile(r"[A-Za-z0-9_.,:/|=-]*")
COVERED = ("service_id", "seq", "at", "account_id", "verb", "case_id", "subject", "key")


class AuditRow(Base):
    __tablename__ = "audit"
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    verb: Mapped[str]
    case_id: Mapped[UUID | None]
    subject: Mapped[str]
    key: Mapped[str]
    mac: Mapped[bytes]


class AuditHeadRow(Base):
    __tablename__ = "audit_heads"
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"), primary_key=True)
    seq: Mapped[int]
    mac: Mapped[bytes]


class NotForAudit(ValueError):
    """Something other than ids and names of fields was to be written into the audit."""

    def __init__(self) -> None:
        super().__init__("The audit keeps ids and names of fields only.")


@dataclass(frozen=True)
class Checkpoint:
    """How far a chain was at some time. Kept outside the database, it shows when the end was cut off."""

    service_id: UUID
    seq: int
    mac: str


def begin(tx: Transaction, service_id: UUID) -> None:
    """The start of a service's chain."""
    tx.add(AuditHeadRow, service_id=service_id, seq=0, mac=_NONE)


def write(
    tx: Transaction,
    service_id: UUID,
    account_id: UUID | None,
    verb: str,
    case_id: UUID | None,
    subject: str,
    at: datetime,
) -> None:
    """Write an entry in the transaction of what it is about, last: all others of the service wait for it.

    `account_id` is None where the program acts by itself. `subject` is ids and names of fields without
    spaces ("home.address,home.council"); anything else raises NotForAudit.
    """
    if not (_IDS.fullmatch(verb) and _IDS.fullmatch(subject)):
        raise NotForAudit
    head = tx.one(select(AuditHeadRow).filter_by(service_id=service_id).with_for_update())
    covered = (service_id, head.seq + 1, at, account_id, verb, case_id, subject, tx.keys.first)
    entry = dict(zip(COVERED, covered, strict=True))
    head.mac = _mac(tx, head.mac, entry)
    head.seq += 1
    tx.add(AuditRow, mac=head.mac, **entry)


def checkpoint(tx: Transaction) -> tuple[Checkpoint, ...]:
    """How far each service's chain is now."""
    heads = tx.all(select(AuditHeadRow).order_by(AuditHeadRow.service_id))
    return tuple(Checkpoint(head.service_id, head.seq, head.mac.hex()) for head in heads)


def verify(tx: Transaction, checkpoints: Iterable[Checkpoint] = ()) -> list[str]:
    """A sentence for each entry that was changed, added, moved or taken out, the end of a chain included.

    Whoever can write to the database can also cut a chain and its head: only checkpoints show that.
    """
    # The heads first: what is written while we read is then after them, and is verified all the same.
    marks = [*checkpoint(tx), *checkpoints]
    headless = select(AuditRow).where(AuditRow.service_id.not_in(select(AuditHeadRow.service_id)))
    without_head = {row.service_id for row in tx.each(headless)}
    found = [f"Service {service_id}: the chain has no head." for service_id in sorted(without_head)]
    for service_id in sorted({mark.service_id for mark in marks}):
        ours = {mark for mark in marks if mark.service_id == service_id}
        found += [f"Service {service_id}: {problem}" for problem in _problems(tx, service_id, ours)]
    return found


def _problems(tx: Transaction, service_id: UUID, marks: set[Checkpoint]) -> Iterator[str]:
    last = Checkpoint(service_id, 0, _NONE.hex())
    marks.discard(last)
    for row in tx.each(select(AuditRow).filter_by(service_id=service_id).order_by(AuditRow.seq)):
        if row.seq != last.seq + 1:
            yield f"{row.seq - last.seq - 1} entries before entry {row.seq} are missing."
        elif row.key not in tx.keys.names:
            yield f"entry {row.seq} cannot be checked, since its key is not in DAYONE_KEYS."
        elif not hmac.compare_digest(row.mac, _mac(tx, bytes.fromhex(last.mac), _entry(row))):
            yield f"entry {row.seq} was changed, or is not the one that was written here."
        last = Checkpoint(service_id, row.seq, row.mac.hex())
        marks.discard(last)
    for mark in sorted(marks, key=lambda mark: mark.seq):
        yield f"entry {mark.seq} is not the one that stood at the end once; the chain now ends at {last.seq}."


def _entry(row: AuditRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COVERED}


def _mac(tx: Transaction, before: bytes, entry: dict[str, Any]) -> bytes:
    at = entry["at"].astimezone(UTC).isoformat()
    message = json.dumps([before.hex(), *(str(value) for value in {**entry, "at": at}.values())])
    return tx.keys.mac("audit", message.encode(), entry["key"])
