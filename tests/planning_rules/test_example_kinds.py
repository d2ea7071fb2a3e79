"""A rule has an example of every kind that there can be of it: see `example_kinds.py`."""

import pytest

from planning_rules.gaps import RULES
from tests.planning_rules.example_kinds import OwnExamples
from tests.planning_rules.rule_examples import examples

EXAMPLES = examples()
# What no plan can show, with the reason. What can be shown after all is refused here.
CANNOT_BE = {
    "CHI07": {"fires in the stage first"},  # There is no plan to give before a first meeting has closed.
}


def own(code: str) -> OwnExamples:
    return OwnExamples(RULES[code], tuple(one for one in EXAMPLES if one.code == code))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_an_example_of_every_kind(code: str) -> None:
    assert set(own(code).missing()) == CANNOT_BE.get(code, set())


def test_every_example_belongs_to_a_rule() -> None:
    assert {example.code for example in EXAMPLES} == set(RULES)


@pytest.mark.parametrize("code", ["ACC01", "FAM03", "TIM07", "CON04"])
def test_no_kind_is_met_by_nothing(code: str) -> None:
    """Without the examples that are of a kind, that kind is missing."""
    whole = own(code)
    for kind, is_one in whole.needed():
        others = OwnExamples(whole.rule, tuple(one for one in whole.examples if not is_one(one)))
        needed = dict(others.needed())
        assert kind in others.missing() or kind not in needed
