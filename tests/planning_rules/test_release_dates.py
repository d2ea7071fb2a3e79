"""Custody's dates beside those worked out."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from planning_rules.checking import not_asked
from planning_rules.facts.order import Order
from planning_rules.refusal import Refusal
from planning_rules.release_dates import compared, worked_out
from planning_rules.rulebook import Day
from planning_rules.sentence import Worked
from tests.planning_rules.any_plan import plans
from tests.planning_rules.checked import gaps, plan

ORDER = {"kind": "dto", "sentenced_on": "2025-12-30", "term_months": 12, "credit_days": 0}
UNSAID = {key: value for key, value in ORDER.items() if key != "credit_days"}
RIGHT = {"early_date": "2026-05-30", "middle_date": "2026-06-30", "late_date": "2026-07-30"}


def differing(**order: Any) -> list[str]:
    made = plan(order={**ORDER, **RIGHT, **order})
    worked = worked_out(made)
    assert isinstance(worked, Worked)
    return [one.fact.name for one in compared(made, worked) if one.differs]


def test_dates_that_follow_from_the_order_do_not_differ_and_one_that_nobody_gave_is_no_difference() -> None:
    assert differing() == []


@pytest.mark.parametrize("name", RIGHT)
def test_a_day_more_or_less_differs(name: str) -> None:
    on = date.fromisoformat(RIGHT[name])
    assert differing(**{name: on.replace(day=on.day - 1)}) == [name]


def test_days_that_count_and_days_at_large_move_the_dates() -> None:
    assert differing(credit_days=10, at_large_days=10) == []
    assert differing(credit_days=10) == differing(at_large_days=10) == list(RIGHT)


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ({"other_sentences": "yes"}, "another order"),
        ({"released_on": "2026-06-30", "recalled_on": "2026-07-14"}, "After a recall"),
        ({"kind": "long"}, "entered, not worked out"),
    ],
)
def test_what_is_not_worked_out_says_why_and_who_knows(order: dict[str, str], says: str) -> None:
    worked = worked_out(plan(order={**ORDER, **order}))
    assert isinstance(worked, Refusal)
    assert says in worked.sentence
    assert "custody" in worked.sentence


def test_a_difference_shows_both_dates_and_the_working() -> None:
    found = gaps(plan(order={**ORDER, **RIGHT, "middle_date": "2026-06-29", "credit_days": 0}))["TIM06"]
    first, *steps = found.working
    assert first == (
        "Middle date: custody gave Monday 29 June 2026; from the order it is Tuesday 30 June 2026."
    )
    assert any("365 days" in step for step in steps)
    assert any("Sentencing Act 2020" in step for step in steps)
    assert found.about[0] == Order.middle_date.key
    assert Order.credit_days.key in found.about


def test_days_that_nobody_said_count_are_assumed_where_they_explain_every_date() -> None:
    made = plan(order={**UNSAID, "middle_date": "2026-05-31", "end_date": "2026-11-29"})
    worked = worked_out(made)
    assert isinstance(worked, Worked)
    assert (worked.dates.end, worked.assumed_credit) == (date(2026, 11, 29), 30)
    assert ("Credit assumed", "30 days") in [(step.what, step.result) for step in worked.steps]
    assert "TIM06" not in gaps(made)


@pytest.mark.parametrize("days_early", [1, 9, 30])
def test_one_wrong_middle_date_is_the_one_that_differs(days_early: int) -> None:
    """Nobody said how many days count, and the other dates fit without any."""
    wrong = (date(2026, 6, 30) - timedelta(days_early)).isoformat()
    made = plan(order={**UNSAID, **RIGHT, "middle_date": wrong, "end_date": "2026-12-29"})
    worked = worked_out(made)
    assert isinstance(worked, Worked)
    assert worked.assumed_credit == 0
    assert [one.fact.name for one in compared(made, worked) if one.differs] == ["middle_date"]


def test_what_somebody_said_counts_is_not_assumed_and_is_not_split() -> None:
    worked = worked_out(plan(order={**ORDER, "credit_days": 20}))
    assert isinstance(worked, Worked)
    (credit,) = [step for step in worked.steps if step.what.startswith("Credit")]
    assert (credit.what, credit.how, worked.assumed_credit) == ("Credit", "20 days that count already.", 0)


def test_how_many_days_count_already_stands_among_what_was_not_asked() -> None:
    lines = not_asked(plan(order=UNSAID), Day(date(2026, 3, 2)))
    assert Order.credit_days.key in [fact for line in lines for fact in line.facts]


def test_days_that_count_explain_no_later_date() -> None:
    assert "TIM06" in gaps(plan(order={**UNSAID, "middle_date": "2026-07-01"}))


def test_they_explain_nothing_of_an_order_made_before_28_june_2022() -> None:
    before = {**UNSAID, "sentenced_on": "2021-12-30", "middle_date": "2022-05-31"}
    assert "TIM06" in gaps(plan(order=before))


def test_a_date_for_an_order_that_has_none_is_said_so() -> None:
    short = {**ORDER, "term_months": 6, "middle_date": "2026-03-30", "early_date": "2026-02-28"}
    assert "from the order there is none" in gaps(plan(order=short))["TIM06"].working[0]


@given(plans())
def test_any_plan_can_be_compared(made: Any) -> None:
    worked = worked_out(made)
    assert worked is None or isinstance(worked, Refusal) or len(list(compared(made, worked))) == 4
