"""Reading a plan file, with every fault named by where it stands and what is nearest to it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planning_rules.facts import STEPS
from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.facts.step import Step
from planning_rules.json_object import Unreadable, json_object
from planning_rules.on_record import Disagreement, Handing
from planning_rules.parts import Action, Meeting, Person, Waiver
from planning_rules.plan import Plan
from planning_rules.plan_file.answers import answer_from_json
from planning_rules.plan_file.references import loose_ends, nearest_is
from planning_rules.refusal import Refusal

FORMAT = "dayone-plan/1"
PARTS: dict[str, type] = {
    "people": Person,
    "meetings": Meeting,
    "actions": Action,
    "waivers": Waiver,
    "disagreements": Disagreement,
    "handings": Handing,
}
TEXTS = ("reference", "first_name")
KEYS = ("format", *TEXTS, *PARTS, "facts")


def read_plan(text: str) -> Plan:
    """Read a plan file. Raises Unreadable with every fault found."""
    return plan_from_json(json_object(text, "A plan file"))


def plan_from_json(kept: dict[str, Any]) -> Plan:
    """Build the plan from what json.loads gave. Raises Unreadable with every fault found."""
    faults = [*_strangers("", kept, KEYS)]
    if kept.get("format", FORMAT) != FORMAT:
        faults.append(f"format is {str(kept['format'])[:40]!r}; this program reads {FORMAT!r}.")
    parts: dict[str, Any] = {name: _parts(name, kept.get(name, []), faults) for name in PARTS}
    for name in ("people", "meetings", "actions"):
        faults.extend(_ids(name, [part.id for part in parts[name]]))
    texts = {name: kept.get(name, "") for name in TEXTS}
    faults.extend(f"{name}: must be text." for name, text in texts.items() if not isinstance(text, str))
    people = {person.id for person in parts["people"]}
    answers = dict(_answers(kept.get("facts", {}), people, faults))
    if faults:
        raise Unreadable(faults)
    plan = Plan(answers=answers, **texts, **parts)
    if faults := list(loose_ends(plan)):
        raise Unreadable(faults)
    return plan


def _parts(name: str, given: Any, faults: list[str]) -> tuple[Any, ...]:
    part = PARTS[name]
    try:
        return _reader(part).validate_json(json.dumps(given), strict=True)
    except ValidationError as error:
        faults.extend(
            _fault(name, part, fault) for fault in error.errors(include_url=False, include_input=False)
        )
        return ()


@cache
def _reader(part: type) -> TypeAdapter[tuple[Any, ...]]:
    """Made once: making it takes longer than reading a whole plan with it."""
    return TypeAdapter(tuple[part, ...])  # type: ignore[valid-type]


def _fault(name: str, part: type, fault: Any) -> str:
    place = ".".join(str(step) for step in (name, *fault["loc"]))
    if fault["type"] == "unexpected_keyword_argument":
        known = [field.name for field in fields(part)]
        return f"{place} is an unknown key{nearest_is(str(fault['loc'][-1]), known)}."
    return f"{place}: {fault['msg']}."


def _strangers(place: str, given: dict[str, Any], known: tuple[str, ...] | list[str]) -> Iterator[str]:
    for name in given:
        if name not in known:
            yield f"{place}{name[:60]} is an unknown key{nearest_is(name, known)}."


def _ids(name: str, ids: list[str]) -> Iterator[str]:
    for one, count in Counter(ids).items():
        if not one:
            yield f"{name}: an id is empty."
        elif count > 1:
            yield f"{name}: the id {one[:60]!r} is used {count} times."


def _answers(given: Any, people: set[str], faults: list[str]) -> Iterator[tuple[str, Answer[Any]]]:
    if not isinstance(given, dict):
        faults.append("facts must be an object with one object for each step.")
        return
    steps = {step.key: step for step in STEPS}
    faults.extend(_strangers("facts.", given, list(steps)))
    for step in STEPS:
        for key, read in _step(step, given.get(step.key, {}), people, faults):
            if isinstance(read, Refusal):
                faults.append(f"facts.{key}: {read.sentence}")
            elif read.is_asked:
                yield key, read


def _step(
    step: type[Step], given: Any, people: set[str], faults: list[str]
) -> Iterator[tuple[str, Answer[Any] | Refusal]]:
    if not isinstance(given, dict):
        faults.append(f"facts.{step.key} must be an object.")
        return
    facts = {fact.name: fact for fact in step.facts()}
    faults.extend(_strangers(f"facts.{step.key}.", given, list(facts)))
    for name, fact in facts.items():
        if name in given:
            yield from (
                _of_each(fact, given[name], people)
                if fact.each_adult
                else [(fact.key, answer_from_json(fact, fact.key, given[name]))]
            )


def _of_each(fact: Fact[Any], given: Any, people: set[str]) -> Iterator[tuple[str, Answer[Any] | Refusal]]:
    if not isinstance(given, dict):
        yield fact.key, Refusal("must be an object with the id of a person for each answer.")
        return
    for person, kept in given.items():
        key = fact.key_for(person)
        if person in people:
            yield key, answer_from_json(fact, key, kept)
        else:
            like = nearest_is(person, people)
            yield key[:100], Refusal(f"this is about nobody among the people{like}.")
