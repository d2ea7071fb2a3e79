"""The stages of a case, what runs in each, and what is coming."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planning_rules.checking import GapState, find_gaps, stages
from planning_rules.facts.answers import State
from planning_rules.rulebook import RULES, THRESHOLDS, Day, Severity
from planning_rules.stages import Stage
from tests.planning_rules.checked import all_answered, gaps, plan
from tests.planning_rules.rule_examples import TODAY

STILL_RUN_AFTER_RELEASE = (
    *("AFT", "TIM", "RSK", "AGY03", "AGY04", "AGY05", "AGY13", "AGY14"),
    *("HLT08", "CHI07", "FAM08", "PLN01", "PLN02"),
)


def test_the_first_stage_lasts_until_the_first_meeting_closes() -> None:
    assert stages(plan(meetings=[]), Day(TODAY)) == {Stage.FIRST}
    assert stages(plan(stage="first"), Day(TODAY)) == {Stage.FIRST}
    assert stages(plan(stage="review"), Day(TODAY)) == {Stage.REVIEW}


@pytest.mark.parametrize(("days_left", "now"), [(57, {Stage.FIRST}), (56, {Stage.FIRST, Stage.RELEASE})])
def test_the_release_stage_begins_eight_weeks_before_release(days_left: int, now: set[Stage]) -> None:
    assert stages(plan(days_to_release=days_left), Day(TODAY)) == now


def test_a_release_meeting_begins_the_release_stage_whatever_the_date() -> None:
    assert stages(plan(stage="release"), Day(TODAY)) == {Stage.REVIEW, Stage.RELEASE}


def test_from_the_day_of_release_there_is_only_the_last_stage() -> None:
    left = plan(order={"released_on": TODAY})
    assert stages(left, Day(TODAY)) == {Stage.AFTER}
    assert Stage.AFTER not in stages(left, Day(TODAY - timedelta(days=1)))


def test_weeks_count_back_from_the_earliest_date_and_a_granted_one_before_all() -> None:
    dates = {"middle_date": date(2026, 12, 1), "early_date": date(2026, 10, 1)}
    assert plan(order=dates).earliest_release == date(2026, 10, 1)
    granted = plan(order={**dates, "granted_date": date(2026, 11, 1)})
    assert granted.earliest_release == date(2026, 11, 1)


def test_after_release_only_the_rules_that_the_rulebook_names_run() -> None:
    run = {code for code, rule in RULES.items() if Stage.AFTER in rule.stages}
    assert run == {code for code in RULES if code.startswith(STILL_RUN_AFTER_RELEASE)}
    left = all_answered(State.NOT_KNOWN, stage="after", weeks_to_release=-1)
    assert find_gaps(left, Day(TODAY)) == []


def test_a_coming_gap_becomes_open_on_its_day() -> None:
    agreed_late = plan(stage="review", home={"address_agreed": "no"})
    opens = gaps(agreed_late)["ACC01"].on
    assert opens is not None
    assert gaps(agreed_late, opens - timedelta(days=1))["ACC01"].state is GapState.COMING
    assert gaps(agreed_late, opens)["ACC01"].state is GapState.OPEN
    assert gaps(agreed_late, opens)["ACC01"].on is None


def test_a_coming_gap_never_counts_as_urgent() -> None:
    early = plan(stage="review", home={"address_agreed": "yes", "child_told": "no"})
    found = gaps(early)["ACC03"]
    assert (found.state, found.severity, found.is_urgent) == (GapState.COMING, Severity.URGENT, False)


def test_a_service_may_set_its_own_threshold() -> None:
    agreed_late = plan(stage="review", home={"address_agreed": "no"})
    release = agreed_late.earliest_release
    assert release is not None
    ours = replace(THRESHOLDS["address-agreed"], months=0, weeks=1, of_service=True)
    (found,) = find_gaps(agreed_late, Day(TODAY, {ours.name: ours}))
    assert found.on == release - timedelta(weeks=1)
    assert THRESHOLDS["address-agreed"].months == 2
