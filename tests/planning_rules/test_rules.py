"""Each rule is right about its own examples, and each has examples enough."""

from dataclasses import replace

import pytest

from planning_rules.checking import find_gaps
from planning_rules.gaps import RULES
from tests.planning_rules.checked import gaps
from tests.planning_rules.rule_examples import Example, examples

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.code}: {e.when} -> {e.gives}")
def test_an_example_gives_what_it_says(example: Example) -> None:
    found = {
        f"{gap.state} {gap.severity}"
        for gap in find_gaps(example.plan, example.day)
        if gap.rule.code == example.code
    }
    assert found == (set() if example.gives == "nothing" else {example.gives})


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_an_example_that_fires_and_one_that_stays_silent(code: str) -> None:
    gives = [example.gives for example in EXAMPLES if example.code == code]
    assert "nothing" in gives
    assert any(outcome.startswith("open") for outcome in gives)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_an_example_of_a_waiver(code: str) -> None:
    silenced = [e.plan for e in EXAMPLES if e.code == code and e.gives == "nothing" and e.plan.waivers]
    assert any(code in gaps(replace(plan, waivers=())) for plan in silenced)


def test_every_example_belongs_to_a_rule() -> None:
    assert {example.code for example in EXAMPLES} == set(RULES)
