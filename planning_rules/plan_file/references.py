"""What one part of a plan file says of another: whoever it names must be on the case."""

from collections.abc import Iterable, Iterator
from typing import Any

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.kinds import OnePerson
from planning_rules.plan import Plan
from planning_rules.text import nearest


def loose_ends(plan: Plan) -> Iterator[str]:
    """A fault for each id of a person, or key of a fact, that stands for nobody and nothing."""
    people = [person.id for person in plan.people]
    for place, named in _named(plan):
        if named not in people:
            yield f"{place}: {named[:60]!r} is nobody among the people{nearest_is(named, people)}."
    for number, action in enumerate(plan.actions):
        key = action.finds_out.partition("/")[0]
        if key and key not in FACTS:
            yield f"actions.{number}.finds_out: {key[:60]!r} is no fact{nearest_is(key, FACTS)}."


def nearest_is(word: str, known: Iterable[str]) -> str:
    """The end of a fault: "; the nearest is 'mum'"."""
    like = nearest(word, known)
    return f"; the nearest is {like!r}" if like else ""


def _named(plan: Plan) -> Iterator[tuple[str, str]]:
    for key, answer in plan.answers.items():
        yield from ((f"facts.{key}{place}", who) for place, who in _named_in(key, answer) if who)
    for number, action in enumerate(plan.actions):
        if action.owner:
            yield f"actions.{number}.owner", action.owner
    for number, waiver in enumerate(plan.waivers):
        yield f"waivers.{number}.by", waiver.by


def _named_in(key: str, answer: Answer[Any]) -> Iterator[tuple[str, str]]:
    yield ".said_by", answer.said_by
    yield ".typed_by", answer.typed_by
    yield ".not_known.who", answer.finds_out
    if isinstance(fact_of(key).kind, OnePerson):
        yield "", answer.value or ""
