"""The composition root: one store, one clock, and the door that every chat goes through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from bot.chat.local.core import Account
from bot.conversation.heard import Outcome, Post
from bot.messages.document import Document
from bot.use_cases import channel, door
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import Store, Transaction, accounts, people, services
from storage.accounts import Account as StoredAccount


def now() -> datetime:
    """The one place where the clock is read."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class DayOne:
    """The same for Slack, Teams and the local page. `clock` gives the time with its zone."""

    store: Store
    clock: Callable[[], datetime] = now

    def hear(self, account_id: str, heard: door.Heard, request: str) -> Outcome:
        """Do what was said or filled in; `request` is the same where the same thing is sent twice."""
        return door.hear(self.store, self.clock, UUID(account_id), heard, request)

    def feed(self, account_id: str, reference: str) -> list[Post]:
        """What stands in a case's channel, for somebody on the case; nothing for anybody else."""
        with self._turn(account_id) as turn:
            return channel.feed(turn, reference)

    def printable(self, account_id: str, reference: str, reader: str) -> Document | Refusal:
        """A sheet to print, for somebody on the case; that they looked is kept."""
        with self._turn(account_id) as turn:
            return channel.printable(turn, reference, reader)

    def cases(self, account_id: str) -> list[tuple[str, str]]:
        """The reference of each of one's own cases, and how long there is to release."""
        with self._turn(account_id) as turn:
            return channel.titles(turn)

    def people(self) -> list[Account]:
        """Everybody who has an account in any service."""
        with self.store.transaction() as tx:
            return [
                Account(str(one.id), one.name, f"{_does(tx, one)}, {service.name}")
                for service in services.every(tx)
                for one in accounts.in_service(tx, service.id)
            ]

    @contextmanager
    def _turn(self, account_id: str) -> Iterator[Turn]:
        with self.store.transaction() as tx:
            yield door.turn_of(tx, UUID(account_id), self.clock())


def _does(tx: Transaction, account: StoredAccount) -> str:
    """What somebody does: as a case names them, else by their role in the service."""
    named = people.by_account(tx, account.id)
    return str(named[0].person.role) if named else ", ".join(account.roles)
