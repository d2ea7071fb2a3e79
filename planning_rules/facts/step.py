"""A step: one topic of a meeting, with the facts declared in its class and the answers in its instance."""

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.stages import Stage

if TYPE_CHECKING:
    from planning_rules.plan import Plan

T = TypeVar("T")


class Step:
    """A subclass declares its titles, who `speaks` first, and its facts in the order asked."""

    key: ClassVar[str]
    title: ClassVar[str]
    child_title: ClassVar[str] = ""
    speaks: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    the_child_speaks: ClassVar[bool] = False

    def __init__(self, plan: "Plan") -> None:
        self.plan = plan

    def answer(self, fact: Fact[T], person: str = "") -> Answer[T]:
        """What was answered to `fact` where it is called for, about `person` for a fact of each adult."""
        return self.plan.answer_to(fact, person)

    @classmethod
    def facts(cls) -> list[Fact[Any]]:
        return [fact for fact in vars(cls).values() if isinstance(fact, Fact)]

    @classmethod
    def faults(cls, plan: "Plan") -> dict[str, str]:
        """What cannot be so, as the plan now reads: a sentence under the key of each fact to look at."""
        return {}

    @classmethod
    def is_asked_at(cls, now: frozenset[Stage]) -> bool:
        """True where anything of it is asked in today's stages, whatever is answered."""
        return any(fact.at & now for fact in cls.facts())

    @classmethod
    def has_private(cls) -> bool:
        return any(fact.is_private for fact in cls.facts())
