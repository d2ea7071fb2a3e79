"""What a plan says of its order, worked out."""

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
    assert worked(plan(), born=date(2007, 7, 10)).dates.top_up == date(2026, 7, 10)
    repealed = worked(plan(), born=date(2007, 7, 10), top_up_supervision_repealed=True)
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
