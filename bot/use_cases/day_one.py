"""All that a chat may ask for: one store, one clock, and the one door."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from bot.conversation.heard import Outcome, Post, Somebody
from bot.messages.document import Document
from bot.messages.reports.tables import Table
from bot.use_cases import channel, dates, door
from bot.use_cases.distances import MilesBetween
from bot.use_cases.people import enrolling
from bot.use_cases.people.enrolling import Member
from bot.use_cases.reports import reports
from bot.use_cases.sending.delivering import Posts
from bot.use_cases.sending.noticing import Notices
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import Store, Transaction, accounts, people, services
from storage.accounts import Account
from storage.waiting import Counts, counts


@dataclass(frozen=True)
class DayOne:
    """The same for Slack, Teams and the local page. `clock` gives the time with its zone.

    `miles_between` is None where nobody outside is asked for a distance. `welsh`: sheets can be made in it.
    """

    store: Store
    clock: Callable[[], datetime]
    miles_between: MilesBetween | None = None
    welsh: bool = False

    def hear(self, account_id: str, heard: door.Heard, request: str) -> Outcome:
        """Do what was said or filled in; `request` is the same where the same thing is sent twice."""
        told = (UUID(account_id), heard, request, self.miles_between, self.welsh)
        return door.hear(self.store, self.clock, *told)

    def feed(self, account_id: str, reference: str) -> list[Post]:
        """What stands in a case's channel, for somebody on the case; nothing for anybody else."""
        with self._turn(account_id) as turn:
            return channel.feed(turn, reference)

    def printable(self, account_id: str, reference: str, reader: str) -> Document | Refusal:
        """A sheet to print, for somebody on the case; that they looked is kept."""
        with self._turn(account_id) as turn:
            return channel.printable(turn, reference, reader)

    def table(self, account_id: str, name: str, which: str) -> Table | Refusal:
        """A report of their service as a table."""
        with self._turn(account_id) as turn:
            return reports.table(turn, name, which)

    def calendar(self, account_id: str, reference: str, which: str) -> str | Refusal:
        """A calendar file, for somebody on the case: of its next meeting, or of everything."""
        with self._turn(account_id) as turn:
            return dates.fetch_calendar(turn, reference, which)

    def account(self, chat: str, workspace: str, chat_id: str, look: Callable[[], Member]) -> str | Refusal:
        """The account of somebody whom a chat knows. `look` asks the chat about them."""
        found = enrolling.account_of(self.store, chat, workspace, chat_id, look)
        return found if isinstance(found, Refusal) else str(found.id)

    @cached_property
    def posts(self) -> Posts:
        """What is to stand in the channels of cases."""
        return Posts(self.store, self.clock)

    @cached_property
    def notices(self) -> Notices:
        """What people are to be told in their own messages."""
        return Notices(self.store, self.clock)

    def outbox(self) -> Counts:
        """How much waits to be sent, and for how long already."""
        with self.store.transaction() as tx:
            return counts(tx, self.clock())

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
            yield door.turn_of(tx, UUID(account_id), self.clock(), welsh=self.welsh)


def _does(tx: Transaction, account: Account) -> str:
    """What somebody does: as a case names them, else by their role in the service."""
    named = people.by_account(tx, account.id)
    return str(named[0].person.role) if named else ", ".join(account.roles)
