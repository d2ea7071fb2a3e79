"""What silences a gap: a waiver that counts, *does not apply*, and an action confirmed done."""

from datetime import date, timedelta
from typing import Any

import pytest

from planning_rules.checking import Gap, GapState, find_gaps, is_silenced
from planning_rules.gaps import RULES
from planning_rules.rulebook import Day, Severity
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY

URGENT: dict[str, Any] = {"stage": "review", "weeks_to_release": 3, "home": {"address_agreed": "no"}}
WAIVED = {
    "rule": "ACC01",
    "reason": "cannot be done",
    "words": "Two homes refused",
    "by": "morgan",
    "on": TODAY,
}
FOR_GOOD = {**WAIVED, "by_manager": True, "until": date(2200, 1, 1)}


@pytest.mark.parametrize(
    ("waiver", "counts"),
    [
        ({"by_manager": True, "until": TODAY}, True),
        ({"by_manager": True, "until": TODAY - timedelta(days=1)}, False),
        ({"by_manager": True}, False),
        ({"until": TODAY}, False),
        ({"by_manager": True, "until": TODAY, "about": "mum"}, False),
        ({"by_manager": True, "until": TODAY, "rule": "ACC02"}, False),
    ],
)
def test_a_waiver_on_an_urgent_gap_counts_only_by_a_manager_with_an_end(waiver: Any, counts: bool) -> None:
    assert gaps(plan(**URGENT))["ACC01"].is_urgent
    assert ("ACC01" not in gaps(plan(**URGENT, waivers=[{**WAIVED, **waiver}]))) is counts


@pytest.mark.parametrize(("days_ago", "counts"), [(0, True), (1, False)])
def test_a_waiver_on_an_urgent_gap_ends_when_a_later_meeting_opens(days_ago: int, counts: bool) -> None:
    waiver = {**FOR_GOOD, "on": TODAY - timedelta(days=days_ago)}
    assert ("ACC01" not in gaps(plan(**URGENT, waivers=[waiver]))) is counts


def test_a_waiver_on_an_urgent_gap_ends_when_a_review_is_due_however_far_its_end() -> None:
    months_later = {TODAY: True, date(2026, 6, 2): True, date(2026, 6, 3): False}
    waived = plan(**URGENT, waivers=[FOR_GOOD])
    assert {day: "ACC01" not in gaps(waived, day) for day in months_later} == months_later


def test_a_waiver_by_a_worker_stops_counting_when_the_gap_turns_urgent() -> None:
    waived = plan(days_to_release=35, home={"address_agreed": "no"}, waivers=[WAIVED])
    assert "ACC01" not in gaps(waived)
    assert gaps(waived, TODAY + timedelta(days=7))["ACC01"].is_urgent


def test_a_silenced_gap_stays_on_record() -> None:
    waived = plan(home={"council": {"not_known": {}}}, waivers=[{**WAIVED, "rule": "ACC02"}])
    gap = Gap(RULES["ACC02"], GapState.OPEN, Severity.GAP, ("home.council",))
    assert is_silenced(gap, waived, Day(TODAY))
    assert [waiver.words for waiver in waived.waivers] == ["Two homes refused"]


def test_does_not_apply_silences_and_stays_on_record() -> None:
    step: dict[str, Any] = {"living_with": "own", "address_agreed": "no", "next_step": "Ask about a flat"}
    step["next_step_by"] = {"not_known": {}}
    assert "ACC04" in gaps(plan(home=step))
    exempt = plan(home={**step, "next_step_on": {"does_not_apply": "Has owned a flat since birth"}})
    assert "ACC04" not in gaps(exempt)
    assert exempt.home.next_step_on.reason == "Has owned a flat since birth"


@pytest.mark.parametrize("progress", ["offered", "accepted", "declined", "done", "skipped", "confirmed"])
def test_only_a_confirmed_action_closes_a_gap(progress: str) -> None:
    action = {
        "id": "a1",
        "what": "Ask housing",
        "owner": "sam",
        "by": TODAY,
        "closes": "ACC02",
        "progress": progress,
    }
    unsure = plan(home={"council": {"not_known": {}}}, actions=[action])
    assert ("ACC02" in gaps(unsure)) is (progress != "confirmed")


def test_a_confirmed_action_closes_until_the_fact_is_answered_anew() -> None:
    action = {"id": "a1", "what": "Ask housing", "closes": "ACC02", "progress": "confirmed", "changed": TODAY}
    asked = {"not_known": {}, "on": TODAY}
    assert "ACC02" not in gaps(plan(home={"council": asked}, actions=[action]))
    asked_anew = {"not_known": {}, "on": TODAY + timedelta(days=1)}
    assert "ACC02" in gaps(plan(home={"council": asked_anew}, actions=[action]))


def test_an_action_about_somebody_closes_the_gap_about_them_alone() -> None:
    people = [{"id": who, "name": who, "role": "parent"} for who in ("mum", "dad")]
    action = {"id": "a1", "what": "Tell mum", "closes": "FAM01", "about": "mum", "progress": "confirmed"}
    took_part = {"took_part": {"mum": "absent", "dad": "absent"}}
    found = find_gaps(plan(people=people, attendance=took_part, actions=[action]), Day(TODAY))
    assert [gap.subject for gap in found] == ["dad"]
