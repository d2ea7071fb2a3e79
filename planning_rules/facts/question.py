"""A question: a fact as it is put once, about one adult where it is asked for each of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact

if TYPE_CHECKING:
    from planning_rules.plan import Plan


@dataclass(frozen=True)
class Question:
    """`person` is the id of the adult whom it is about, or "" where it is about no one of them."""

    fact: Fact[Any]
    person: str = ""

    @property
    def key(self) -> str:
        return self.fact.key_for(self.person)

    def is_called_for(self, plan: "Plan") -> bool:
        return self.fact.is_called_for(plan, self.person)

    def answer(self, plan: "Plan") -> Answer[Any]:
        """What was answered to it, *not asked* where it is no longer called for."""
        return plan.answer_to(self.fact, self.person)

    def words(self, plan: "Plan") -> str:
        """The question as it is put: about one adult, it begins with whom."""
        return self._about(plan, self.fact.question)

    def label(self, plan: "Plan") -> str:
        """Its name in the workers' plan, with whom it is about."""
        return self._about(plan, self.fact.label or self.fact.question)

    def _about(self, plan: "Plan", words: str) -> str:
        return f"{plan.called(self.person)}: {words}" if self.person else words
