"""Each rule is right about its own examples."""

import pytest

from planning_rules.checking import find_gaps
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
