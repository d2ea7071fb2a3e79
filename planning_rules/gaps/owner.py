"""Who would do it: whether anybody is named who is still on the case."""

from planning_rules.facts.answers import Answer
from planning_rules.plan import Plan
from planning_rules.rulebook import Day


def is_nobody(plan: Plan, named: Answer[str], day: Day) -> bool:
    """True where nobody could be named, or whoever was named has left the case."""
    person = plan.person(named.value or "")
    return named.is_missing or (person is not None and not person.is_on(day.today))
