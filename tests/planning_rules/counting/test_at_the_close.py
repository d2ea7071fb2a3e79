"""What had become of a gap when a meeting closed."""

from typing import Any

import pytest

from planning_rules.counting.at_the_close import Fate, fates
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY

WANTS_ELSEWHERE = {"living_with": "care", "child_wants": "different", "difference_explained": "no"}
WAIVER = {"rule": "ACC07", "reason": "not ours", "words": "The panel", "by": "sam", "on": "2026-02-20"}
ACTION = {"id": "a1", "what": "Explain", "owner": "sam", "by": "2026-03-09", "closes": "ACC07"}


def of(plan: Plan, code: str = "ACC07", meeting: str = "m1") -> list[Fate]:
    return [fate for gap, fate in fates(plan, meeting, Day(TODAY)) if gap.rule.code == code]


def closed(**more: Any) -> Plan:
    """The first meeting closed today, with the child's wish unexplained."""
    meeting = {"id": "m1", "kind": "first", "on": TODAY, "closed_on": TODAY}
    return plan(**{"home": WANTS_ELSEWHERE, "meetings": [meeting], **more})


def test_it_is_ignored_where_nothing_was_decided() -> None:
    assert of(closed()) == [Fate.IGNORED]


def test_it_is_waived_while_the_waiver_holds() -> None:
    assert of(closed(waivers=[WAIVER])) == [Fate.WAIVED]
    assert of(closed(waivers=[{**WAIVER, "until": TODAY}])) == [Fate.WAIVED]
    assert of(closed(waivers=[{**WAIVER, "until": "2026-03-01"}])) == [Fate.IGNORED]
    assert of(closed(waivers=[{**WAIVER, "rule": "ACC02"}])) == [Fate.IGNORED]


@pytest.mark.parametrize(
    ("progress", "fate"),
    [
        ("offered", Fate.TAKEN_UP),
        ("accepted", Fate.TAKEN_UP),
        ("done", Fate.TAKEN_UP),
        ("declined", Fate.IGNORED),
        ("skipped", Fate.IGNORED),
    ],
)
def test_it_is_taken_up_where_an_action_would_close_it(progress: str, fate: Fate) -> None:
    assert of(closed(actions=[{**ACTION, "progress": progress}])) == [fate]
    assert of(closed(actions=[{**ACTION, "progress": progress, "closes": "ACC02"}])) == [Fate.IGNORED]


@pytest.mark.parametrize(
    ("progress", "fate"), [("accepted", Fate.TAKEN_UP), ("done", Fate.TAKEN_UP), ("skipped", Fate.IGNORED)]
)
def test_it_is_taken_up_where_somebody_finds_out_what_it_lacks(progress: str, fate: Fate) -> None:
    finds_out = {**ACTION, "closes": "", "finds_out": "home.difference_explained", "progress": progress}
    assert of(closed(actions=[finds_out])) == [fate]
    assert of(closed(actions=[{**finds_out, "finds_out": "home.council"}])) == [Fate.IGNORED]


def test_what_is_closed_was_no_gap() -> None:
    assert of(closed(home={**WANTS_ELSEWHERE, "difference_explained": "yes"})) == []
    confirmed = {**ACTION, "progress": "confirmed", "changed": TODAY}
    assert of(closed(actions=[confirmed])) == []


def test_what_is_to_come_was_no_gap_yet() -> None:
    assert of(closed(home={"address_agreed": "no"}), "ACC01") == []
    waived = [{**WAIVER, "rule": "ACC01"}]
    assert of(closed(home={"address_agreed": "no"}, waivers=waived), "ACC01") == []
    assert of(closed(home={"address_agreed": "no"}, weeks_to_release=6), "ACC01") == [Fate.IGNORED]


def test_what_another_gap_says_better_was_not_said() -> None:
    held = {"id": "m1", "kind": "first", "on": "2026-01-05", "closed_on": "2026-01-05"}
    review = {"id": "m2", "kind": "review", "on": TODAY, "closed_on": TODAY}
    failing = {"address_agreed": "yes", "warning_signs": ["broke_down_before"]}
    both = closed(meetings=[held, review], home=failing, plan_b={"home": "no"})
    assert of(both, "ACC06", "m2") == [Fate.IGNORED]
    assert of(both, "CON01", "m2") == []


def test_the_rules_are_those_of_the_meeting_and_not_of_the_time_after_it() -> None:
    unshared = {"home": {}, "support": {"assessments_used": ["none"]}}
    assert of(closed(**unshared), "AGY07") == [Fate.IGNORED]
