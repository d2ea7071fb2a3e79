"""Bookings to work out: written short by hand, or of any kind for what holds for all of them."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from planning_rules.sentence import Booking, Dates, Order, Term, Worked, work_out

starts = st.dates(date(2012, 1, 1), date(2040, 12, 31))
terms = st.builds(Term, months=st.integers(0, 24), weeks=st.integers(0, 6), days=st.integers(0, 120)).filter(
    lambda term: term != Term()
)
days = st.integers(0, 400)


def order(sentenced: str, months: int = 0, *, weeks: int = 0, days: int = 0) -> Order:
    return Order(date.fromisoformat(sentenced), Term(months, weeks, days))


def booking(*orders: Order, born: str = "2010-01-01", **more: Any) -> Booking:
    """Of a child who is under 18 throughout, unless they were born before."""
    return Booking(orders, born=date.fromisoformat(born), **more)


def worked(of: Booking) -> Worked:
    """Raises AssertionError where it is refused."""
    result = work_out(of)
    assert isinstance(result, Worked)
    return result


def dates(of: Booking) -> Dates:
    return worked(of).dates


def codes(of: Booking) -> dict[str, str | None]:
    """ "2022-07-04" and None, by the names that establishments use."""
    return {code: day and day.isoformat() for code, day in dates(of).by_code.items()}


@st.composite
def bookings(draw: st.DrawFn, most: int = 4) -> Booking:
    """Of any shape: alone, beside each other, on end, of different dates, with or without a release."""
    order = st.builds(Order, sentenced=_near(draw(starts)), term=terms)
    orders = draw(st.lists(order, min_size=1, max_size=most))
    chained = draw(st.permutations(range(len(orders))))[: draw(st.integers(0, len(orders)))]
    return Booking(
        tuple(orders),
        born=draw(st.none() | st.dates(date(1995, 1, 1), date(2011, 12, 31))),
        remand_days=draw(days),
        tagged_bail_days=draw(days),
        days_at_large=draw(days),
        chains=(tuple(chained),) if chained else (),
        each_alone=draw(st.booleans()),
        released_between=draw(st.booleans()),
        alongside=draw(st.sampled_from([(), ("Standard",)])),
        top_up_supervision_repealed=draw(st.booleans()),
    )


def alone(of: Booking) -> Booking:
    """Its first order, and nothing that would set it beside another."""
    return replace(of, orders=of.orders[:1], chains=())


def _near(start: date) -> st.SearchStrategy[date]:
    """Mostly within two years, and often the same day, so that orders overlap."""
    last = start.replace(year=start.year + 2, day=1)
    return st.just(start) | st.dates(start.replace(day=1), last)
