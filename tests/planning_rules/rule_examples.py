"""The examples that stand beside each file of rules, read into plans.

An example says what is special about it; the rest is an ordinary case: 20 weeks before release, at the
first meeting, with mum, a youth justice worker, a case worker and a manager. Its keys are

`when` (a sentence) · `gives` ("nothing", or state and severity: "open urgent") · `stage` (first, review,
release or after) · `weeks_to_release`, `days_to_release` or `release_on` · `elsewhere` (what each worker
typed into other children's plans) · facts as `home.address_agreed` · and people, meetings, actions and
the like as in a plan file. Unless an example says otherwise, whoever reads them has all plan sheets.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from planning_rules import gaps
from planning_rules.facts import STEPS
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan
from planning_rules.rulebook import Day
from tests.planning_rules.shared_wording import shared_wording

TODAY = date(2026, 3, 2)
FOLDER = Path(gaps.__file__).parent
PEOPLE = [
    {"id": "child", "name": "Robin", "role": "child"},
    {"id": "mum", "name": "Mum", "role": "parent", "phone": "01632 960 001"},
    {"id": "sam", "name": "Sam", "role": "youth justice worker", "lead": True},
    {"id": "alex", "name": "Alex", "role": "secure setting"},
    {"id": "morgan", "name": "Morgan", "role": "manager"},
]


@dataclass(frozen=True)
class Example:
    code: str
    when: str
    gives: str
    plan: Plan
    day: Day


@cache
def examples() -> tuple[Example, ...]:
    """Every example of every rule, in file order."""
    read: list[Example] = []
    for path in sorted(FOLDER.glob("*.toml")):
        for code, tables in tomllib.loads(path.read_text()).items():
            read += [_example(code, table) for table in tables]
    return tuple(read)


def _example(code: str, table: dict[str, Any]) -> Example:
    when, gives = table.pop("when"), table.pop("gives")
    elsewhere, plan = table.pop("elsewhere", {}), plan_of(table)
    return Example(code, when, gives, plan, Day(TODAY, shared_wording=shared_wording(plan, elsewhere)))


def plan_of(table: dict[str, Any]) -> Plan:
    """The ordinary case, changed by what `table` says."""
    facts = {step.key: table.pop(step.key, {}) for step in STEPS}
    stage = table.pop("stage", "first")
    release = _release(table)
    facts["order"].setdefault("middle_date", release)
    if stage == "after":
        facts["order"].setdefault("released_on", release)
    plan: dict[str, Any] = {"people": PEOPLE, "meetings": _meetings(stage), **table, "facts": facts}
    plan.setdefault("handings", _handings(plan["people"], plan["meetings"]))
    return read_plan(json.dumps(plan, default=date.isoformat))


def _release(table: dict[str, Any]) -> date:
    days = table.pop("days_to_release", None)
    weeks = table.pop("weeks_to_release", 20)
    on = table.pop("release_on", None)
    return on or TODAY + (timedelta(days=days) if days is not None else timedelta(weeks=weeks))


def _meetings(stage: str) -> list[dict[str, Any]]:
    first = {"id": "m1", "kind": "first", "on": TODAY, "opened": True}
    if stage == "first":
        return [first]
    earlier = {**first, "on": TODAY - timedelta(weeks=8), "closed_on": TODAY - timedelta(weeks=8)}
    return [earlier, {"id": "m2", "kind": stage, "on": TODAY, "opened": True}]


def _handings(people: list[dict[str, Any]], meetings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each sheet read aloud on the day on which its meeting closed."""
    readers = [person["id"] for person in people if person["role"] in ("child", "parent", "carer")]
    closed = [meeting for meeting in meetings if meeting.get("closed_on")]
    return [
        {"to": to, "meeting": of["id"], "on": of["closed_on"], "how": "read aloud", "by": people[-1]["id"]}
        for to in readers
        for of in closed
    ]
