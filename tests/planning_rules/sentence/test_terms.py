"""How long a term is, and which release window it has, on both sides of every limit."""

from datetime import date

import pytest

from planning_rules.sentence import Term
from planning_rules.sentence.terms import days_from, half_of, last_day, release_window


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "term", "last"),
    [
        ("2025-03-10", Term(months=4), "2025-07-09"),
        ("2025-03-01", Term(months=4), "2025-06-30"),
        ("2025-03-02", Term(months=4), "2025-07-01"),
        ("2025-01-01", Term(months=2), "2025-02-28"),
        ("2024-01-01", Term(months=2), "2024-02-29"),
        ("2025-03-01", Term(months=12), "2026-02-28"),
        ("2023-03-01", Term(months=12), "2024-02-29"),
        ("2024-02-29", Term(months=12), "2025-02-28"),
        ("2024-02-29", Term(months=24), "2026-02-28"),
        ("2025-01-31", Term(months=1), "2025-02-28"),
        ("2025-10-31", Term(months=4), "2026-02-28"),
        ("2025-10-29", Term(months=4), "2026-02-28"),
        ("2025-12-31", Term(months=4), "2026-04-30"),
        ("2025-03-10", Term(days=1), "2025-03-10"),
        ("2025-03-01", Term(days=112), "2025-06-20"),
        ("2025-03-10", Term(weeks=2), "2025-03-23"),
        ("2025-03-01", Term(months=1, weeks=1, days=1), "2025-04-08"),
        ("2025-01-31", Term(months=1, days=1), "2025-03-01"),
    ],
)
def test_a_term_ends_the_day_before_its_day_comes_round_again_or_with_the_month(
    start: str, term: Term, last: str
) -> None:
    assert last_day(day(start), term) == day(last)


@pytest.mark.parametrize(
    ("days", "half"), [(1, 1), (2, 1), (3, 2), (243, 122), (244, 122), (730, 365), (731, 366)]
)
def test_the_odd_day_is_in_the_half_that_is_served_in_custody(days: int, half: int) -> None:
    assert half_of(days) == half


@pytest.mark.parametrize(
    ("start", "length", "months"),
    [
        ("2025-03-10", 244, 0),
        ("2025-03-10", 245, 1),
        ("2025-03-10", 548, 1),
        ("2025-03-10", 549, 2),
        ("2025-03-10", 730, 2),
        ("2025-03-10", 731, 0),
        ("2023-03-10", 731, 2),
        ("2023-03-10", 732, 0),
        ("2024-02-29", 731, 2),
        ("2024-02-29", 732, 0),
        ("2025-06-30", 242, 0),
        ("2025-06-30", 243, 1),
    ],
)
def test_the_window_is_found_in_days_from_the_start_to_8_18_and_24_months_on(
    start: str, length: int, months: int
) -> None:
    assert release_window(day(start), length) == months


@pytest.mark.parametrize(("months", "window"), [(7, 0), (8, 1), (17, 1), (18, 2), (24, 2), (25, 0)])
@pytest.mark.parametrize("first_day", range(1, 366, 5))
def test_whole_months_are_in_their_own_class_whichever_day_they_start(
    months: int, window: int, first_day: int
) -> None:
    start = date.fromordinal(day("2024-01-01").toordinal() + first_day)
    assert release_window(start, days_from(start, last_day(start, Term(months=months)))) == window


def test_a_term_is_said_as_a_court_says_it() -> None:
    assert str(Term(1, 2, 3)) == "1 month, 2 weeks and 3 days"
    assert str(Term(days=112)) == "112 days"
