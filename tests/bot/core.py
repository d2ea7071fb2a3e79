"""The core with the example case on a Monday morning, which passes only when told; people by first names."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bot.conversation.heard import Changed, Filled, Outcome, Post, Said
from bot.messages.document import Document
from bot.messages.form import Form
from bot.render.text import document_text, form_text
from bot.use_cases import door
from bot.use_cases.day_one import DayOne
from bot.use_cases.distances import MilesBetween
from bot.use_cases.example import open_example
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from storage import METADATA, Keyring, Store, accounts, cases, make_key, migrate, people, services
from storage.accounts import ServiceRole
from storage.people import OnCase
from storage.waiting import Kind, waiting
from tests.bot.every_medium import drawn_everywhere

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
OAK = "OAK-417"


@dataclass
class Core:
    """What tests talk to: the one door, with a name where an account's id goes."""

    store: Store
    now: datetime = MONDAY
    people: dict[str, str] = field(default_factory=dict)
    requests: "count[int]" = field(default_factory=count)
    place: str = ""

    def __post_init__(self) -> None:
        self.day_one = DayOne(self.store, lambda: self.now)
        self.people |= {person.name: person.id for person in self.day_one.people()}

    def looks_up(self, miles_between: MilesBetween) -> None:
        """Distances are on from now."""
        self.day_one = replace(self.day_one, miles_between=miles_between)

    def hear(self, who: str, heard: Said | Filled | Changed, request: str = "") -> Outcome:
        """What is answered; all of it can be drawn in every medium."""
        there = replace(heard, place=heard.place or self.place)
        outcome = self.day_one.hear(self.people[who], there, request or f"request {next(self.requests)}")
        for shown in outcome.shown:
            drawn_everywhere(shown)
        return outcome

    def says(self, who: str, what: str) -> Outcome:
        return self.hear(who, Said(what))

    def fills(self, who: str, command: str, version: int = 0, **values: str) -> Outcome:
        return self.hear(who, Filled(command, values, version))

    def feed(self, who: str, reference: str = OAK) -> list[Post]:
        posts = self.day_one.feed(self.people[who], reference)
        for post in posts:
            drawn_everywhere(post.document)
        return posts

    def opens(self, who: str, what: str) -> Form:
        """The form that a command opens."""
        outcome = self.says(who, what)
        forms = [shown for shown in outcome.shown if isinstance(shown, Form)]
        assert len(forms) == 1, f"{who} says {what}\n{words(outcome)}"
        return forms[0]

    def sends(self, who: str, form: Form, values: Mapping[str, str], request: str = "") -> Outcome:
        """The form with these values put in, and the others as they stand."""
        whole = {**{each.name: each.value for each in form.shown}, **values}
        return self.hear(who, Filled(form.command, whole, form.version), request)

    def answers(self, who: str, what: str, values: Mapping[str, str]) -> Outcome:
        """Open a form, put these values in and send it. Nothing may be wrong with them."""
        outcome = self.sends(who, self.opens(who, what), values)
        assert not outcome.refused, words(outcome)
        return outcome

    @contextmanager
    def case(self, who: str = "Sam", reference: str = OAK) -> Iterator[TheCase]:
        """The case as it stands for somebody, in a transaction of theirs."""
        with self.store.transaction() as tx:
            found = the_case(self.turn(tx, who), reference)
            assert isinstance(found, TheCase), found
            yield found

    def turn(self, tx: Any, who: str) -> Turn:
        return door.turn_of(tx, UUID(self.people[who]), self.now)

    def plan(self, reference: str = OAK) -> Plan:
        """The plan as it stands."""
        with self.case(reference=reference) as found:
            return found.plan

    def joins_service(self, name: str, *roles: str) -> None:
        """Give somebody an account in the first service. No case names them."""
        with self.store.transaction() as tx:
            service = services.every(tx)[0]
            account = accounts.add(
                tx, service.id, chat="local", chat_id=name, roles=tuple(map(ServiceRole, roles)), name=name
            )
        self.people[name] = str(account.id)

    def names(self, name: str, role: Role = Role.OTHER, **more: Any) -> None:
        """Name somebody on the example case under an id like their name."""
        person, account = Person(name.lower(), name, role, **more), UUID(self.people[name])
        with self.store.transaction() as tx:
            case = cases.by_reference(tx, OAK)
            assert case
            people.add(tx, OnCase(case.id, person, account))

    def waiting(self, *chats: str) -> list[UUID]:
        """The notices that may be sent by now to people of these chats."""
        with self.store.transaction() as tx:
            found = waiting(tx, self.now, chats or ("local",))
        return [one.id for one in found if one.kind is Kind.NOTICE]

    def kept(self) -> dict[str, list[Any]]:
        """Everything in the database but what is half typed, as it is kept."""
        with self.store.transaction() as tx:
            tables = [table.name for table in METADATA.sorted_tables if table.name != "drafts"]
            rows = {name: tx.connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in tables}
        return {name: sorted(map(repr, found)) for name, found in rows.items()}


def words(outcome: Outcome) -> str:
    """All that somebody is shown."""
    return "\n\n".join(
        document_text(shown) if isinstance(shown, Document) else form_text(shown) for shown in outcome.shown
    )


def titles(outcome: Outcome) -> list[str]:
    return [shown.title for shown in outcome.shown]


def make_example(url: str, keys: Keyring, now: datetime = MONDAY) -> None:
    """A new database with the example case in it."""
    migrate(url)
    store = Store(url, keys)
    with store.transaction() as tx:
        open_example(tx, now)
    store.close()


@contextmanager
def core_of(url: str, keys: Keyring, now: datetime = MONDAY) -> Iterator[Core]:
    """A database with the example case in it, closed at the end."""
    store = Store(url, keys)
    try:
        yield Core(store, now)
    finally:
        store.close()


@contextmanager
def open_core(url: str, now: datetime = MONDAY) -> Iterator[Core]:
    """A new database with the example case in it, closed at the end."""
    keys = Keyring.from_text(make_key("test"))
    make_example(url, keys, now)
    with core_of(url, keys, now) as core:
        yield core
