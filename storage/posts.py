"""Posts: what was put into a case's channel. The living message is one of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row, Sealed
from storage.transaction import Transaction


class PostRow(Row):
    __tablename__ = "posts"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    body = Sealed[Any]()


@dataclass(frozen=True)
class Post:
    """`body` is any JSON value: None where the post is made anew each time that it is shown."""

    id: UUID
    case_id: UUID
    kind: str
    at: datetime
    body: Any = None


def add(tx: Transaction, case_id: UUID, kind: str, *, at: datetime, body: Any = None) -> Post:
    row = tx.add(PostRow, case_id=case_id, kind=kind, at=at, body=body)
    return Post(row.uid, case_id, kind, at, body)


def by_id(tx: Transaction, post_id: UUID) -> Post:
    """Raises NoResultFound where there is none."""
    row = tx.one(select(PostRow).filter_by(uid=post_id))
    return Post(row.uid, row.case_id, row.kind, row.at, row.body)


def of(tx: Transaction, case_id: UUID) -> tuple[Post, ...]:
    """The oldest first."""
    rows = tx.all(select(PostRow).filter_by(case_id=case_id).order_by(PostRow.uid))
    return tuple(Post(row.uid, row.case_id, row.kind, row.at, row.body) for row in rows)
