"""Telling one person something, once: planned with what it tells of, drawn when it is sent.

A reminder or a digest enters here how it is drawn. Who may no longer see the case by then is not told.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from bot.conversation.heard import Told
from bot.messages.document import Document
from bot.messages.document_json import document_from_json, document_to_json
from bot.use_cases.sending.delivering import Reader
from bot.use_cases.sending.outbox import TAKES, Outbox, ToSend
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn, turn_at
from planning_rules.refusal import Refusal
from storage import accounts, cases, notices, services
from storage.accounts import ServiceRole
from storage.notices import Notice
from storage.services import Service
from storage.store import Store
from storage.transaction import Transaction

# None where there is nothing to tell any more. The case is None where a notice is of none.
Draw = Callable[[Turn, TheCase | None, Any], Document | None]
DRAWN: dict[str, Draw] = {}
WORD = "word"


def drawn(kind: str) -> Callable[[Draw], Draw]:
    """Draw a kind of notice, as it is true when it is sent, from its body."""

    def enter(draw: Draw) -> Draw:
        DRAWN[kind] = draw
        return draw

    return enter


@drawn(WORD)
def _word(turn: Turn, case: TheCase | None, body: Any) -> Document:
    return document_from_json(body)


@dataclass(frozen=True)
class ToTell(ToSend):
    """One notice for `person`, by their id in the chat; or for a channel there, where that is not "", in

    which nobody may be but its `readers`.
    """

    person: str
    channel: str
    readers: frozenset[Reader]
    kept: Notice
    reference: ClassVar = ""


class Notices(Outbox[ToTell]):
    """What people are to be told."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__(store, clock, notices.BOX)

    def tell(self, told: Told) -> UUID:
        """Plan to say something to somebody now."""
        with self.store.transaction() as tx:
            return _plan(tx, told, self.clock())

    def take(self, outgoing_id: UUID) -> ToTell | None:
        """As of every Outbox. What is not true any more, or not for them any more, ends here."""
        now = self.clock()
        with self.store.transaction() as tx:
            taken = notices.take(tx, outgoing_id, now, now + TAKES)
            found = _drawn(tx, taken, now) if taken else None
            if taken and found is None:
                notices.end(tx, taken.id, "")
            return found

    def sent(self, taken: ToTell, sent_as: Sequence[str]) -> None:
        with self.store.transaction() as tx:
            notices.BOX.sent(tx, taken.kept, sent_as)


def plan_words(turn: Turn, told: Iterable[Told]) -> tuple[str, ...]:
    """Plan what others are to hear of something, in its own transaction. The ids of the notices."""
    return tuple(str(_plan(turn.tx, one, turn.now)) for one in told)


def _plan(tx: Transaction, told: Told, at: datetime) -> UUID:
    case = cases.by_reference(tx, told.reference) if told.reference else None
    planned = notices.plan(
        tx,
        UUID(told.account_id),
        WORD,
        f"{WORD} {uuid4()}",
        at=at,
        case_id=case.id if case else None,
        body=document_to_json(told.document),
    )
    assert planned, "The key is new."
    return planned


def _drawn(tx: Transaction, taken: Notice, now: datetime) -> ToTell | None:
    account = accounts.by_id(tx, taken.account_id)
    service = services.by_id(tx, account.service_id) if account else None
    if account is None or service is None or account.barred:
        return None
    workspace = service.workspace(account.chat)
    if workspace is None and account.chat != "local":
        return None
    there = f"{account.chat}:{workspace}:"
    if not taken.channel.startswith(there if taken.channel else ""):
        return None
    turn = turn_at(tx, account, now)
    found = _case(turn, taken)
    if isinstance(found, Refusal) or (document := DRAWN[taken.kind](turn, found, taken.body)) is None:
        return None
    channel = taken.channel.removeprefix(there)
    readers = _readers(tx, service) if channel else frozenset[Reader]()
    return ToTell(taken.id, account.chat, workspace or "", document, taken, account.chat_id, channel, readers)


def _readers(tx: Transaction, service: Service) -> frozenset[Reader]:
    """Who may be in a channel of the service: what is said there is of all its cases, for its managers."""
    return frozenset(
        Reader(service.workspace(one.chat) or "", one.chat_id, organisation=False)
        for one in accounts.with_roles(tx, service.id, ServiceRole.MANAGER)
    )


def _case(turn: Turn, taken: Notice) -> TheCase | Refusal | None:
    if taken.case_id is None:
        return None
    case = cases.by_id(turn.tx, taken.case_id)
    return the_case(turn, case.reference) if case else Refusal("The case is gone.")
