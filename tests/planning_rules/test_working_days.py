"""Working days and bank holidays, and the days to which custody may bring a release forward."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.working_days import (
    earlier_release,
    is_bank_holiday,
    is_working_day,
    working_day_by,
    working_days_after,
)

NATIONS = ("england", "wales")
# As the government lists them.
BANK_HOLIDAYS = {
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}
days = st.dates(date(1990, 1, 1), date(2099, 12, 1))
nations = st.sampled_from(NATIONS)


def every_day(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=number) for number in range(365)]


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("year", BANK_HOLIDAYS)
def test_a_weekday_is_a_working_day_but_on_a_bank_holiday(year: int, nation: str) -> None:
    off = {f"{day:%m-%d}" for day in every_day(year) if day.weekday() < 5 and not is_working_day(day, nation)}
    assert off == set(BANK_HOLIDAYS[year].split())


@given(days, nations)
def test_no_weekend_and_no_bank_holiday_is_a_working_day(day: date, nation: str) -> None:
    assert is_working_day(day, nation) is not (day.isoweekday() > 5 or is_bank_holiday(day, nation))


@given(days)
def test_where_the_nation_is_not_known_england_s_bank_holidays_count(day: date) -> None:
    assert is_bank_holiday(day) is is_bank_holiday(day, "england")


@given(days, nations)
def test_the_working_day_by_a_day_is_the_last_one_up_to_it(day: date, nation: str) -> None:
    found = working_day_by(day, nation)
    between = [found + timedelta(days=number) for number in range(1, (day - found).days + 1)]
    assert found <= day
    assert is_working_day(found, nation)
    assert not any(is_working_day(other, nation) for other in between)


@given(days, st.integers(-30, 30), nations)
def test_so_many_working_days_lie_between_a_day_and_the_one_that_many_after_it(
    day: date, number: int, nation: str
) -> None:
    found = working_days_after(day, number, nation)
    first, last = (day, found) if number > 0 else (found - timedelta(days=1), day - timedelta(days=1))
    between = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert sum(is_working_day(other, nation) for other in between) == abs(number)
    assert found == day if number == 0 else is_working_day(found, nation)


@pytest.mark.parametrize(
    ("release", "earlier"),
    [
        (date(2026, 7, 2), None),
        (date(2026, 7, 3), date(2026, 7, 2)),
        (date(2026, 7, 4), date(2026, 7, 2)),
        (date(2026, 7, 5), date(2026, 7, 2)),
        (date(2026, 7, 6), None),
        # Before Good Friday, on it, and on Easter Monday.
        (date(2026, 4, 2), date(2026, 4, 1)),
        (date(2026, 4, 3), date(2026, 4, 1)),
        (date(2026, 4, 6), date(2026, 4, 1)),
        (date(2026, 4, 7), None),
        # Christmas Day is a Friday, and the Monday after it a bank holiday.
        (date(2026, 12, 24), date(2026, 12, 23)),
        (date(2026, 12, 28), date(2026, 12, 23)),
    ],
)
def test_a_release_before_days_on_which_offices_are_shut_may_be_brought_forward(
    release: date, earlier: date | None
) -> None:
    assert earlier_release(release) == earlier


@given(days, nations)
def test_a_release_is_brought_forward_to_a_working_day_with_one_after_it(day: date, nation: str) -> None:
    earlier = earlier_release(day, nation)
    best = day if earlier is None else earlier
    assert is_working_day(best, nation)
    assert is_working_day(best + timedelta(days=1), nation)
    assert earlier is None or earlier < day
