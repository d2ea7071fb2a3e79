"""A rule that reads the clock gives another answer tomorrow: `day` is always passed in."""

import ast
import re

import pytest

from tests.guards.house import modules, place

TELLS_THE_TIME = re.compile(r"(^|\.)(date|datetime)\.(today|now|utcnow)$|^time\.")
IS_CHANCE = re.compile(r"^(random|secrets)\.|(^|\.)uuid[14]$")


def names_used(source: str) -> set[str]:
    """Every dotted name, and `from time import time` as `time.time`."""
    used = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute | ast.Name):
            used.add(ast.unparse(node))
        elif isinstance(node, ast.ImportFrom):
            used |= {f"{node.module}.{alias.name}" for alias in node.names}
    return used


def clock_or_chance(source: str) -> set[str]:
    return {name for name in names_used(source) if TELLS_THE_TIME.search(name) or IS_CHANCE.search(name)}


def test_planning_rules_read_no_clock_and_throw_no_dice() -> None:
    found = {place(file): clock_or_chance(file.read_text("utf8")) for file in modules("planning_rules")}
    assert {file: names for file, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "date.today()",
        "datetime.datetime.now(UTC)",
        "field(default_factory=date.today)",
        "time.time()",
        "from time import monotonic",
        "from uuid import uuid4",
        "uuid.uuid1()",
        "random.choice(names)",
        "from secrets import token_hex",
    ],
)
def test_a_clock_or_a_dice_is_found(source: str) -> None:
    assert clock_or_chance(source)


@pytest.mark.parametrize("source", ["day.today", "date(2026, 1, 5)", "plan.home.time", "UUID(text)"])
def test_a_day_passed_in_is_no_clock(source: str) -> None:
    assert not clock_or_chance(source)
