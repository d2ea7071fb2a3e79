"""What several facts of one step have in common, said once: asked of whom, in which stages, and when."""

from typing import TypedDict

from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import Asked
from planning_rules.stages import Stage


class AskedAt(TypedDict):
    """Given to a declaration as `**…`, beside what it has of its own."""

    asked: Asked
    at: frozenset[Stage]


class CalledFor(AskedAt):
    """With the answer that calls for it."""

    when: Condition
