"""A disagreement is a gap about one answer: private where the answer is, and waived by itself."""

from typing import Any

import pytest

from planning_rules.behind import any_private, behind_action, behind_gap
from planning_rules.checking import find_gaps
from planning_rules.parts import Action
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY


def about(*keys: str, **more: Any) -> Plan:
    return plan(disagreements=[{"fact": key, "between": ["sam", "alex"]} for key in keys], **more)


@pytest.mark.parametrize(
    ("key", "private"), [("home.council", False), ("health.needs", True), ("attendance.took_part/mum", False)]
)
def test_the_gap_is_as_private_as_the_answer(key: str, private: bool) -> None:
    disagreed = about(key)
    found = gaps(disagreed)["AGY09"]
    assert found.is_private is private
    assert any_private(behind_gap(found, disagreed)) is private


@pytest.mark.parametrize(("key", "private"), [("home.council", False), ("health.needs", True)])
def test_an_action_made_of_the_gap_is_as_private_as_the_answer(key: str, private: bool) -> None:
    made = Action("a1", "Talk to each other", closes="AGY09", about=key)
    assert any_private(behind_action(made)) is private


def test_each_answer_that_workers_disagree_about_is_a_gap_of_its_own() -> None:
    waiver = {"rule": "AGY09", "reason": "wrong time", "words": "On Friday", "by": "sam", "on": TODAY}
    both = ("home.council", "home.address")
    left = about(*both, waivers=[{**waiver, "about": "home.council"}])
    found = [
        [gap.subject for gap in find_gaps(one, Day(TODAY)) if gap.rule.code == "AGY09"]
        for one in (about(*both), left)
    ]
    assert found == [["home.council", "home.address"], ["home.address"]]


def test_the_gap_says_between_whom_where_that_is_known() -> None:
    assert gaps(about("home.council"))["AGY09"].working == ("Between Sam and Alex.",)
    assert gaps(plan(disagreements=[{"fact": "home.council"}]))["AGY09"].working == ()


def test_that_the_answer_does_not_apply_is_itself_in_dispute() -> None:
    answered = {"council": {"does_not_apply": "Lives abroad"}}
    assert "AGY09" in gaps(about("home.council", home=answered))
