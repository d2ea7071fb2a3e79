"""A service with children and workers, put into the store as it is: nobody types it in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.messages.document import Document
from bot.use_cases.day_one import DayOne
from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Meeting, MeetingKind, Person, Role
from storage import Store, accounts, actions, answers, cases, meetings, people, services
from storage.accounts import Account, ServiceRole
from storage.cases import Case
from storage.people import OnCase
from storage.waiting import waiting

# In every name and in all that anybody wrote: it may be said nowhere.
CANARY = "Canary"


@dataclass
class AService:
    """Oakshire, which leads every case, and Fernbrook, whose workers take part. `now` passes when told."""

    store: Store
    now: datetime
    accounts: dict[str, Account] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.day_one = DayOne(self.store, lambda: self.now)
        with self.store.transaction() as tx:
            self.ours = services.add(tx, "Oakshire").id
            self.theirs = services.add(tx, "Fernbrook").id

    @property
    def today(self) -> date:
        return self.now.date()

    def has(self, name: str, *roles: ServiceRole, theirs: bool = False) -> None:
        """A worker with an account."""
        of = self.theirs if theirs else self.ours
        with self.store.transaction() as tx:
            self.accounts[name] = accounts.add(
                tx, of, chat="local", chat_id=name, roles=roles, name=f"{CANARY} {name}"
            )

    def changes(self, name: str, **values: Any) -> None:
        """Their roles, or that they are barred."""
        self.accounts[name] = replace(self.accounts[name], **values)
        with self.store.transaction() as tx:
            accounts.change(tx, self.accounts[name])

    def sets(self, **values: Any) -> None:
        """How Oakshire wants it."""
        with self.store.transaction() as tx:
            now = services.by_id(tx, self.ours)
            assert now
            services.set_up(tx, self.ours, replace(now.settings, **values))

    def leads(self, reference: str, lead: str, others: Sequence[tuple[str, Role]] = (), **facts: Any) -> Case:
        """A case whose first meeting is held and closed today."""
        with self.store.transaction() as tx:
            case = cases.add(tx, self.ours, reference, created=self.today, first_name=f"{CANARY} child")
            for number, (name, role) in enumerate([(lead, Role.YOT), *others]):
                person = Person(f"p{number}", f"{CANARY} {name}", role, lead=not number)
                people.add(tx, OnCase(case.id, person, self.accounts[name].id))
            meetings.add(tx, case.id, Meeting("m1", MeetingKind.FIRST, self.today, True, self.today))
        self.answers(case, **facts)
        return case

    def answers(self, case: Case, **facts: Any) -> None:
        """`home__address_agreed=False`: put on record today. None is *not known yet*."""
        with self.store.transaction() as tx:
            version = cases.advance(tx, case.id) or 1
            for name, value in facts.items():
                answer = replace(_answer(value), fact=FACTS[name.replace("__", ".")].key, on=self.today)
                meeting = "m1" if fact_of(answer.fact).each_meeting else None
                answers.record(
                    tx, case.id, meeting, answer, account_id=self._typist, at=self.now, version=version
                )

    def promised(self, case: Case, action: Action) -> None:
        with self.store.transaction() as tx:
            actions.add(tx, case.id, replace(action, since=self.today), account_id=self._typist, at=self.now)

    def became(self, case: Case, action: Action) -> None:
        with self.store.transaction() as tx:
            changed = replace(action, changed=self.today)
            actions.change(tx, case.id, changed, account_id=self._typist, at=self.now)

    def sends(self) -> list[tuple[str, Document]]:
        """What may be sent now is: to whom, and what."""
        outbox, out = self.day_one.notices, []
        with self.store.transaction() as tx:
            notices = waiting(tx, self.now, ["local"])
        for notice in notices:
            if taken := outbox.take(notice.id):
                outbox.sent(taken, ["1"])
                out.append((taken.person, taken.document))
        return out

    @property
    def _typist(self) -> Any:
        return next(iter(self.accounts.values())).id


def _answer(value: Any) -> Answer[Any]:
    match value:
        case bool():
            return Answer(State.YES if value else State.NO)
        case None:
            return Answer(State.NOT_KNOWN)
    return Answer(State.GIVEN, value)


def days(number: int) -> timedelta:
    return timedelta(days=number)
