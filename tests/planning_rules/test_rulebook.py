"""Every rule of the rulebook is here as it stands there; and each rule says what a worker needs of it."""

import re
import tomllib
from pathlib import Path

import pytest

from planning_rules import stages as s
from planning_rules.checking import as_said_in_chat, find_gaps
from planning_rules.gaps import RULES
from planning_rules.rulebook import Day
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY

RULEBOOK = tomllib.loads((Path(__file__).parent / "rulebook.toml").read_text("utf8"))
STAGES = {
    "always": s.ALWAYS,
    "before release": s.BEFORE_RELEASE,
    "first": s.FIRST_ONLY,
    "review on": s.REVIEW_ON,
    "review": frozenset({s.Stage.REVIEW}),
    "review on, and after release": s.REVIEW_ON | s.AFTER_RELEASE,
    "release": s.AT_RELEASE,
    "release, and after it": s.AT_RELEASE | s.AFTER_RELEASE,
    "after release": s.AFTER_RELEASE,
}
LONGEST_SENTENCE = 30


def test_every_rule_of_the_rulebook_is_here() -> None:
    listed = [code for rules in RULEBOOK.values() for code in rules]
    assert set(listed) <= set(RULES)
    assert len(set(listed)) == len(listed) == 124


@pytest.mark.parametrize("when", RULEBOOK)
def test_a_rule_has_its_name_its_stages_and_its_severity(when: str) -> None:
    ours = {code: (RULES[code].name, RULES[code].severity, RULES[code].stages) for code in RULEBOOK[when]}
    assert ours == {code: (*row, STAGES[when]) for code, row in RULEBOOK[when].items()}


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_the_fault_the_reason_and_what_closes_it_in_whole_plain_sentences(code: str) -> None:
    rule = RULES[code]
    for said in (rule.says, rule.why, rule.closes_when):
        sentences = re.split(r"(?<=[.?!]) ", said)
        assert said[0].isupper()
        assert said[-1] == "."
        assert max(len(sentence.split()) for sentence in sentences) <= LONGEST_SENTENCE
        assert not re.search(r"n't|\b[A-Z]{3}\d\d\b|\b[a-z]+_[a-z]+\b|  |\n", said)
    assert rule.why not in (rule.says, rule.closes_when)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_who_could_close_it_and_where_it_comes_from(code: str) -> None:
    assert re.fullmatch(r"[a-z][^.]+", RULES[code].closed_by)
    assert RULES[code].sources
    assert len(set(RULES[code].sources)) == len(RULES[code].sources)


def test_a_home_that_may_fail_is_said_in_chat_in_place_of_the_plan_b_that_it_lacks() -> None:
    assert {code: rule.absorbs for code, rule in RULES.items() if rule.absorbs} == {"ACC06": "CON01"}
    feared = {"address_agreed": "yes", "warning_signs": ["fear"]}
    found = find_gaps(plan(stage="review", home=feared, plan_b={"home": "no"}), Day(TODAY))
    assert [gap.rule.code for gap in found] == ["ACC06", "CON01"]
    assert [gap.rule.code for gap in as_said_in_chat(found)] == ["ACC06"]
