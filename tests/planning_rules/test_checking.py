"""What was not asked, in which order gaps come, and what holds for every plan there could be."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planning_rules.checking import GapState, find_gaps, not_asked
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.any_plan import days, plans
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY


def test_what_was_not_asked_is_one_line_for_each_step_and_never_a_code() -> None:
    new = plan()
    assert find_gaps(new, Day(TODAY)) == []
    lines = not_asked(new, Day(TODAY))
    assert len({line.step for line in lines}) == len(lines) > 5
    assert (
        next(line.says for line in lines if line.step.key == "agreement")
        == "Agreement: 2 questions not asked"
    )


def test_a_question_for_each_adult_counts_once_for_each_of_them() -> None:
    keys = [key for line in not_asked(plan(), Day(TODAY)) for key in line.facts]
    assert [key for key in keys if key.startswith("attendance.took_part")] == ["attendance.took_part/mum"]


def test_a_follow_up_counts_as_not_asked_only_once_it_is_called_for() -> None:
    def keys(made: Plan) -> list[str]:
        return [key for line in not_asked(made, Day(TODAY)) for key in line.facts]

    assert "home.address" not in keys(plan())
    assert "home.address" in keys(plan(home={"address_agreed": "yes"}))


def test_urgent_gaps_come_first_and_coming_ones_last() -> None:
    three_weeks_before = plan(
        stage="release",
        weeks_to_release=3,
        family={"parents_role": {"not_known": {}}},
        home={"living_with": "supported", "address_agreed": "yes", "child_told": "no"},
        plan_b={"home": "no"},
    )
    found = find_gaps(three_weeks_before, Day(TODAY))
    assert [gap.rule.code for gap in found] == ["CON01", "FAM02", "ACC03"]


@settings(max_examples=40)
@given(plans(), days)
def test_no_plan_whatever_its_answers_upsets_a_check(any_plan: Plan, today: date) -> None:
    for gap in find_gaps(any_plan, Day(today)):
        assert any(any_plan.answer(key).is_asked for key in gap.about) or not gap.rule.asks or gap.action
        assert (gap.state is GapState.COMING) is (gap.on is not None and gap.on > today)
    for line in not_asked(any_plan, Day(today)):
        assert not any(any_plan.answer(key).is_asked for key in line.facts)


@settings(max_examples=40)
@given(plans(), st.dates(date(1901, 1, 1), date(2199, 1, 1)))
def test_a_plan_without_answers_has_no_gap_but_of_its_actions_and_meetings(
    any_plan: Plan, today: date
) -> None:
    unanswered = replace(any_plan, answers={})
    found = find_gaps(unanswered, Day(today))
    assert [gap for gap in found if gap.rule.asks and not gap.action] == []
