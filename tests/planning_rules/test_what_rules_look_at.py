"""A rule looks at what it declares that it asks and measures by, so that nothing private slips out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.fact import Fact
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.gaps import RULES, THRESHOLDS, asked_by
from planning_rules.rulebook import Day
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY, examples

# Every rule may count from the day of release.
ALWAYS_KNOWN = {Order.kind, Order.early_date, Order.middle_date, Order.granted_date, Order.released_on}


class Recorded(Mapping[str, Any]):
    """A mapping that keeps which of its keys were looked up."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self.kept, self.read = kept, set[str]()

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return self.kept[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a rule looks up what it asks, and goes through nothing else")

    def __len__(self) -> int:
        return len(self.kept)


def with_what_calls_for_them(facts: Iterable[Fact[Any]]) -> set[Fact[Any]]:
    found = set(facts)
    for fact in facts:
        found |= with_what_calls_for_them(fact.when.facts if fact.when else ())
    return found


def looked_at() -> tuple[dict[str, set[Fact[Any]]], dict[str, set[str]]]:
    """The facts, and the names of the thresholds, that each rule looked at in any example of any rule."""
    facts: dict[str, set[Fact[Any]]] = defaultdict(set)
    thresholds: dict[str, set[str]] = defaultdict(set)
    for example in examples():
        for code, rule in RULES.items():
            answers, service = Recorded(example.plan.answers), Recorded({})
            list(rule.check(replace(example.plan, answers=answers), Day(TODAY, service)))
            facts[code] |= {fact_of(key) for key in answers.read}
            thresholds[code] |= service.read
    return facts, thresholds


FACTS_READ, THRESHOLDS_READ = looked_at()
FOUND = [gap for example in examples() for gap in gaps(example.plan).values()]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_looks_at_no_fact_but_those_that_it_declares(code: str) -> None:
    declared = with_what_calls_for_them(RULES[code].asks) | ALWAYS_KNOWN
    assert {fact.key for fact in FACTS_READ[code] - declared} == set()


@pytest.mark.parametrize("code", RULES)
def test_a_rule_declares_no_fact_that_it_never_looks_at(code: str) -> None:
    assert {fact.key for fact in set(RULES[code].asks) - FACTS_READ[code]} == set()


@pytest.mark.parametrize("code", RULES)
def test_a_rule_measures_by_the_thresholds_that_it_declares(code: str) -> None:
    local = {threshold.name for threshold in RULES[code].thresholds if threshold.may_be_set}
    assert THRESHOLDS_READ[code] == local


@pytest.mark.parametrize("code", RULES)
def test_a_gap_is_about_facts_that_its_rule_asks(code: str) -> None:
    about = {fact_of(key) for gap in FOUND if gap.rule.code == code for key in gap.about}
    assert about <= set(RULES[code].asks)


def test_a_rule_that_looks_at_anything_private_is_private_and_so_are_its_gaps() -> None:
    private = {code for code, read in FACTS_READ.items() if any(fact.is_private for fact in read)}
    assert {code for code, rule in RULES.items() if rule.is_private} == private
    found = gaps(plan(stage="review", health={"needs": ["mental"], "mental_health_booked": "no"}))
    assert found["HLT02"].is_private


def test_no_question_that_others_may_see_is_called_for_by_a_private_answer() -> None:
    called_for = {fact: with_what_calls_for_them([fact]) for fact in FACTS.values() if not fact.is_private}
    assert [fact.key for fact, by in called_for.items() if any(other.is_private for other in by)] == []


def test_what_a_code_asks_is_known_by_the_code_and_no_code_asks_nothing() -> None:
    assert asked_by("ACC02") == (Home.council,)
    assert Health.needs in asked_by("CON03")
    assert asked_by("XXX99") == ()


def test_every_threshold_says_its_amount_and_where_it_comes_from() -> None:
    said = {one.spoken: one.source.short for one in THRESHOLDS.values()}
    assert said["50 miles"] == "J¶3.34"
    assert said["2 months"] == said["8 weeks"] == "L"
