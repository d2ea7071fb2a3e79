"""Every recommendation is accounted for: by rules, or by the reason why there is none."""

import re
from string import ascii_lowercase

import pytest

from planning_rules.gaps import RULES
from planning_rules.recommendations import RECOMMENDATIONS, Recommendation, answered
from planning_rules.sources import J

# As the report numbers them; of two the parts are ours to answer one by one.
PARTS = {18: ascii_lowercase[:5], 25: ascii_lowercase[:11]}
NAMES = [f"R{number}{part}" for number in range(1, 31) for part in PARTS.get(number, ("",))]


def named(name: str) -> Recommendation:
    return next(one for one in RECOMMENDATIONS if one.name == name)


def test_all_thirty_are_there_with_their_parts_in_order() -> None:
    assert [one.name for one in RECOMMENDATIONS] == NAMES


@pytest.mark.parametrize("one", RECOMMENDATIONS, ids=lambda one: one.name)
def test_each_has_rules_or_the_reason_that_there_is_none(one: Recommendation) -> None:
    assert bool(one.answered_by) is not bool(one.no_rule)
    assert one.subject
    assert one.to


@pytest.mark.parametrize("one", RECOMMENDATIONS, ids=lambda one: one.name)
def test_every_rule_that_is_named_for_it_exists(one: Recommendation) -> None:
    assert [code for code in one.rules if not any(rule.startswith(code) for rule in RULES)] == []


def test_every_recommendation_that_a_rule_cites_is_one_of_them() -> None:
    cited = {source for rule in RULES.values() for source in rule.sources if "-R" in source.place}
    assert cited <= {J(one.name) for one in RECOMMENDATIONS}


def test_a_rule_answers_what_it_cites_and_what_names_it_and_nothing_else() -> None:
    assert [one.name for one in answered(RULES["ACC08"])] == ["R2", "R20"]
    assert [one.name for one in answered(RULES["CON04"])] == ["R25f"]
    assert answered(RULES["MON03"]) == ()


def test_both_ways_say_the_same() -> None:
    forth = {(one.name, code) for one in RECOMMENDATIONS for code in one.answered_by}
    back = {(one.name, code) for code, rule in RULES.items() for one in answered(rule)}
    assert forth == back


def test_a_number_does_not_stand_for_one_that_begins_with_it() -> None:
    assert "ACC08" not in named("R20").rules
    assert named("R2").answered_by == ("ACC08",)


def test_what_each_is_about_takes_few_words() -> None:
    assert [one.name for one in RECOMMENDATIONS if len(re.findall(r"\w+", one.subject)) > 14] == []
