"""Stretches of quarters: each with enough children, none overlapping, none changed by what comes later."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planning_rules.counting.stretches import ENOUGH, Stretch, a_year_up_to, new_stretches, quarter_of

START, TODAY = date(2023, 1, 1), date(2026, 3, 2)
days_left = st.lists(st.dates(START, TODAY), max_size=150)
A_DAY = timedelta(days=1)


def stretches(left: list[date], told: list[Stretch] | None = None, today: date = TODAY) -> list[Stretch]:
    return list(new_stretches(left, told or [], today))


def each_month(number: int, months: int, year: int = 2025) -> list[date]:
    return [date(year, month, 15) for month in range(1, months + 1) for _ in range(number)]


def test_a_quarter_with_enough_children_stands_alone() -> None:
    assert stretches(each_month(7, 6)) == [
        Stretch(date(2025, 1, 1), date(2025, 3, 31)),
        Stretch(date(2025, 4, 1), date(2025, 6, 30)),
    ]


def test_quarters_with_few_are_taken_together_until_there_are_enough() -> None:
    assert stretches(each_month(2, 12)) == [Stretch(date(2025, 1, 1), date(2025, 12, 31))]
    assert stretches(each_month(2, 9)) == []
    assert stretches([date(2025, 1, 1)] * (ENOUGH - 1)) == []


def test_a_quarter_is_told_once_a_month_has_passed_after_it() -> None:
    left = [date(2025, 12, 31)] * ENOUGH
    assert stretches(left, today=date(2026, 1, 31)) == []
    assert stretches(left, today=date(2026, 2, 1)) == [Stretch(date(2025, 10, 1), date(2025, 12, 31))]


@given(days_left)
def test_each_has_enough_children_in_whole_quarters_and_follows_the_one_before(left: list[date]) -> None:
    found = stretches(left)
    for one in found:
        assert sum(one.holds(day) for day in left) >= ENOUGH
        assert quarter_of(one.starts).starts == one.starts
        assert quarter_of(one.ends).ends == one.ends
    for before, after in pairwise(found):
        assert after.starts == before.ends + A_DAY


@given(days_left, days_left, st.integers(0, 10))
def test_what_was_told_stays_whatever_is_written_down_later(
    left: list[date], more: list[date], first: int
) -> None:
    told = stretches(left)[:first]
    later = stretches(left + more, told)
    assert not any(one.starts <= other.ends for one in later for other in told)


@given(days_left)
def test_told_one_by_one_they_are_those_that_are_told_at_once(left: list[date]) -> None:
    told: list[Stretch] = []
    while found := stretches(left, told):
        told.append(found[0])
    assert told == stretches(left)


@given(days_left, st.dates(START, TODAY))
def test_a_report_is_of_the_newest_that_make_a_year(left: list[date], ends: date) -> None:
    every = stretches(left)
    some = a_year_up_to(every, ends)
    assert some == [one for one in every if one in some]
    assert bool(some) == any(one.ends <= ends for one in every)
    if some:
        assert all(one.ends <= ends for one in some)
        shorter = some[1:]
        assert not shorter or shorter[0].starts > (some[-1].ends + A_DAY).replace(year=some[-1].ends.year - 1)


def test_a_year_of_quarters_is_four_of_them() -> None:
    every = stretches(each_month(7, 12, 2024) + each_month(7, 12))
    assert a_year_up_to(every, date(2025, 6, 30)) == [
        one for one in every if date(2024, 7, 1) <= one.starts <= date(2025, 4, 1)
    ]
