"""What of an answer decided: of several ticks those from which the gap follows, and no other."""

from typing import Any

import pytest

from planning_rules.behind import that_decided
from planning_rules.rulebook import Day
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY

SEVERAL_RISKS: dict[str, Any] = {
    "known": ["self_harm", "exploitation", "missing", "victim"],
    "self_harm_plan": "no",
    "exploitation_plan": "no",
    "if_missing": "no",
    "victims_safe": ["address", "travel"],
}
WARNED: dict[str, Any] = {
    "address_agreed": "yes",
    "warning_signs": ["broke_down_before", "difficult", "concern"],
}


def decided(code: str, key: str, **table: Any) -> Any:
    case = plan(stage="release", weeks_to_release=5, **table)
    return that_decided(gaps(case)[code], key, case, Day(TODAY)).value


@pytest.mark.parametrize(
    ("code", "key", "ticks"),
    [
        ("HLT08", "safety.known", ("self_harm",)),
        ("RSK10", "safety.known", ("exploitation",)),
        ("RSK11", "safety.known", ("exploitation", "missing")),
        ("RSK03", "safety.known", ("victim",)),
        ("RSK03", "safety.victims_safe", ("address", "travel")),
    ],
)
def test_a_gap_about_one_risk_names_no_other(code: str, key: str, ticks: tuple[str, ...]) -> None:
    assert decided(code, key, safety=SEVERAL_RISKS) == ticks


@pytest.mark.parametrize(
    ("code", "ticks"), [("ACC06", ("broke_down_before", "difficult")), ("ACC12", ("concern",))]
)
def test_each_of_two_gaps_names_its_own_ticks_of_one_answer(code: str, ticks: tuple[str, ...]) -> None:
    assert decided(code, "home.warning_signs", home=WARNED, plan_b={"home": "no"}) == ticks


def test_what_has_no_ticks_stands_as_it_was_answered() -> None:
    case = plan(stage="release", weeks_to_release=5, safety=SEVERAL_RISKS)
    gap = gaps(case)["HLT08"]
    assert that_decided(gap, "safety.self_harm_plan", case, Day(TODAY)) == case.safety.self_harm_plan
    unsure = plan(stage="release", family={"visits_plan": "no", "miles_from_home": 80})
    far = gaps(unsure)["FAM03"]
    assert that_decided(far, "family.miles_from_home", unsure, Day(TODAY)).value == 80
