"""`make bench`: what things cost, in milliseconds, as medians. Figures to read, and no test."""

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from uuid import UUID

from bot.conversation.typed_dates import Near, read_typed
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.readers import Edition
from planning_rules.checking import find_gaps
from planning_rules.facts.answers import Answer, State
from planning_rules.gaps import RULES
from planning_rules.plan_file import read_plan
from planning_rules.release_dates import worked_out
from planning_rules.rulebook import Day
from storage import (
    Keyring,
    Store,
    Transaction,
    accounts,
    answers,
    cases,
    copied,
    make_key,
    migrate,
    services,
)
from tests.bot.chat.slack.in_slack import open_in_slack
from tests.bot.core import MONDAY, OAK, open_core

TODAY = MONDAY.date()


def median(work: Callable[[], object], times: int = 200) -> float:
    """Of one call, in milliseconds, once warm."""
    work()
    took = []
    for _ in range(times):
        start = perf_counter()
        work()
        took.append(perf_counter() - start)
    return statistics.median(took) * 1000


def say(what: str, took: float) -> None:
    sys.stdout.write(f"{took:9.2f} ms  {what}\n")


def plans() -> None:
    text = (files("planning_rules") / "examples" / "oak_417.json").read_text(encoding="utf-8")
    plan = read_plan(text)
    say("read a plan file", median(lambda: read_plan(text)))
    say(f"check it with {len(RULES)} rules", median(lambda: find_gaps(plan, Day(TODAY))))
    say("work out its dates", median(lambda: worked_out(plan)))
    say("make the child's sheet", median(lambda: child_sheet(plan, TODAY, Edition.FULL)))


def copied_wording() -> None:
    """Of one plan among few and among many: where nobody else has its words, and where all have."""
    for number in (100, 400):
        for alike in (False, True):
            with tempfile.TemporaryDirectory() as folder, open_plans(folder, number, alike) as (tx, case_id):
                took = median(partial(copied.in_other_plans, tx, case_id))
                say(f"look for a plan's wording in {number} {'like it' if alike else 'others'}", took)


@contextmanager
def open_plans(folder: str, number: int, alike: bool) -> Iterator[tuple[Transaction, UUID]]:
    """So many cases, of which each plan has four answers of 40 words; with one of them."""
    url = f"sqlite:///{Path(folder) / 'bench'}"
    migrate(url)
    store = Store(url, Keyring.from_text(make_key("bench")))
    with store.transaction() as tx:
        service = services.add(tx, "Oakshire")
        sam = accounts.add(tx, service.id, chat="local", chat_id="sam", roles=(), name="Sam")
        for one in range(number):
            case = cases.add(tx, service.id, f"OAK-{one}", created=TODAY)
            for fact in RULES["PLN01"].asks[:4]:
                words = " ".join(spelt(word if alike else one * 40 + word) for word in range(40))
                given = Answer(State.GIVEN, f"{fact.name} {words}", fact=fact.key)
                answers.record(tx, case.id, None, given, account_id=sam.id, at=MONDAY, version=1)
        yield tx, case.id
    store.close()


def spelt(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def typed_dates() -> None:
    start = perf_counter()
    read_typed("17 April", TODAY, Near.COMING)
    say("read a typed date, the first", (perf_counter() - start) * 1000)
    say("read a typed date, the next", median(lambda: read_typed("Friday week", TODAY, Near.COMING)))


def slack() -> None:
    """With SQLite, and a Slack on loopback that answers at once."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_core(f"sqlite:///{Path(folder) / 'bench'}") as core,
        open_in_slack(core) as here,
    ):
        sam = here.people["Sam"]

        def types(text: str) -> None:
            core.now += timedelta(seconds=1)
            sam.types(text)
            sam.closes(everything=True)

        say("a signed command in Slack: help", median(lambda: types("/dto help"), 50))
        say("a signed command in Slack: gaps", median(lambda: types(f"/dto gaps {OAK}"), 50))
        say("a signed command in Slack: a step", median(lambda: types(f"/dto step {OAK} home"), 50))


if __name__ == "__main__":
    plans()
    copied_wording()
    typed_dates()
    slack()
