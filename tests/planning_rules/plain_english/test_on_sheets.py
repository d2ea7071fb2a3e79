"""What of a plan is checked: what workers typed for children and parents, without names and own words."""

from typing import Any

import pytest

from planning_rules.plain_english.on_sheets import READ_BY_CHILD, hard_in, hard_in_action, wanted_on
from planning_rules.plan import Plan
from tests.planning_rules.checked import gaps, plan

ROLE = "Mum will support engagement"
MEDIATE = {"id": "a1", "what": "Discuss mediation", "owner": "sam", "for_child": True}


def hard(made: Plan) -> list[str]:
    wanted = wanted_on(made)
    answers = [mark for fact in READ_BY_CHILD for mark in hard_in(made, made.answer_to(fact), wanted)]
    return [mark.words for mark in answers]


def hard_actions(**changed: Any) -> list[str]:
    made = plan(actions=[{**MEDIATE, **changed}])
    return [mark.words for one in made.actions for mark in hard_in_action(made, one, frozenset())]


@pytest.mark.parametrize(("said_by", "found"), [("sam", ["engagement"]), ("mum", []), ("child", [])])
def test_what_the_child_and_parents_said_is_exempt(said_by: str, found: list[str]) -> None:
    assert hard(plan(family={"parents_role": {"answer": ROLE, "said_by": said_by}})) == found


def test_the_childs_quoted_words_are_exempt() -> None:
    assert hard(plan(child={"wants": "I want mediation ASAP"})) == []


def test_names_of_people_of_their_organisations_and_of_places_pass() -> None:
    people = [
        {"id": "child", "name": "Robin", "role": "child"},
        {"id": "z", "name": "Zbigniew", "role": "health", "organisation": "Fernbrook Clinic"},
    ]
    order = {"setting": "Wetherby House"}
    for name in ("Zbigniew", "Fernbrook", "Wetherby"):
        role = {"parents_role": f"{name} rings Mum"}
        assert hard(plan(people=people, order=order, family=role)) == []
        assert hard(plan(family=role)) == [name]


def test_a_place_may_have_any_name() -> None:
    place = {"planned": "college", "place": "Agricultural Institute, via ABC"}
    assert hard(plan(stage="review", education=place)) == ["via"]


@pytest.mark.parametrize(
    "changed",
    [
        {"for_child": False},
        {"progress": "confirmed"},
        {"progress": "skipped"},
        {"finds_out": "home.address"},
    ],
)
def test_an_action_that_stands_on_no_sheet_is_not_checked(changed: dict[str, Any]) -> None:
    assert hard_actions(**changed) == []


@pytest.mark.parametrize(
    "changed", [{}, {"owner": "child", "for_child": False}, {"owner": "mum", "for_child": False}]
)
def test_an_action_that_family_reads_is_checked(changed: dict[str, Any]) -> None:
    assert hard_actions(**changed) == ["mediation"]


def test_a_passive_is_no_gap() -> None:
    assert "PLN02" not in gaps(plan(family={"parents_role": "You will be met by Mum"}))


def test_a_gap_says_what_is_hard_and_what_could_stand_instead_and_is_open_to_all() -> None:
    found = gaps(plan(family={"parents_role": ROLE}))["PLN02"]
    assert found.about == ("family.parents_role",)
    assert found.working == ("“engagement”: Say “taking part”.",)
    assert not found.is_private


def test_a_place_that_only_named_workers_see_may_have_any_name_too() -> None:
    health = {"needs": ["physical"], "physical_follow_up": "yes", "physical_with": "Agricultural, ABC"}
    assert hard(plan(stage="review", health=health)) == []


def test_what_only_named_workers_see_is_no_gap_that_others_see() -> None:
    health = {"needs": ["physical"], "physical_follow_up": "yes", "physical_with": "The catheter team"}
    made = plan(stage="review", health=health)
    assert hard(made) == ["catheter"]
    assert "PLN02" not in gaps(made)
