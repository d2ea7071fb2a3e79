"""What to ask next: of all that could be asked, only what is open, old or in doubt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from planning_rules.checking import Gap
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Asked, Fact
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.stages import Stage


@dataclass(frozen=True)
class Question:
    """A fact to be asked, about one adult (`person`) where it is asked for each."""

    fact: Fact[Any]
    person: str = ""

    @property
    def key(self) -> str:
        return self.fact.key_for(self.person)

    def words(self, plan: Plan) -> str:
        """The question as it is put: about one adult, it begins with whom."""
        return f"{plan.called(self.person)}: {self.fact.question}" if self.person else self.fact.question


def questions(plan: Plan, step: type[Step], now: frozenset[Stage], private: bool = False) -> list[Question]:
    """What this step asks in today's stages and as answered so far: its private questions, or all others.

    What is asked in the room comes first, then what workers may answer beforehand.
    """
    return [
        Question(fact, person)
        for fact in sorted(step.facts(), key=lambda fact: fact.asked is not Asked.ROOM)
        if fact.is_private is private and fact.asked is not Asked.COMPUTED and fact.at & now
        for person in ([adult.id for adult in plan.adults] if fact.each_adult else [""])
        if fact.is_called_for(plan, person)
    ]


def still_open(plan: Plan, asked: Iterable[Question], gaps: Iterable[Gap]) -> list[Question]:
    """Those that nobody answered, that nobody could answer, or whose answer leaves a gap."""
    doubtful = {key for gap in gaps for key in gap.about}
    return [question for question in asked if _is_open(plan.answer(question.key), question.key in doubtful)]


def _is_open(answer: Answer[Any], leaves_a_gap: bool) -> bool:
    return answer.state in (State.NOT_ASKED, State.NOT_KNOWN) or (leaves_a_gap and not answer.is_settled)
