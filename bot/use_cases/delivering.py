"""What is to stand in a case's channel: planned with what it tells of, drawn when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.messages.acts import Act
from bot.messages.document import Document
from bot.use_cases.may import may
from bot.use_cases.standing import what_stands
from bot.use_cases.the_case import TheCase, loaded
from bot.use_cases.turn import LONDON, Turn
from storage import accounts, cases, deliveries, people, posts, services
from storage.deliveries import Delivery
from storage.store import Store
from storage.transaction import Transaction

# Longer than any chat takes to answer, so that two processes never send the same one.
TAKES = timedelta(minutes=2)


@dataclass(frozen=True)
class Reader:
    """Somebody on the case, as a chat knows them; `organisation` is True where the case names theirs."""

    workspace: str
    chat_id: str
    organisation: bool


@dataclass(frozen=True)
class ToSend:
    """One delivery, drawn as the case stands at `version`, with everybody who may read it.

    `before` are the ids of its messages that stand there already. It `may_stand_there` without our knowing
    where it was tried before and nothing is known of how that ended. What is `living` changes with the case.
    """

    id: UUID
    post_id: UUID
    reference: str
    chat: str
    workspace: str
    channel: str
    document: Document
    version: int
    living: bool
    readers: frozenset[Reader]
    before: tuple[str, ...]
    may_stand_there: bool
    planned_at: datetime
    why_not_before: str
    lead: str
    kept: Delivery


def due(store: Store, reference: str, chats: Sequence[str] | None) -> tuple[UUID, ...]:
    """What is to be sent in these chats or in any, or sent anew: of one case, or of all."""
    with store.transaction() as tx:
        case = cases.by_reference(tx, reference) if reference else None
        return deliveries.due(tx, case.id if case else None, chats)


def take(store: Store, delivery_id: UUID, now: datetime) -> ToSend | None:
    """Draw one to be sent; None where it is over, or somebody else is sending it."""
    with store.transaction() as tx:
        taken = deliveries.take(tx, delivery_id, now, now + TAKES)
        return _drawn(tx, taken, now) if taken else None


def part_sent(store: Store, taken: ToSend, sent_as: Sequence[str]) -> None:
    """Some of its messages stand there, and more are to come."""
    with store.transaction() as tx:
        deliveries.part_sent(tx, taken.kept, sent_as)


def sent(store: Store, taken: ToSend, sent_as: Sequence[str]) -> None:
    """All of it stands there."""
    with store.transaction() as tx:
        deliveries.sent(tx, taken.kept, sent_as, taken.version, living=taken.living)


def put_back(store: Store, taken: ToSend, why: str) -> bool:
    """It could not be sent now. True where that is for another reason than the last time."""
    with store.transaction() as tx:
        deliveries.put_back(tx, taken.kept, why)
    return why != taken.why_not_before


def _drawn(tx: Transaction, taken: Delivery, now: datetime) -> ToSend:
    case = cases.by_id(tx, taken.case_id)
    named = people.of(tx, taken.case_id)
    lead = next(one for one in named if one.person.lead)
    if case is None or lead.account_id is None:
        raise LookupError("A delivery is of a case that somebody leads.")
    account = accounts.by_id(tx, lead.account_id)
    if account is None:
        raise LookupError("No account has this id.")
    turn = Turn(tx, account, now, now.astimezone(LONDON).date())
    seen = loaded(turn, case, lead.person)
    document, living = what_stands(seen, posts.by_id(tx, taken.post_id))
    chat, workspace, channel = taken.channel.split(":", 2)
    return ToSend(
        id=taken.id,
        post_id=taken.post_id,
        reference=case.reference,
        chat=chat,
        workspace=workspace,
        channel=channel,
        document=document,
        version=case.version,
        living=living,
        readers=_readers(seen),
        before=taken.sent_as,
        may_stand_there=taken.tries > 1,
        planned_at=taken.planned_at,
        why_not_before=taken.why,
        lead=str(account.id),
        kept=taken,
    )


def _readers(case: TheCase) -> frozenset[Reader]:
    """Everybody who is on the case today and has been let in."""
    found = set()
    for one in case.named:
        account = accounts.by_id(case.turn.tx, one.account_id) if one.account_id else None
        if account is None or not one.confirmed or not one.person.is_on(case.today):
            continue
        if not may(frozenset(account.roles), Act.SEE, one.person):
            continue
        service = services.by_id(case.turn.tx, account.service_id)
        if service and (workspace := service.workspace(account.chat)):
            found.add(Reader(workspace, account.chat_id, bool(one.person.organisation)))
    return frozenset(found)
