"""What a manager found when looking back, as it is counted."""

from typing import Any

import pytest

from planning_rules.counting.outcomes import LOOKS_BACK, found
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.looking_back import LookingBack
from planning_rules.plan import Plan

EARLY, LATE = LOOKS_BACK


def plan(**answered: Any) -> Plan:
    looked = {f"after.{name}": State.YES for name in ("early_look_back", "late_look_back")}
    facts = {f"looking_back.{name}": value for name, value in answered.items()}
    return Plan(answers={key: answer(key, value) for key, value in {**looked, **facts}.items()})


def answer(key: str, value: Any) -> Answer[Any]:
    return Answer(value, fact=key) if isinstance(value, State) else Answer(State.GIVEN, value, fact=key)


@pytest.mark.parametrize(
    ("answered", "counted"),
    [
        ({"early_home": "planned"}, {"home.known", "home.well"}),
        ({"early_home": "unsettled"}, {"home.known"}),
        ({"early_home": State.NOT_KNOWN}, set()),
        ({"early_home": State.DOES_NOT_APPLY}, set()),
        ({"early_custody": State.NO}, {"custody.known", "custody.well"}),
        ({"early_custody": State.YES}, {"custody.known"}),
        ({"early_substances": "better"}, {"substances.known", "substances.well"}),
        ({"early_did": ("yot", "health")}, {"did.yot", "did.health"}),
        ({"early_did_not": ("none",)}, set()),
        ({"late_home": "planned"}, set()),
    ],
)
def test_what_is_known_and_what_went_well(answered: dict[str, Any], counted: set[str]) -> None:
    assert set(found(EARLY, plan(**answered))) == counted


def test_six_months_is_told_apart_from_three() -> None:
    assert set(found(LATE, plan(late_home="elsewhere"))) == {"home.known", "home.well"}


def test_where_nobody_looked_back_nothing_is_known() -> None:
    looked = plan(early_home="planned")
    nobody = Plan(
        answers={**looked.answers, "after.early_look_back": answer("after.early_look_back", State.NO)}
    )
    assert list(found(EARLY, nobody)) == []


def test_every_option_that_is_well_is_one_that_is_offered() -> None:
    for look in LOOKS_BACK:
        for outcome in look.outcomes:
            assert set(outcome.well) < set(outcome.fact.options) or not outcome.fact.options


def test_nothing_of_it_reads_to_the_child_or_stands_on_a_sheet() -> None:
    assert not any(fact.child or fact.shown for fact in LookingBack.facts())


def test_health_and_substance_use_are_private() -> None:
    private = {fact.name for fact in LookingBack.facts() if fact.is_private}
    assert private == {"early_health", "early_substances", "late_health", "late_substances"}
