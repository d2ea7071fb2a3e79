"""What moves the dates of one term, on both sides of every limit."""

from typing import Any

import pytest

from tests.planning_rules.sentence.any_booking import booking, codes, order, worked

# 10 March to 9 November 2025: 245 days, 123 of them in custody.
EIGHT_MONTHS = order("2025-03-10", 8)


def found(months: int = 8, start: str = "2025-03-10", **more: Any) -> dict[str, str | None]:
    return codes(booking(order(start, months), **more))


def test_the_middle_is_the_last_day_of_the_first_half_and_the_window_a_month_to_each_side() -> None:
    assert found() == {
        "SED": "2025-11-09",
        "MTD": "2025-07-10",
        "ETD": "2025-06-10",
        "LTD": "2025-08-10",
        "TUSED": None,
    }


def test_credit_of_both_kinds_comes_off_middle_and_end() -> None:
    assert found(remand_days=10, tagged_bail_days=5)["MTD"] == "2025-06-25"
    assert found(remand_days=10, tagged_bail_days=5)["SED"] == "2025-10-25"


def test_days_at_large_are_added_to_middle_and_end() -> None:
    assert found(days_at_large=5)["MTD"] == "2025-07-15"
    assert found(days_at_large=5, remand_days=7)["SED"] == "2025-11-07"


@pytest.mark.parametrize(
    ("credit", "middle", "early"),
    [(121, "2025-03-11", "2025-03-10"), (122, "2025-03-10", None), (123, "2025-03-10", None)],
)
def test_with_as_much_credit_as_custody_release_is_at_once_and_has_no_window(
    credit: int, middle: str, early: str | None
) -> None:
    given = found(remand_days=credit)
    assert (given["MTD"], given["ETD"]) == (middle, early)
    assert (given["LTD"] is None) is (early is None)


def test_the_end_is_never_before_the_order() -> None:
    assert found(remand_days=244)["SED"] == found(remand_days=400)["SED"] == "2025-03-10"
    assert found(remand_days=243)["SED"] == "2025-03-11"


@pytest.mark.parametrize(("credit", "early"), [(90, "2025-03-11"), (91, "2025-03-10"), (92, "2025-03-10")])
def test_the_early_date_is_never_before_the_order(credit: int, early: str) -> None:
    assert found(remand_days=credit)["ETD"] == early


@pytest.mark.parametrize(("start", "days_off"), [("2022-06-27", 0), ("2022-06-28", 20)])
def test_credit_counts_for_orders_made_on_28_june_2022_or_later(start: str, days_off: int) -> None:
    without, with_credit = (worked(booking(order(start, 12), remand_days=days)).dates for days in (0, 20))
    assert (without.middle - with_credit.middle).days == days_off
    assert (without.end - with_credit.end).days == days_off


@pytest.mark.parametrize(("second", "days_off"), [("2022-06-27", 0), ("2022-06-28", 20)])
def test_a_term_that_straddles_that_day_is_credited(second: str, days_off: int) -> None:
    orders = order("2022-06-01", 6), order(second, 6)
    for more in ({"chains": ((0, 1),)}, {}):
        without, credited = (worked(booking(*orders, remand_days=days, **more)).dates for days in (0, 20))
        assert (without.end - credited.end).days == days_off


@pytest.mark.parametrize(
    ("born", "top_up"),
    [("2007-07-10", "2026-07-10"), ("2007-07-11", None), ("2007-07-09", "2026-07-10")],
)
def test_supervision_goes_on_for_12_months_where_the_child_is_18_on_the_middle_date(
    born: str, top_up: str | None
) -> None:
    assert found(born=born)["TUSED"] == top_up


@pytest.mark.parametrize(
    ("start", "middle", "top_up"),
    [
        ("2025-10-30", "2026-02-28", None),
        ("2025-10-31", "2026-03-01", "2027-03-01"),
    ],
)
def test_who_was_born_on_29_february_is_18_from_1_march(start: str, middle: str, top_up: str | None) -> None:
    given = found(start=start, born="2008-02-29")
    assert (given["MTD"], given["TUSED"]) == (middle, top_up)


def test_supervision_after_a_middle_on_29_february_ends_on_28_february() -> None:
    given = found(start="2023-10-31", born="2000-01-01")
    assert (given["MTD"], given["TUSED"]) == ("2024-02-29", "2025-02-28")


@pytest.mark.parametrize(("months", "days", "has_one"), [(23, 27, True), (23, 28, False), (24, 0, False)])
def test_an_order_that_leaves_365_days_after_the_half_has_no_supervision_after_it(
    months: int, days: int, has_one: bool
) -> None:
    """From 10 March 2025, 23 months and 27 days are 729 days; 24 months are 730."""
    given = codes(booking(order("2025-03-10", months, days=days), born="2000-01-01"))
    assert (given["TUSED"] is not None) is has_one


def test_supervision_after_the_order_can_be_switched_off() -> None:
    assert found(born="2000-01-01")["TUSED"] == "2026-07-10"
    assert found(born="2000-01-01", top_up_supervision_repealed=True)["TUSED"] is None


def test_without_a_date_of_birth_there_is_none() -> None:
    assert worked(booking(EIGHT_MONTHS)).dates.top_up is None


def test_an_order_of_one_day_is_served_at_once() -> None:
    assert codes(booking(order("2025-03-10", days=1)))["MTD"] == "2025-03-10"
