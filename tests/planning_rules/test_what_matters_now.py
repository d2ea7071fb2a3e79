"""In which order gaps come: urgent, due before the next meeting, open, prompts, those to come later."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from planning_rules.checking import Gap, GapState, find_gaps
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity
from tests.planning_rules.any_plan import days, plans
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY

HELD = {"id": "m1", "kind": "first", "on": "2026-01-05", "closed_on": "2026-01-05"}
# Ten weeks before release: school opens as a gap in two weeks, the address not told in eight.
SOME_OF_EACH: dict[str, Any] = {
    "weeks_to_release": 10,
    "home": {"living_with": "supported", "address_agreed": "yes", "child_told": "no"},
    "education": {"planned": {"not_known": {}}, "advice": "no"},
    "family": {"parents_role": {"not_known": {}}},
    "safety": {"known": ["self_harm"], "self_harm_plan": "no"},
    "plan_b": {"home": "no"},
}


def found(meeting: date, kind: str = "review", **more: Any) -> list[Gap]:
    booked = {"id": "m2", "kind": kind, "on": meeting.isoformat()}
    return find_gaps(plan(**{**SOME_OF_EACH, "meetings": [HELD, booked], **more}), Day(TODAY))


def place(gap: Gap) -> int:
    if gap.is_urgent:
        return 0
    if gap.before_next_meeting:
        return 1
    if gap.state is GapState.COMING:
        return 4
    return 3 if gap.severity is Severity.PROMPT else 2


def test_there_is_something_of_each_and_it_stands_in_that_order() -> None:
    places = [place(gap) for gap in found(TODAY + timedelta(weeks=3))]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(("days_ahead", "comes_first"), [(13, False), (14, True), (15, True)])
def test_what_is_a_gap_by_the_next_meeting_comes_before_what_is_one_already(
    days_ahead: int, comes_first: bool
) -> None:
    in_order = found(TODAY + timedelta(days=days_ahead))
    codes = [gap.rule.code for gap in in_order]
    school = next(gap for gap in in_order if gap.rule.code == "ETE01")
    assert school.on == TODAY + timedelta(weeks=2)
    assert school.before_next_meeting is comes_first
    assert (codes.index("ETE01") < codes.index("FAM02")) is comes_first


def test_of_what_is_due_the_sooner_comes_first_however_urgent_the_later_will_be() -> None:
    last = TODAY + timedelta(weeks=9)
    meetings = [{**HELD, "on": TODAY, "closed_on": TODAY}, {"id": "m2", "kind": "release", "on": last}]
    due = [gap.rule.code for gap in found(last, meetings=meetings) if place(gap) == 1]
    assert due.index("ETE01") < due.index("ACC03")


def test_an_open_gap_that_will_be_urgent_by_the_next_meeting_is_due_by_then() -> None:
    def home(meeting: date) -> Gap:
        in_order = found(meeting, "release", weeks_to_release=6, home={"address_agreed": "no"})
        return next(gap for gap in in_order if gap.rule.code == "ACC01")

    urgent_on = TODAY + timedelta(weeks=2)
    assert home(urgent_on).urgent_on == urgent_on
    assert home(urgent_on).before_next_meeting
    assert not home(urgent_on - timedelta(days=1)).before_next_meeting


def test_the_meeting_of_today_is_not_the_next_one() -> None:
    """The last meeting before release is due five or six weeks later, after school opens as a gap."""
    assert [gap.before_next_meeting for gap in found(TODAY) if gap.rule.code == "ETE01"] == [True]
    assert not any(gap.before_next_meeting for gap in found(TODAY + timedelta(days=1)))


def test_of_what_is_urgent_the_call_to_make_now_comes_first_and_then_whatever_is_about_safety() -> None:
    at_risk = {
        "known": ["self_harm", "victim", "concern"],
        "referred_on": {"not_known": {}},
        "self_harm_plan": "no",
        "victims_safe": ["none"],
    }
    home, nobody = {"address_agreed": "no"}, {"seen_by": {"not_known": {}}}
    urgent = [
        gap.rule.code
        for gap in found(TODAY, "release", weeks_to_release=2, home=home, release_day=nobody, safety=at_risk)
        if gap.is_urgent
    ]
    assert urgent == ["RSK05", "HLT08", "RSK03", "ACC01", "AGY11"]


def check_order(of: Plan, today: date) -> None:
    in_order = find_gaps(of, Day(today))
    places = [place(gap) for gap in in_order]
    assert places == sorted(places)
    for one, other in pairwise(gap for gap in in_order if place(gap) in (1, 4)):
        same = place(one) == place(other)
        assert not same or (one.on or one.urgent_on or today) <= (other.on or other.urgent_on or today)


@settings(max_examples=40, deadline=None)
@given(plans(), days)
def test_whatever_the_plan_gaps_come_in_that_order_and_by_day(any_plan: Plan, today: date) -> None:
    check_order(any_plan, today)
