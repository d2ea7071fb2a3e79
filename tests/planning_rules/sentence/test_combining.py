"""Several orders: on end, beside each other, or of different dates."""

from typing import Any

import pytest

from tests.planning_rules.sentence.any_booking import booking, codes, order, worked

FIRST, SECOND = order("2025-03-10", 8), order("2025-06-16", 6)


def found(*orders: Any, **more: Any) -> tuple[str | None, str | None]:
    """Middle and end."""
    given = codes(booking(*orders, **more))
    return given["MTD"], given["SED"]


def test_orders_on_end_are_added_from_the_first_date() -> None:
    assert found(FIRST, SECOND, chains=((0, 1),)) == ("2025-10-08", "2026-05-09")
    assert found(SECOND, FIRST, chains=((1, 0),)) == ("2025-10-08", "2026-05-09")
    assert found(SECOND, FIRST, chains=((0, 1),)) == ("2025-10-08", "2026-05-09")


def test_like_units_are_added_to_like_units() -> None:
    """Two months, then two weeks and two days: not a month, a week and a day, twice."""
    parts = order("2025-01-30", 1, weeks=1, days=1), order("2025-01-30", 1, weeks=1, days=1)
    assert found(*parts, chains=((0, 1),)) == ("2025-03-08", "2025-04-14")


@pytest.mark.parametrize(
    ("months", "end"), [(15, "2027-02-09"), (16, "2027-03-09"), (17, "2027-03-09"), (24, "2027-03-09")]
)
def test_orders_on_end_last_24_months_at_most(months: int, end: str) -> None:
    assert codes(booking(FIRST, order("2025-03-10", months), chains=((0, 1),)))["SED"] == end


def test_the_limit_is_said_only_where_it_counts() -> None:
    for months, said in ((16, False), (17, True)):
        steps = worked(booking(FIRST, order("2025-03-10", months), chains=((0, 1),))).steps
        assert ("Limit of 24 months" in [step.what for step in steps]) is said


def test_one_order_is_not_cut_to_24_months() -> None:
    assert found(order("2025-03-10", 26))[1] == "2027-05-09"


def test_orders_on_end_that_start_on_29_february_may_last_731_days() -> None:
    parts = order("2024-02-29", 12), order("2024-02-29", 18)
    assert found(*parts, chains=((0, 1),)) == ("2025-02-28", "2026-02-28")


def test_an_order_in_no_chain_stands_beside_the_chain() -> None:
    long = order("2025-03-10", 24)
    assert found(FIRST, SECOND, long, chains=((0, 1),)) == found(long)


def test_a_chain_of_one_is_an_order_alone() -> None:
    assert found(FIRST, SECOND, chains=((0,), (1,))) == found(FIRST, SECOND)


def test_beside_each_other_from_one_day_the_latest_middle_and_the_latest_end_count() -> None:
    assert found(FIRST, order("2025-03-10", 12)) == found(order("2025-03-10", 12))
    assert found(order("2025-03-10", 12), FIRST) == found(order("2025-03-10", 12))


def test_the_latest_middle_and_the_latest_end_may_be_of_two_orders() -> None:
    long, short = order("2025-03-10", 18), order("2026-01-05", 6)
    assert found(long, short, each_alone=True) == ("2026-04-05", "2026-09-09")
    assert codes(booking(long, short, each_alone=True))["ETD"] is None


def test_of_equal_middles_the_longer_order_counts() -> None:
    """Both are released at once: 24 months have no supervision after the order, 8 months have."""
    both = order("2025-03-10", 24), order("2025-03-10", 8)
    for orders in (both, both[::-1]):
        assert codes(booking(*orders, born="2000-01-01", remand_days=400))["TUSED"] is None


def test_orders_of_different_dates_that_overlap_are_one_term_to_the_later_end() -> None:
    assert found(FIRST, SECOND) == ("2025-07-28", "2025-12-15")
    assert found(SECOND, FIRST) == ("2025-07-28", "2025-12-15")
    assert found(order("2025-03-10", 12), SECOND) == found(order("2025-03-10", 12))


def test_of_each_date_the_longest_order_counts() -> None:
    orders = order("2025-03-10", 4), FIRST, SECOND, order("2025-06-16", 4)
    assert found(*orders) == found(*orders[::-1]) == found(FIRST, SECOND)


@pytest.mark.parametrize(("second", "is_cut"), [("2026-03-10", False), ("2026-03-11", True)])
def test_one_term_of_different_dates_lasts_24_months_at_most(second: str, is_cut: bool) -> None:
    cut = worked(booking(order("2025-03-10", 24), order(second, 12)))
    assert cut.dates.end.isoformat() == "2027-03-09"
    assert ("Limit of 24 months" in [step.what for step in cut.steps]) is is_cut


def test_an_order_between_that_ends_last_is_a_doubt_and_not_counted() -> None:
    between = order("2025-05-05", 12)
    with_it = worked(booking(FIRST, between, SECOND))
    assert with_it.dates == worked(booking(FIRST, SECOND)).dates
    assert any("ends later than both" in says for says in with_it.warnings)
    just_fits = worked(booking(FIRST, order("2025-06-16", 6), order("2025-05-05", 6), SECOND))
    assert not any("ends later than both" in says for says in just_fits.warnings)


@pytest.mark.parametrize(
    ("second", "middle"),
    [("2025-11-09", "2025-11-07"), ("2025-11-10", "2026-03-10")],
)
def test_an_order_made_after_the_last_day_of_another_does_not_overlap(second: str, middle: str) -> None:
    assert found(FIRST, order(second, 8))[0] == middle


def test_orders_that_do_not_overlap_with_the_last_are_over() -> None:
    assert found(order("2024-03-10", 8), FIRST, SECOND) == found(FIRST, SECOND)


def test_the_longest_order_so_far_decides_whether_the_next_overlaps() -> None:
    orders = order("2025-03-10", 12), order("2025-03-17", 4), order("2025-12-01", 8)
    assert found(*orders) == found(orders[0], orders[2])


def test_one_term_of_different_dates_says_that_a_release_would_break_it() -> None:
    for orders in ((FIRST, SECOND), (FIRST, order("2025-05-05", 4), SECOND)):
        says = "If the child was released before Monday 16 June 2025, only the last order counts."
        assert any(warning.startswith(says) for warning in worked(booking(*orders)).warnings)
    assert worked(booking(FIRST)).warnings == ()


def test_after_a_release_only_the_last_order_counts() -> None:
    assert found(FIRST, SECOND, released_between=True) == found(SECOND)
    beside = order("2025-06-16", 8)
    assert found(FIRST, SECOND, beside, released_between=True) == found(beside)


def test_after_a_release_only_the_last_chain_counts() -> None:
    chain = order("2025-06-16", 4), order("2025-07-14", 4)
    assert found(FIRST, *chain, chains=((1, 2),), released_between=True) == found(*chain, chains=((0, 1),))


def test_beside_a_sentence_of_another_kind_each_order_is_worked_out_alone() -> None:
    alone = found(SECOND)
    assert found(FIRST, SECOND, alongside=("Standard",)) == ("2025-09-15", "2025-12-15") == alone
    assert found(FIRST, SECOND, each_alone=True) == alone
