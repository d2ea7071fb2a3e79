"""All that a chat may ask for: one store, one clock, and the one door."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.conversation.heard import Outcome, Post, Somebody
from bot.messages.document import Document
from bot.use_cases import channel, dates, delivering, door, enrolling
from bot.use_cases.delivering import ToSend
from bot.use_cases.distances import MilesBetween
from bot.use_cases.enrolling import Member
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import Store, Transaction, accounts, people, services
from storage.accounts import Account


@dataclass(frozen=True)
class DayOne:
    """The same for Slack, Teams and the local page. `clock` gives the time with its zone.

    `miles_between` is None where nobody outside is asked for a distance.
    """

    store: Store
    clock: Callable[[], datetime]
    miles_between: MilesBetween | None = None

    def hear(self, account_id: str, heard: door.Heard, request: str) -> Outcome:
        """Do what was said or filled in; `request` is the same where the same thing is sent twice."""
        return door.hear(self.store, self.clock, UUID(account_id), heard, request, self.miles_between)

    def feed(self, account_id: str, reference: str) -> list[Post]:
        """What stands in a case's channel, for somebody on the case; nothing for anybody else."""
        with self._turn(account_id) as turn:
            return channel.feed(turn, reference)

    def printable(self, account_id: str, reference: str, reader: str) -> Document | Refusal:
        """A sheet to print, for somebody on the case; that they looked is kept."""
        with self._turn(account_id) as turn:
            return channel.printable(turn, reference, reader)

    def calendar(self, account_id: str, reference: str, which: str) -> str | Refusal:
        """A calendar file, for somebody on the case: of its next meeting, or of everything."""
        with self._turn(account_id) as turn:
            return dates.fetch_calendar(turn, reference, which)

    def account(self, chat: str, workspace: str, chat_id: str, look: Callable[[], Member]) -> str | Refusal:
        """The account of somebody whom a chat knows. `look` asks the chat about them."""
        found = enrolling.account_of(self.store, chat, workspace, chat_id, look)
        return found if isinstance(found, Refusal) else str(found.id)

    def whereabouts(self, account_id: str) -> tuple[str, str, str] | None:
        """In which chat and workspace somebody is, and their id there; None on the local page."""
        with self.store.transaction() as tx:
            account = accounts.by_id(tx, UUID(account_id))
            service = services.by_id(tx, account.service_id) if account else None
            workspace = service.workspace(account.chat) if account and service else None
            return (account.chat, workspace, account.chat_id) if account and workspace else None

    def due(self, reference: str = "", chats: Sequence[str] | None = None) -> tuple[UUID, ...]:
        """What is to be posted in these chats or in any, or posted anew: of one case, or of all."""
        return delivering.due(self.store, reference, chats)

    def take(self, delivery_id: UUID) -> ToSend | None:
        """One delivery, drawn to be sent; None where somebody else is sending it."""
        return delivering.take(self.store, delivery_id, self.clock())

    def part_sent(self, taken: ToSend, sent_as: Sequence[str]) -> None:
        """Some of its messages stand there."""
        delivering.part_sent(self.store, taken, sent_as)

    def sent(self, taken: ToSend, sent_as: Sequence[str]) -> None:
        """All of it stands there."""
        delivering.sent(self.store, taken, sent_as)

    def put_back(self, taken: ToSend, why: str) -> bool:
        """It could not be sent. True where that is for another reason than the last time."""
        return delivering.put_back(self.store, taken, why)

    def cases(self, account_id: str) -> list[tuple[str, str]]:
        """The reference of each of one's own cases, and how long there is to release."""
        with self._turn(account_id) as turn:
            return channel.titles(turn)

    def people(self) -> list[Somebody]:
        """Everybody who has an account in any service."""
        with self.store.transaction() as tx:
            return [
                Somebody(str(one.id), one.name, f"{_does(tx, one)}, {service.name}")
                for service in services.every(tx)
                for one in accounts.in_service(tx, service.id)
            ]

    @contextmanager
    def _turn(self, account_id: str) -> Iterator[Turn]:
        with self.store.transaction() as tx:
            yield door.turn_of(tx, UUID(account_id), self.clock())


def _does(tx: Transaction, account: Account) -> str:
    """What somebody does: as a case names them, else by their role in the service."""
    named = people.by_account(tx, account.id)
    return str(named[0].person.role) if named else ", ".join(account.roles)
