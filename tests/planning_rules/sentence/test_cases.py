"""Each case of the release-date calculator gives the calculator's dates."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planning_rules.sentence import Term
from planning_rules.sentence.case_file import read_case
from planning_rules.sentence.terms import days_from, last_day
from tests.planning_rules.sentence.any_booking import codes

FILE: dict[str, Any] = json.loads((Path(__file__).parent / "cases.json").read_text("utf8"))


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: case["id"])
def test_the_dates_are_those_of_the_calculator(case: dict[str, Any]) -> None:
    worked_out = codes(read_case(json.dumps(case)))
    assert {code: worked_out[code] for code in case["expected"]} == case["expected"]


@pytest.mark.parametrize("given", FILE["last_days"], ids=lambda given: given["start"])
def test_a_term_ends_when_the_calculator_ends_it(given: dict[str, Any]) -> None:
    start = date.fromisoformat(given["start"])
    last = last_day(start, Term(months=given["months"]))
    assert (last.isoformat(), days_from(start, last)) == (given["last_day"], given["days"])


def test_all_the_cases_are_here() -> None:
    assert (len(FILE["cases"]), len(FILE["last_days"])) == (25, 5)
