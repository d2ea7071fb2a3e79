"""What a gap or an action gives away: the facts that stand behind it."""

from collections.abc import Iterable
from typing import Any

from planning_rules.checking import Gap
from planning_rules.facts import fact_of
from planning_rules.facts.fact import Fact
from planning_rules.gaps import asked_by
from planning_rules.parts import Action
from planning_rules.plan import Plan


def behind_action(action: Action) -> list[Fact[Any]]:
    """The facts that an action gives away: those of the rule that it closes, and what it finds out."""
    found = [fact_of(action.finds_out)] if action.finds_out else []
    return [*asked_by(action.closes), *found]


def behind_gap(gap: Gap, plan: Plan) -> list[Fact[Any]]:
    """The facts that a gap gives away, with those of the action that it is about."""
    its_action = [behind_action(action) for action in plan.actions if action.id == gap.action]
    return [*gap.rule.asks, *(fact for facts in its_action for fact in facts)]


def any_private(facts: Iterable[Fact[Any]]) -> bool:
    """True where one of them is open to named workers only."""
    return any(fact.is_private for fact in facts)
