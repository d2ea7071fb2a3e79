"""Requests that changed something, so that the same one, sent again, changes nothing."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Base
from storage.transaction import Transaction


class RequestRow(Base):
    __tablename__ = "requests"
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


def claim(tx: Transaction, key: str, at: datetime) -> bool:
    """False where it was claimed already. Who claims it second waits until the first has ended."""
    return tx.add_once(RequestRow, key=key, at=at)
