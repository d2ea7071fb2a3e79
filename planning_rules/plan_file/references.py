"""What one part of a plan file says of another: whoever and whatever it names must be there."""

from collections.abc import Iterable, Iterator
from typing import Any

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.kinds import OnePerson
from planning_rules.plan import Plan
from planning_rules.text import nearest


def loose_ends(plan: Plan) -> Iterator[str]:
    """A fault for each id of a person or a meeting, or key of a fact, that stands for nobody and nothing."""
    people = [person.id for person in plan.people]
    for place, named in _named(plan):
        if named not in people:
            yield f"{place}: {named[:60]!r} is nobody among the people{nearest_is(named, people)}."
    for place, named in _facts(plan):
        key = named.partition("/")[0]
        if key not in FACTS:
            yield f"{place}: {key[:60]!r} is no fact{nearest_is(key, FACTS)}."
    meetings = [meeting.id for meeting in plan.meetings]
    for number, handing in enumerate(plan.handings):
        if handing.meeting not in meetings:
            like = nearest_is(handing.meeting, meetings)
            yield f"handings.{number}.meeting: {handing.meeting[:60]!r} is no meeting{like}."


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
    for number, disagreement in enumerate(plan.disagreements):
        yield from ((f"disagreements.{number}.between", who) for who in disagreement.between)
    for number, handing in enumerate(plan.handings):
        yield f"handings.{number}.to", handing.to
        yield f"handings.{number}.by", handing.by
        if handing.wrong_by:
            yield f"handings.{number}.wrong_by", handing.wrong_by


def _facts(plan: Plan) -> Iterator[tuple[str, str]]:
    for number, action in enumerate(plan.actions):
        if action.finds_out:
            yield f"actions.{number}.finds_out", action.finds_out
    for number, disagreement in enumerate(plan.disagreements):
        yield f"disagreements.{number}.fact", disagreement.fact


def _named_in(key: str, answer: Answer[Any]) -> Iterator[tuple[str, str]]:
    yield ".said_by", answer.said_by
    yield ".typed_by", answer.typed_by
    yield ".not_known.who", answer.finds_out
    if isinstance(fact_of(key).kind, OnePerson):
        yield "", answer.value or ""
