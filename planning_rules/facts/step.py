"""A step: one topic of a meeting, with the facts declared in its class and the answers in its instance."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact

T = TypeVar("T")


class Step:
    """A subclass declares its titles, who `speaks` first, and its facts in the order asked."""

    key: ClassVar[str]
    title: ClassVar[str]
    child_title: ClassVar[str] = ""
    speaks: ClassVar[str] = ""
    icon: ClassVar[str] = ""

    def __init__(self, answers: Mapping[str, Answer[Any]] | None = None) -> None:
        self.answers = answers or {}

    def answer(self, fact: Fact[T], person: str = "") -> Answer[T]:
        """What was answered to `fact`, about `person` for a fact of each adult."""
        key = fact.key_for(person)
        return self.answers.get(key) or Answer(fact=key)

    @classmethod
    def facts(cls) -> list[Fact[Any]]:
        return [fact for fact in vars(cls).values() if isinstance(fact, Fact)]

    @classmethod
    def has_private(cls) -> bool:
        return any(fact.is_private for fact in cls.facts())
