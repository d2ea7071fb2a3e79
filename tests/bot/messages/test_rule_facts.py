"""What a rule looks at is read from its code, and nothing that it looks at is missed."""

from bot.messages.rule_facts import facts_behind, thresholds_of
from planning_rules.checking import find_gaps
from planning_rules.rulebook import RULES
from tests.planning_rules.rule_examples import examples


def test_a_rule_asks_every_fact_that_its_gaps_are_about() -> None:
    for example in examples():
        for gap in find_gaps(example.plan, example.day):
            about = {key.partition("/")[0] for key in gap.about}
            assert about <= {fact.key for fact in facts_behind(gap.rule.code)}


def test_a_rule_brings_its_thresholds() -> None:
    assert [one.name for one in thresholds_of(RULES["ACC01"])] == ["address-agreed", "address-urgent"]


def test_nothing_stands_behind_a_rule_that_does_not_exist() -> None:
    assert facts_behind("XXX99") == ()
