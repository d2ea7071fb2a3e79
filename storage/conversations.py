"""Conversations: where Teams lets the app speak first, with one person or with several."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row
from storage.transaction import Taken, Transaction


class ConversationRow(Row):
    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("tenant", "id"),)
    tenant: Mapped[str]
    id: Mapped[str]
    person: Mapped[str] = mapped_column(index=True)
    team: Mapped[str]
    service_url: Mapped[str]
    at: Mapped[datetime]


@dataclass(frozen=True)
class Conversation:
    """`person` is who it is with, where it is with one alone, by their id in Teams; else "".

    `team` is the team that a channel belongs to, else "". `service_url` is where Teams takes what we say.
    """

    tenant: str
    id: str
    service_url: str
    person: str = ""
    team: str = ""


def keep(tx: Transaction, conversation: Conversation, at: datetime) -> bool:
    """Keep it as Teams told of it last. True where it was not known."""
    row = _row(tx, conversation.tenant, conversation.id)
    if row is None:
        try:
            tx.add_only(ConversationRow, "It is known already.", **vars(conversation), at=at)
        except Taken:
            return False
        return True
    if _conversation(row) != conversation:
        row.person, row.team = conversation.person, conversation.team
        row.service_url, row.at = conversation.service_url, at
    return False


def by_id(tx: Transaction, tenant: str, conversation_id: str) -> Conversation | None:
    row = _row(tx, tenant, conversation_id)
    return _conversation(row) if row else None


def with_person(tx: Transaction, person: str) -> Conversation | None:
    """The one that Teams told of last, where there are several. Its tenant may be another than theirs."""
    found = select(ConversationRow).filter_by(person=person)
    row = tx.first(found.order_by(ConversationRow.at.desc(), ConversationRow.uid.desc()))
    return _conversation(row) if row else None


def drop(tx: Transaction, tenant: str, conversation_id: str) -> None:
    """The app is not in it any more. Nothing happens where it was not known."""
    tx.run(delete(ConversationRow).filter_by(tenant=tenant, id=conversation_id))


def drop_team(tx: Transaction, tenant: str, team: str) -> None:
    """The app is not in the team any more, and so in none of its channels."""
    tx.run(delete(ConversationRow).filter_by(tenant=tenant, team=team))


def _row(tx: Transaction, tenant: str, conversation_id: str) -> ConversationRow | None:
    return tx.first(select(ConversationRow).filter_by(tenant=tenant, id=conversation_id))


def _conversation(row: ConversationRow) -> Conversation:
    return Conversation(row.tenant, row.id, row.service_url, row.person, row.team)
