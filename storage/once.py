"""What may come once and only for a while: the signature of a request, the code of an installation."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Base
from storage.transaction import Transaction


class OnceRow(Base):
    __tablename__ = "once"
    key: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)


def take(tx: Transaction, key: str, *, at: datetime, until: datetime) -> bool:
    """False where it came before. It is remembered `until` then: by that time it must be refused for its age.

    Whoever takes it second waits until the first has ended.
    """
    tx.run(delete(OnceRow).where(OnceRow.until < at))
    return tx.add_once(OnceRow, key=key, until=until)
