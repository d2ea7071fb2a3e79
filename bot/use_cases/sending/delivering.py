"""What is to stand in a case's channel: planned with what it tells of, drawn when it is sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.messages.acts import Act
from bot.use_cases.may import may
from bot.use_cases.sending.outbox import TAKES, Outbox, ToSend
from bot.use_cases.sending.standing import what_stands
from bot.use_cases.the_case import TheCase, loaded
from bot.use_cases.turn import turn_at
from storage import accounts, cases, deliveries, people, posts, services
from storage.deliveries import Delivery
from storage.store import Store
from storage.transaction import Transaction


@dataclass(frozen=True)
class Reader:
    """Somebody on the case, as a chat knows them; `organisation` is True where the case names theirs."""

    workspace: str
    chat_id: str
    organisation: bool


@dataclass(frozen=True)
class ToPost(ToSend):
    """One post, drawn as the case stands at `version`, with everybody who may read it.

    What is `living` changes with the case.
    """

    post_id: UUID
    reference: str
    channel: str
    version: int
    living: bool
    readers: frozenset[Reader]
    lead: str
    kept: Delivery


class Posts(Outbox[ToPost]):
    """What is to stand in the channels of cases."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__(store, clock, deliveries.BOX)

    def due(self, reference: str = "", chats: Sequence[str] | None = None) -> tuple[UUID, ...]:
        """What is to be posted in these chats or in any, or posted anew: of one case, or of all."""
        with self.store.transaction() as tx:
            case = cases.by_reference(tx, reference) if reference else None
            return deliveries.due(tx, case.id if case else None, chats)

    def take(self, outgoing_id: UUID) -> ToPost | None:
        now = self.clock()
        with self.store.transaction() as tx:
            taken = deliveries.take(tx, outgoing_id, now, now + TAKES)
            return _drawn(tx, taken, now) if taken else None

    def sent(self, taken: ToPost, sent_as: Sequence[str]) -> None:
        with self.store.transaction() as tx:
            deliveries.BOX.sent(tx, taken.kept, sent_as, drawn=taken.version, living=taken.living)


def _drawn(tx: Transaction, taken: Delivery, now: datetime) -> ToPost:
    case = cases.by_id(tx, taken.case_id)
    named = people.of(tx, taken.case_id)
    lead = next(one for one in named if one.person.lead)
    if case is None or lead.account_id is None:
        raise LookupError("A delivery is of a case that somebody leads.")
    account = accounts.by_id(tx, lead.account_id)
    if account is None:
        raise LookupError("No account has this id.")
    turn = turn_at(tx, account, now)
    seen = loaded(turn, case, lead.person)
    document, living = what_stands(seen, posts.by_id(tx, taken.post_id))
    chat, workspace, channel = taken.channel.split(":", 2)
    return ToPost(
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
