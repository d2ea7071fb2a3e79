"""Whether the child turns 18 while something lasts: for questions that only then are asked."""

from datetime import date
from typing import TYPE_CHECKING

from planning_rules.ages import birthday

if TYPE_CHECKING:
    from planning_rules.plan import Plan

ADULT = 18


def in_custody(plan: "Plan", _person: str) -> bool:
    """From the sentence up to the day of release, on which nobody has to be passed on inside any more."""
    born, release = plan.order.born.value, plan.earliest_release
    if born is None or release is None:
        return False
    return (plan.order.sentenced_on.value or date.min) < birthday(born, ADULT) < release


def maybe_before_the_end(plan: "Plan", _person: str) -> bool:
    """By the last day of the order, or whenever that is."""
    born, end = plan.order.born.value, plan.order.end_date.value
    return born is not None and (end is None or birthday(born, ADULT) <= end)


def before_the_end(plan: "Plan", _person: str) -> bool:
    """By the last day of the order. A long sentence that has none outlasts any birthday."""
    born, end = plan.order.born.value, plan.order.end_date.value
    if born is None:
        return False
    return plan.order.kind.choice == "long" if end is None else birthday(born, ADULT) <= end
