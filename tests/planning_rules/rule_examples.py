"""The examples that stand beside each file of rules, read into plans.

An example says what is special about it; the rest is an ordinary case: 20 weeks before release, at the
first meeting, with mum, a youth justice worker, a case worker and a manager. Its keys are

`when` (a sentence) · `gives` ("nothing", or state and severity: "open urgent") · `stage` (first, review,
release or after) · `weeks_to_release`, `days_to_release` or `release_on` · facts as `home.address_agreed` ·
and people, meetings, actions and waivers as in a plan file.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from planning_rules import gaps
from planning_rules.facts import STEPS
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan
from planning_rules.rulebook import Day

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


def examples() -> list[Example]:
    """Every example of every rule, in file order."""
    read: list[Example] = []
    for path in sorted(FOLDER.glob("*.toml")):
        for code, tables in tomllib.loads(path.read_text()).items():
            read += [_example(code, table) for table in tables]
    return read


def _example(code: str, table: dict[str, Any]) -> Example:
    when, gives = table.pop("when"), table.pop("gives")
    return Example(code, when, gives, plan_of(table), Day(TODAY))


def plan_of(table: dict[str, Any]) -> Plan:
    """The ordinary case, changed by what `table` says."""
    facts = {step.key: table.pop(step.key, {}) for step in STEPS}
    stage = table.pop("stage", "first")
    release = _release(table)
    facts["order"].setdefault("middle_date", release)
    if stage == "after":
        facts["order"].setdefault("released_on", release)
    plan = {"people": PEOPLE, "meetings": _meetings(stage), **table, "facts": facts}
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
