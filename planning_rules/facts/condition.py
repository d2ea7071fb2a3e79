"""When a follow-up question is called for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planning_rules.facts.fact import Fact
    from planning_rules.plan import Plan


@dataclass(frozen=True)
class Condition:
    """`holds` tells, for a plan and the adult whom it is about; `facts` are those that it looks at."""

    holds: "Callable[[Plan, str], bool]"
    facts: "frozenset[Fact[Any]]"

    def __and__(self, other: "Condition") -> "Condition":
        return Condition(
            lambda plan, who: self.holds(plan, who) and other.holds(plan, who),
            self.facts | other.facts,
        )

    def __or__(self, other: "Condition") -> "Condition":
        return Condition(
            lambda plan, who: self.holds(plan, who) or other.holds(plan, who),
            self.facts | other.facts,
        )
