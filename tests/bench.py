"""`make bench`: what things cost, in milliseconds, as medians. Figures to read, and no test."""

import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from time import perf_counter

from bot.conversation.typed_dates import Near, read_typed
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.readers import Edition
from planning_rules.checking import find_gaps
from planning_rules.gaps import RULES
from planning_rules.plan_file import read_plan
from planning_rules.release_dates import worked_out
from planning_rules.rulebook import Day
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
    typed_dates()
    slack()
