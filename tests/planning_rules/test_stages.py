"""The stages of a case, what runs in each, and what is coming."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planning_rules.checking import GapState, find_gaps, stages
from planning_rules.facts.after import After
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.order import Order
from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity
from planning_rules.stages import Stage
from planning_rules.thresholds import Unit
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY, examples

RUN_AFTER_RELEASE = {
    *("AFT01", "AFT02", "AGY03", "AGY04", "AGY05", "AGY13", "AGY14", "CHI07", "FAM08", "HLT08"),
    *("PLN01", "PLN02", "RSK02", "RSK03", "RSK05", "RSK06", "TIM06", "TIM07", "TIM08"),
}


def test_the_first_stage_lasts_until_the_first_meeting_closes() -> None:
    assert stages(plan(meetings=[]), Day(TODAY)) == {Stage.FIRST}
    assert stages(plan(stage="first"), Day(TODAY)) == {Stage.FIRST}
    assert stages(plan(stage="review"), Day(TODAY)) == {Stage.REVIEW}


@pytest.mark.parametrize(("days_before", "now"), [(0, Stage.REVIEW), (1, Stage.FIRST)])
def test_on_a_day_before_it_closed_the_first_meeting_had_not_closed(days_before: int, now: Stage) -> None:
    held = {"id": "m1", "kind": "first", "on": TODAY, "closed_on": TODAY}
    assert stages(plan(meetings=[held]), Day(TODAY - timedelta(days=days_before))) == {now}


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
    assert {code for code, rule in RULES.items() if Stage.AFTER in rule.stages} == RUN_AFTER_RELEASE
    left = plan(stage="after", weeks_to_release=-1)
    before = [question for question in left.questions(TODAY) if question.fact.step not in (Order, After)]
    keys = [question.key for question in before if Stage.AFTER not in question.fact.at]
    nothing_known = left.with_answers({key: Answer(State.NOT_KNOWN, fact=key) for key in keys})
    assert find_gaps(nothing_known, Day(TODAY)) == []


def test_whatever_was_open_before_release_no_other_gap_stands_after_it() -> None:
    open_before = {one.code: one for one in examples() if one.gives.startswith("open")}
    left_today = {Order.released_on.key: Answer(State.GIVEN, TODAY, fact=Order.released_on.key)}
    plans = {code: (one.plan.with_answers(left_today), one.day) for code, one in open_before.items()}
    stand = {code: {gap.rule.code for gap in find_gaps(*each)} for code, each in plans.items()}
    assert set().union(*stand.values()) <= RUN_AFTER_RELEASE
    assert {code for code, found in stand.items() if code in found} > {"HLT08", "RSK03", "RSK05"}


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


def test_weeks_count_on_from_release_as_it_was_or_is_to_be_and_from_the_sentence() -> None:
    day, two_weeks = Day(TODAY), THRESHOLDS["school-or-work-starts"]
    made = plan(order={"sentenced_on": TODAY - timedelta(weeks=8)}, weeks_to_release=3)
    assert day.after_sentence(made, two_weeks) == TODAY - timedelta(weeks=6)
    assert day.after_release(made, two_weeks) == TODAY + timedelta(weeks=5)
    left = plan(order={"released_on": TODAY, "middle_date": TODAY + timedelta(weeks=3)})
    assert day.after_release(left, two_weeks) == TODAY + timedelta(weeks=2)
    assert day.after_release(Plan(), two_weeks) is day.after_sentence(Plan(), two_weeks) is None


def test_a_distance_is_no_length_of_time() -> None:
    with pytest.raises(ValueError, match="no length of time"):
        THRESHOLDS["far-from-home"].before(TODAY)


def test_what_a_source_gives_no_service_may_change() -> None:
    sourced = THRESHOLDS["far-from-home"]
    assert Day(TODAY, {sourced.name: replace(sourced, amount=99)}).ours(sourced) == sourced


def test_a_service_may_set_its_own_threshold() -> None:
    agreed_late = plan(stage="review", home={"address_agreed": "no"})
    release = agreed_late.earliest_release
    assert release is not None
    ours = replace(THRESHOLDS["address-agreed"], amount=1, unit=Unit.WEEK)
    (found,) = find_gaps(agreed_late, Day(TODAY, {ours.name: ours}))
    assert found.on == release - timedelta(weeks=1)
    assert THRESHOLDS["address-agreed"].spoken == "2 months"
