"""The core with the example case, on a Monday morning that never passes, and people by their first names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from bot.app import DayOne
from bot.conversation.heard import Changed, Filled, Outcome, Post, Said
from bot.use_cases.example import open_example
from storage import Keyring, Store, make_key, migrate

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@dataclass
class Core:
    """What tests talk to: the one door, with a name where an account's id goes."""

    store: Store
    day_one: DayOne
    people: dict[str, str]
    requests: "count[int]" = field(default_factory=count)

    def hear(self, who: str, heard: Said | Filled | Changed, request: str = "") -> Outcome:
        return self.day_one.hear(self.people[who], heard, request or f"request {next(self.requests)}")

    def says(self, who: str, text: str) -> Outcome:
        return self.hear(who, Said(text))

    def fills(self, who: str, command: str, version: int = 0, **values: str) -> Outcome:
        return self.hear(who, Filled(command, values, version))

    def feed(self, who: str, reference: str = "OAK-417") -> list[Post]:
        return self.day_one.feed(self.people[who], reference)


@contextmanager
def open_core(url: str, now: datetime = MONDAY) -> Iterator[Core]:
    """A new database with the example case in it, closed at the end."""
    migrate(url)
    store = Store(url, Keyring.from_text(make_key("test")))
    with store.transaction() as tx:
        open_example(tx, now)
    day_one = DayOne(store, lambda: now)
    try:
        yield Core(store, day_one, {person.name: person.id for person in day_one.people()})
    finally:
        store.close()
