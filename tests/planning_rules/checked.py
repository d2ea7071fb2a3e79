"""The ordinary case of the rules' examples, changed by what a test says, and checked."""

from datetime import date
from typing import Any

from planning_rules.checking import Gap, find_gaps
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.rule_examples import TODAY, plan_of


def plan(**table: Any) -> Plan:
    """The ordinary case, changed as in an example; `table` itself stays as it is."""
    return plan_of({key: dict(value) if isinstance(value, dict) else value for key, value in table.items()})


def gaps(plan: Plan, on: date = TODAY) -> dict[str, Gap]:
    """Its gaps by code."""
    return {gap.rule.code: gap for gap in find_gaps(plan, Day(on))}
