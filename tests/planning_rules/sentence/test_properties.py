"""What holds for every order, or for every booking, and the examples that show where it stops."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planning_rules.sentence import Booking, Dates, Order, Term
from planning_rules.sentence.terms import last_day
from tests.planning_rules.sentence.any_booking import (
    booking,
    bookings,
    codes,
    dates,
    days,
    order,
    starts,
    terms,
    worked,
)

DAY = timedelta(days=1)
one_order = bookings(most=1)


def given_dates(of: Dates) -> list[date]:
    return [day for day in of.by_code.values() if day]


def longer(of: Booking, days: int = 0, months: int = 0) -> Booking:
    """The same, with the first order longer."""
    first, *others = of.orders
    term = replace(first.term, days=first.term.days + days, months=first.term.months + months)
    return replace(of, orders=(replace(first, term=term), *others))


@given(bookings())
def test_no_date_is_before_the_first_order(of: Booking) -> None:
    assert min(given_dates(dates(of))) >= min(order.sentenced for order in of.orders)


@given(one_order)
def test_no_date_is_before_the_order(of: Booking) -> None:
    assert min(given_dates(dates(of))) >= of.orders[0].sentenced


@given(bookings())
def test_early_is_not_after_middle_nor_middle_after_late_nor_late_after_the_end(of: Booking) -> None:
    found = dates(of)
    in_order = [day for day in (found.early, found.middle, found.late, found.end) if day]
    assert in_order == sorted(in_order)
    assert (found.early is None) == (found.late is None)


@given(one_order)
def test_supervision_after_the_order_ends_after_the_order(of: Booking) -> None:
    found = dates(of)
    assert found.top_up is None or found.top_up > found.end


@given(starts, terms)
def test_custody_is_never_the_shorter_half_and_longer_by_one_day_at_most(start: date, term: Term) -> None:
    found = dates(Booking((Order(start, term),)))
    custody = (found.middle - start).days + 1
    supervision = (found.end - found.middle).days
    assert custody - supervision in (0, 1)


@given(bookings(), days)
def test_credit_never_adds_a_day_to_middle_or_end(of: Booking, more: int) -> None:
    before, found = dates(of), dates(replace(of, remand_days=of.remand_days + more))
    assert found.middle <= before.middle
    assert found.end <= before.end


@given(one_order, days)
def test_credit_never_adds_a_day_to_any_date_of_one_order(of: Booking, more: int) -> None:
    """Of several, another order may come to count, with a window that the first did not have."""
    before, found = dates(of).by_code, dates(replace(of, remand_days=of.remand_days + more)).by_code
    for code, day in found.items():
        was = before[code]
        assert day is None or (was is not None and day <= was)


@given(one_order)
def test_a_day_of_credit_takes_a_day_off_middle_and_end_or_stops_at_the_order(of: Booking) -> None:
    start = of.orders[0].sentenced
    credited = start >= date(2022, 6, 28)
    before, found = dates(of), dates(replace(of, tagged_bail_days=of.tagged_bail_days + 1))
    for was, now in ((before.middle, found.middle), (before.end, found.end)):
        assert now in ((was - DAY, start) if credited else (was,))


@given(bookings(), days)
def test_days_at_large_never_take_a_day_off_middle_or_end(of: Booking, more: int) -> None:
    before, found = dates(of), dates(replace(of, days_at_large=of.days_at_large + more))
    assert before.middle <= found.middle
    assert before.end <= found.end


@given(one_order, st.integers(1, 400), st.integers(0, 12))
def test_a_longer_order_never_ends_sooner(of: Booking, days: int, months: int) -> None:
    before, found = dates(of), dates(longer(of, days, months))
    assert before.middle <= found.middle
    assert before.end <= found.end
    if before.late and found.late:
        assert before.late <= found.late


@given(bookings(), st.integers(1, 400))
def test_a_longer_order_beside_others_that_stand_alone_never_ends_sooner(of: Booking, days: int) -> None:
    apart = replace(of, each_alone=True)
    before, found = dates(apart), dates(longer(apart, days))
    assert before.middle <= found.middle
    assert before.end <= found.end


def test_18_months_open_the_early_window_sooner_than_a_day_less() -> None:
    """The one date that a longer order brings forward: its window is two months, not one."""
    assert codes(booking(order("2025-03-10", 18)))["ETD"] == "2025-10-09"
    assert codes(booking(order("2025-03-10", 17, days=30)))["ETD"] == "2025-11-08"


def test_a_day_more_that_makes_two_orders_overlap_may_bring_release_forward() -> None:
    """One term from the first date is halved as a whole; the second order alone is halved later."""
    first, second = order("2025-03-10", 4), order("2025-07-10", 12)
    assert codes(booking(first, second))["MTD"] == "2026-01-08"
    assert codes(booking(replace(first, term=Term(months=4, days=1)), second))["MTD"] == "2025-11-08"


@given(one_order)
def test_an_order_made_a_day_later_never_ends_sooner(of: Booking) -> None:
    (made,) = of.orders
    uncredited = replace(of, remand_days=0, tagged_bail_days=0)
    later = replace(uncredited, orders=(replace(made, sentenced=made.sentenced + DAY),))
    assert dates(uncredited).middle <= dates(later).middle
    assert dates(uncredited).end <= dates(later).end


@given(starts, terms)
def test_a_term_lasts_a_day_at_least(start: date, term: Term) -> None:
    assert last_day(start, term) >= start


@given(bookings())
def test_the_working_ends_in_the_dates_and_is_the_same_every_time(of: Booking) -> None:
    first, again = worked(of), worked(of)
    assert first == again
    assert first.steps
    assert all(step.what and step.how and step.result and step.source for step in first.steps)
    assert len(set(first.warnings)) == len(first.warnings)
