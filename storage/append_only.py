"""Answers, what happened to actions, sheets given, what boards were told, and the audit are only added to:
triggers see to it.

The one door is for an erasure or a rotation of keys: in its own transaction it writes the table's name
into `purging`, does its work, and takes the name out again. The audit has no door. A migration that makes
one of these tables anew on SQLite must make its triggers anew too.
"""

from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Base


class PurgingRow(Base):
    __tablename__ = "purging"
    name: Mapped[str] = mapped_column(primary_key=True)
