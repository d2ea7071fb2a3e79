"""Who said whether they come to a meeting. The last word counts."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row, Sealed
from storage.transaction import Transaction


class Comes(StrEnum):
    """How somebody takes part in a meeting."""

    COMING = "coming"
    PHONE = "phone"
    REPORT = "report"
    CANNOT = "cannot"


@dataclass(frozen=True)
class Reply:
    """`person` is an id on the case; `words` say who rings them where, by when they report, or why not."""

    person: str
    comes: Comes
    words: str = ""


class ReplyRow(Row):
    __tablename__ = "replies"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "meeting_id"], ["meetings.case_id", "meetings.id"]),
        UniqueConstraint("case_id", "meeting_id", "person_id"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    meeting_id: Mapped[str]
    person_id: Mapped[str]
    comes: Mapped[Comes]
    words = Sealed[str]()


def keep(tx: Transaction, case_id: UUID, meeting: str, reply: Reply) -> None:
    """Instead of what they said before about this meeting, which is one of the case."""
    key = {"case_id": case_id, "meeting_id": meeting, "person_id": reply.person}
    found = tx.all(select(ReplyRow).filter_by(**key))
    if not found:
        tx.add(ReplyRow, **key, comes=reply.comes, words=reply.words)
    for row in found:
        row.comes, row.words = reply.comes, reply.words


def of(tx: Transaction, case_id: UUID, meeting: str) -> dict[str, Reply]:
    """By the id of who said it."""
    rows = tx.all(select(ReplyRow).filter_by(case_id=case_id, meeting_id=meeting))
    return {row.person_id: Reply(row.person_id, row.comes, row.words) for row in rows}
