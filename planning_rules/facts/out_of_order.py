"""Dates of an order that cannot all be right: a sentence under the key of each that is asked again."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from planning_rules.dates import in_full
from planning_rules.facts.fact import Fact
from planning_rules.working_days import earlier_release

if TYPE_CHECKING:
    from planning_rules.plan import Plan


def out_of_order(plan: "Plan", in_order: Iterable[Fact[date]]) -> dict[str, str]:
    """Each comes on or after the one before it."""
    given = [(fact, day) for fact in in_order if (day := _given(plan, fact))]
    return {
        later.key: f"This is before “{earlier.label}”, {in_full(before)}. Please check both."
        for (earlier, before), (later, day) in pairwise(given)
        if day < before
    }


def outside_window(plan: "Plan", early: Fact[date], granted: Fact[date], late: Fact[date]) -> dict[str, str]:
    """A release is granted from the early date, or the day to which that may move, to the late date."""
    first, day, last = (_given(plan, fact) for fact in (early, granted, late))
    if day and first and day < (earlier_release(first, plan.order.nation.choice) or first):
        where = f"before “{early.label}”, {in_full(first)}"
    elif day and last and day > last:
        where = f"after “{late.label}”, {in_full(last)}"
    else:
        return {}
    return {granted.key: f"{in_full(day)} is {where}. Please check both."}


def _given(plan: "Plan", fact: Fact[date]) -> date | None:
    day: date | None = plan.answer(fact.key).value
    return day
