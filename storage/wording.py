"""Marks of wording, by which copied words are found and from which none can be read.

Each run of words of an answer that stands has a mark: eight bytes of an HMAC under a key of the service's
own, which is kept sealed. So marks of two services never meet, they outlive a new key in DAYONE_KEYS, and
whoever has the database alone learns at most how many words an answer has, and that two answers of a
service share some. A mark goes when its answer is followed by another or erased.
"""

import hmac
import secrets
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.wording import runs
from storage.rows import Base, Row, Sealed
from storage.transaction import Taken, Transaction

BYTES = 8


class WordingKeyRow(Row):
    __tablename__ = "wording_keys"
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"), unique=True)
    key = Sealed[str]()


class MarkRow(Base):
    __tablename__ = "wording_marks"
    __table_args__ = (Index(None, "mark", "answer_id"),)
    answer_id: Mapped[UUID] = mapped_column(ForeignKey("answers.uid", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mark: Mapped[bytes]


def keep(tx: Transaction, service_id: UUID, answer_id: UUID, text: str, instead_of: Select[UUID]) -> None:
    """Mark the wording of an answer; `instead_of` selects the answers that it follows, which lose theirs."""
    tx.run(delete(MarkRow).where(MarkRow.answer_id.in_(instead_of)))
    if found := runs(text):
        key = _key(tx, service_id)
        marks = [hmac.digest(key, run.encode(), "sha256")[:BYTES] for run in found]
        rows = [{"answer_id": answer_id, "place": place, "mark": mark} for place, mark in enumerate(marks)]
        tx.connection.execute(insert(MarkRow), rows)


def _key(tx: Transaction, service_id: UUID) -> bytes:
    """The service's own, made when it is first needed."""
    query = select(WordingKeyRow).filter_by(service_id=service_id)
    row = tx.first(query) or _made(tx, service_id) or tx.one(query)
    return bytes.fromhex(row.key)


def _made(tx: Transaction, service_id: UUID) -> WordingKeyRow | None:
    """None where another was first."""
    try:
        return tx.add_only(WordingKeyRow, "It has a key.", service_id=service_id, key=secrets.token_hex(32))
    except Taken:
        return None
