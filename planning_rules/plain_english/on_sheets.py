"""What workers typed that children and parents will read, and what of it is hard."""

import re
from collections.abc import Iterator
from typing import Any

from planning_rules.facts import FACTS
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import Line, Words
from planning_rules.facts.order import Order
from planning_rules.parts import Action, Role
from planning_rules.plain_english.checker import CHILD, check
from planning_rules.plain_english.marks import Mark
from planning_rules.plan import Plan

_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def _is_read(fact: Fact[Any]) -> bool:
    return isinstance(fact.kind, Words) and "{value}" in fact.child.get("given", "") and not fact.quoted


# What is open to named workers only is marked where they preview the sheet, and tells nobody else of itself.
READ_BY_CHILD: tuple[Fact[Any], ...] = tuple(fact for fact in FACTS.values() if _is_read(fact))
CHECKED = tuple(fact for fact in READ_BY_CHILD if not fact.is_private)
_PLACES = tuple(fact for fact in CHECKED if isinstance(fact.kind, Line))
LOOKED_AT = (*CHECKED, Order.setting, Agreement.hard_words)


def wanted_on(plan: Plan) -> frozenset[str]:
    """Words that pass as they are: those that a worker confirmed, and names of people and places here."""
    names = [name for person in plan.people for name in (person.name, person.organisation)]
    places = (plan.answer_to(fact).value or "" for fact in (*_PLACES, Order.setting))
    named = {
        word
        for text in (plan.first_name, *names, *places)
        for word in _NAME.findall(text)
        if word[0].isupper()
    }
    return frozenset(map(str.lower, named)) | confirmed(plan)


def confirmed(plan: Plan) -> frozenset[str]:
    """The words that a worker said are wanted on this child's sheets, in small letters."""
    return frozenset((plan.agreement.hard_words.value or "").lower().split("\n")) - {""}


def hard_in(plan: Plan, answer: Answer[str], wanted: frozenset[str]) -> list[Mark]:
    """What is hard in an answer; nothing in the child's and parents' own words."""
    if not answer.value or _is_own(plan, answer):
        return []
    fact = FACTS[answer.fact]
    return _faults(check(answer.value, CHILD, wanted, named=isinstance(fact.kind, Line)))


def hard_in_action(plan: Plan, action: Action, wanted: frozenset[str]) -> list[Mark]:
    """What is hard in an action that stands on a sheet: the child's, the family's, or meant for the child."""
    owner = plan.person(action.owner)
    is_own = owner is not None and not owner.is_professional
    if not action.is_owed or action.finds_out or not (action.for_child or is_own):
        return []
    return _faults(check(action.what, CHILD, wanted))


def _is_own(plan: Plan, answer: Answer[str]) -> bool:
    said_by = plan.person(answer.said_by)
    return said_by is not None and (said_by.role is Role.CHILD or said_by.is_family)


def _faults(marks: tuple[Mark, ...]) -> list[Mark]:
    return [mark for mark in marks if not mark.is_advice]


def told(marks: list[Mark]) -> Iterator[str]:
    """A line for each: the words, and what could stand instead."""
    for mark in marks:
        yield f"“{mark.words if mark.is_about_words else mark.words[:60]}”: {mark.suggestion}"
