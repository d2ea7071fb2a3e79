"""What a plan says of its order, worked out."""

import re
from datetime import date
from typing import Any

import pytest

from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from planning_rules.refusal import Refusal
from planning_rules.sentence import Worked, work_out_plan

ORDER = {"kind": "dto", "sentenced_on": "2025-03-10", "term_months": 8}


def plan(**changed: Any) -> Plan:
    return plan_from_json({"facts": {"order": {**ORDER, **changed}}})


def worked(of: Plan, **more: Any) -> Worked:
    result = work_out_plan(of, **more)
    assert isinstance(result, Worked)
    return result


def test_the_day_and_the_months_give_the_dates() -> None:
    assert worked(plan()).dates.middle == date(2025, 7, 10)
    assert worked(plan()).dates.end == date(2025, 11, 9)


def test_credit_days_at_large_birth_and_the_repeal_count() -> None:
    assert worked(plan(), credit_days=10, days_at_large=3).dates.middle == date(2025, 7, 3)
    born = plan(born="2007-07-10")
    assert worked(born).dates.top_up == date(2026, 7, 10)
    assert worked(plan()).dates.top_up_is_unknown
    assert not worked(born).dates.top_up_is_unknown
    repealed = worked(born, top_up_supervision_repealed=True)
    assert repealed.dates.top_up is None


@pytest.mark.parametrize(
    "changed",
    [
        {"sentenced_on": "not asked"},
        {"term_months": "not asked"},
        {"term_months": {"not_known": {}}},
        {"term_months": 0},
        {"kind": "not asked"},
        {"kind": "remand"},
    ],
    ids=str,
)
def test_where_too_little_is_known_there_is_nothing(changed: dict[str, Any]) -> None:
    assert work_out_plan(plan(**changed)) is None


def test_a_longer_kind_of_sentence_is_entered_and_not_worked_out() -> None:
    refused = work_out_plan(plan(kind="long"))
    assert isinstance(refused, Refusal)
    assert "entered, not worked out" in refused.sentence


def test_the_middle_date_can_be_counted_on_paper_month_by_month() -> None:
    made = plan(sentenced_on="2025-12-30", term_months=12)
    (middle,) = [step for step in worked(made).steps if step.what.startswith("Middle")]
    tally = "December 2, January 31, February 28, March 31, April 30, May 31, June 30."
    assert tally in middle.how
    assert sum(map(int, re.findall(r"[a-z] (\d+)", tally))) == 183


@pytest.mark.parametrize(("credit", "warned"), [(244, False), (245, True)])
def test_as_many_days_as_the_order_lasts_are_asked_about(credit: int, warned: bool) -> None:
    """8 months from 10 March 2025 are 245 days."""
    assert (
        any("Check how many count" in says for says in worked(plan(), credit_days=credit).warnings) is warned
    )
