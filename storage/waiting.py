"""What waits to be sent into a chat, of either kind: for whoever sends it, and for whoever watches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from storage.accounts import AccountRow
from storage.cases import CaseRow
from storage.deliveries import BOX as POSTS
from storage.deliveries import DUE as POSTS_DUE
from storage.deliveries import DeliveryRow
from storage.notices import BOX as NOTICES
from storage.notices import DUE as NOTICES_DUE
from storage.notices import NoticeRow
from storage.outgoing import CANCELLED, MOST_TRIES, Delivered
from storage.posts import PostRow
from storage.transaction import Transaction


class Kind(StrEnum):
    POST = "post"
    NOTICE = "notice"


@dataclass(frozen=True)
class Waiting:
    """One that may be sent by now. `lane` is what a chat paces: a channel, or somebody's own messages.

    The `occasion` is another one as soon as it was tried.
    """

    kind: Kind
    id: UUID
    chat: str
    lane: str
    occasion: str


def waiting(
    tx: Transaction, now: datetime, chats: Sequence[str], only: UUID | None = None
) -> tuple[Waiting, ...]:
    """What may be sent by itself by now in these chats, the oldest first."""
    found = []
    for uid, channel, drawn, *tried in _posts(tx, now, only):
        occasion = _occasion(Kind.POST, uid, drawn, *tried)
        found.append(Waiting(Kind.POST, uid, channel.partition(":")[0], channel, occasion))
    for uid, channel, account, chat, *tried in _notices(tx, now, only):
        occasion = _occasion(Kind.NOTICE, uid, 0, *tried)
        found.append(Waiting(Kind.NOTICE, uid, chat, channel or f"to {account}", occasion))
    return tuple(one for one in found if one.chat in chats)


@dataclass(frozen=True)
class Letter:
    """One that is not sent yet, without what it says. `why` is the chat's own word for what is in the way.

    `what` is the kind of post or notice; `reference` "" where it is of no case.
    """

    kind: Kind
    id: UUID
    service_id: UUID
    reference: str
    what: str
    chat: str
    planned_at: datetime
    not_before: datetime
    tries: int
    why: str

    @property
    def is_dead(self) -> bool:
        """Nobody tries it again until somebody says so."""
        return self.tries >= MOST_TRIES and not self.is_cancelled

    @property
    def is_cancelled(self) -> bool:
        return self.why == CANCELLED


def letters(tx: Transaction) -> tuple[Letter, ...]:
    """All that is not sent, and what was cancelled; the oldest first."""
    found = [*_of_posts(tx), *_of_notices(tx)]
    return tuple(sorted(found, key=lambda letter: (letter.planned_at, letter.id)))


@dataclass(frozen=True)
class Counts:
    """How much is not sent. `late` is for how many seconds the oldest could have been sent."""

    waiting: int
    dead: int
    late: int


def counts(tx: Transaction, now: datetime) -> Counts:
    """Of everything, as of now."""
    found = [one for one in letters(tx) if not one.is_cancelled]
    alive = [one for one in found if not one.is_dead]
    late = max((int((now - one.not_before).total_seconds()) for one in alive), default=0)
    return Counts(len(alive), len(found) - len(alive), max(late, 0))


def _posts(tx: Transaction, now: datetime, only: UUID | None) -> list[tuple[Any, ...]]:
    row = DeliveryRow
    query = select(row.uid, row.channel, row.drawn, row.tries, row.not_before)
    query = query.where(POSTS_DUE, POSTS.waits(now)).order_by(row.uid)
    return _rows(tx, query.where(row.uid == only) if only else query)


def _notices(tx: Transaction, now: datetime, only: UUID | None) -> list[tuple[Any, ...]]:
    row = NoticeRow
    query = select(row.uid, row.channel, row.account_id, AccountRow.chat, row.tries, row.not_before)
    query = query.join(AccountRow, AccountRow.uid == row.account_id)
    query = query.where(NOTICES_DUE, NOTICES.waits(now)).order_by(row.uid)
    return _rows(tx, query.where(row.uid == only) if only else query)


def _occasion(kind: Kind, uid: UUID, drawn: int, tries: int, not_before: datetime) -> str:
    return f"{kind}-{uid}-{drawn}-{tries}-{not_before:%Y%m%dT%H%M%S.%f}"


def _of_posts(tx: Transaction) -> list[Letter]:
    row = DeliveryRow
    query = (
        select(
            row.uid, CaseRow.service_id, CaseRow.reference, PostRow.kind, row.channel, row.planned_at,
            row.not_before, row.tries, row.why,
        )
        .join(CaseRow, CaseRow.uid == row.case_id)
        .join(PostRow, PostRow.uid == row.post_id)
        .where(_unsent(DeliveryRow, POSTS_DUE))
    )  # fmt: skip
    return [
        Letter(Kind.POST, uid, service, reference, what, channel.partition(":")[0], *more)
        for uid, service, reference, what, channel, *more in _rows(tx, query)
    ]


def _of_notices(tx: Transaction) -> list[Letter]:
    row = NoticeRow
    query = (
        select(
            row.uid, AccountRow.service_id, CaseRow.reference, row.kind, AccountRow.chat, row.planned_at,
            row.not_before, row.tries, row.why,
        )
        .join(AccountRow, AccountRow.uid == row.account_id)
        .outerjoin(CaseRow, CaseRow.uid == row.case_id)
        .where(_unsent(NoticeRow, NOTICES_DUE))
    )  # fmt: skip
    return [
        Letter(Kind.NOTICE, uid, service, reference or "", what, chat, *more)
        for uid, service, reference, what, chat, *more in _rows(tx, query)
    ]


def _unsent(row: type[DeliveryRow] | type[NoticeRow], due: ColumnElement[bool]) -> ColumnElement[bool]:
    return due | ((row.state == Delivered.OVER) & (row.why == CANCELLED))


def _rows(tx: Transaction, query: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tx.connection.execute(query)]
