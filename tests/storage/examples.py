"""What the tests of storage put in: an ordinary case, and a case with a secret in every sealed field."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import TypeVar

from sqlalchemy import Connection

from planning_rules.counting.stretches import Stretch
from planning_rules.facts.answers import Answer, State
from planning_rules.on_record import Handing, How
from planning_rules.parts import Action, Contact, Meeting, MeetingKind, Person, Progress, Reason, Role, Waiver
from storage import (
    Transaction,
    accounts,
    actions,
    answers,
    cases,
    clashes,
    drafts,
    handings,
    installations,
    invitations,
    meetings,
    notices,
    people,
    posts,
    replies,
    services,
    told_counts,
    versions,
    waivers,
)
from storage.engine import make_engine
from storage.people import OnCase
from storage.told_counts import ToldCounts

T = TypeVar("T")
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 10, 30, 15, 123456, tzinfo=UTC)
MEETING = Meeting("m1", MeetingKind.FIRST, TODAY, opened=True)


class Interrupted(Exception):
    pass


@dataclass(frozen=True)
class Example:
    service: services.Service
    account: accounts.Account
    case: cases.Case


def ordinary_case(tx: Transaction, name: str = "Oakshire YOT", reference: str = "OAK-417") -> Example:
    service = services.add(tx, name)
    account = accounts.add(
        tx, service.id, chat="local", chat_id="sam", roles=("worker", "chair"), name="Sam Secret-Worker"
    )
    case = cases.add(tx, service.id, reference, created=TODAY, first_name="Secret-Robin", channel="C0417")
    meetings.add(tx, case.id, MEETING)
    return Example(service, account, case)


PERSON = Person(
    id="p2",
    name="Secret-Mum",
    role=Role.PARENT,
    organisation="Secret-Club",
    phone="Secret-01632 960 001",
    evenings=True,
    lead=True,
    sees=("health", "family"),
    contact=Contact.LIMITED,
    gets_sheet="Secret-by hand",
    ended_on=date(2026, 9, 1),
)
ACTION = Action(
    id="a1",
    what="Secret-ring the school",
    owner="p2",
    by=date(2026, 4, 1),
    progress=Progress.DECLINED,
    closes="ETE02",
    about="p2",
    finds_out="home.address",
    for_child=True,
    words="Secret-no time",
    since=TODAY,
    changed=date(2026, 3, 9),
    snoozed_until=date(2026, 3, 16),
)
WAIVER = Waiver(
    rule="ACC04",
    reason=Reason.NOT_OURS,
    words="Secret-the council's",
    by="p2",
    on=TODAY,
    by_manager=True,
    until=date(2026, 5, 1),
    about="p3",
)
HANDING = Handing(to="p2", meeting="m1", on=date(2026, 3, 9), how=How.READ_ALOUD, by="p1")
TAKEN_BACK = replace(HANDING, wrong_by="p1", wrong_because="Secret-it went to the High Street")
ADDRESS = Answer(
    State.GIVEN, "Secret-1 High Street", said_by="p2", typed_by="p1", on=TODAY, fact="home.address"
)
TOLD = ToldCounts("six", Stretch(date(2025, 1, 1), date(2025, 12, 31)), {"children": 23, "home.well": 15})
INSTALLATION = installations.Installation(
    "T0123ABCD", "Secret-xoxb-1", "B1", "U0BOT", ("chat:write", "commands"), "U0ADMIN", NOW
)
OTHER_ADDRESS = Answer(State.GIVEN, "Secret-2 Low Road", fact="home.address")
NEXT_STEP = Answer(
    State.GIVEN, "Secret-a worker from housing shows the flat near the High Street", fact="home.next_step"
)


def fill(tx: Transaction, example: Example) -> None:
    """At least one row in every table with a sealed field, and a secret in each."""
    case, account = example.case, example.account
    people.add(tx, OnCase(case.id, PERSON, account.id, confirmed=False))
    actions.add(tx, case.id, ACTION, account_id=account.id, at=NOW)
    waivers.add(tx, case.id, WAIVER)
    for handing in (HANDING, TAKEN_BACK):
        handings.add(tx, case.id, handing)
    for answer in (ADDRESS, NEXT_STEP):
        answers.record(tx, case.id, None, answer, account_id=account.id, at=NOW, version=1)
    clashes.add(tx, case.id, None, OTHER_ADDRESS, account_id=account.id, at=NOW, kept_version=1)
    versions.keep(tx, case.id, "m1", {"first_name": "Secret-Robin"}, version=1, day=TODAY, closed_at=NOW)
    drafts.keep(tx, account.id, drafts.Draft("new", {"first_name": "Secret-Robin"}, 0), NOW)
    replies.keep(tx, case.id, "m1", replies.Reply("p1", replies.Comes.PHONE, "Secret-01632"))
    posts.add(tx, case.id, "agenda", at=NOW, body={"text": ["Secret-agenda"]})
    notices.plan(tx, account.id, "word", "word 1", at=NOW, case_id=case.id, body="Secret-word")
    invitations.make(tx, case.id, "p3", at=NOW, expires=NOW)
    told_counts.keep(tx, example.service.id, TOLD)
    services.add(tx, "Elmshire", slack_team=INSTALLATION.team)
    installations.keep(tx, INSTALLATION)


@contextmanager
def raw(url: str) -> Iterator[Connection]:
    """The database as somebody without the keys has it. Commits."""
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def at_once(work: Callable[[int], T], threads: int = 8) -> list[T]:
    """What each thread's work gave, all having begun together."""
    ready = Barrier(threads)

    def begin(number: int) -> T:
        ready.wait()
        return work(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(begin, range(threads)))
