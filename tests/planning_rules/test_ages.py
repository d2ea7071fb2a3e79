"""An age is reached with the first minute of the birthday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.ages import age_on, birthday

births = st.dates(date(1950, 1, 1), date(2030, 12, 31))
LEAP_DAY = date(2008, 2, 29)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2025, 6, 30), 17),
        (date(2025, 7, 1), 18),
        (date(2026, 6, 30), 18),
        (date(2007, 7, 1), 0),
        (date(2007, 6, 30), -1),
    ],
)
def test_a_year_is_added_on_the_birthday_and_not_the_day_before(day: date, age: int) -> None:
    assert age_on(date(2007, 7, 1), day) == age


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 2, 28), 17),
        (date(2026, 3, 1), 18),
        (date(2028, 2, 28), 19),
        (date(2028, 2, 29), 20),
        (date(2027, 12, 31), 19),
    ],
)
def test_who_was_born_on_29_february_is_a_year_older_on_1_march_of_a_common_year(day: date, age: int) -> None:
    assert age_on(LEAP_DAY, day) == age


def test_the_eighteenth_birthday_of_29_february_is_1_march() -> None:
    assert birthday(LEAP_DAY, 18) == date(2026, 3, 1)
    assert birthday(LEAP_DAY, 20) == date(2028, 2, 29)
    assert birthday(date(2008, 2, 28), 18) == date(2026, 2, 28)


@given(births, st.integers(0, 40))
def test_the_birthday_is_the_first_day_of_the_age(born: date, years: int) -> None:
    first = birthday(born, years)
    assert age_on(born, first) == years
    assert age_on(born, date.fromordinal(first.toordinal() - 1)) == years - 1


@given(births, births)
def test_nobody_grows_younger_by_a_day(born: date, day: date) -> None:
    assert age_on(born, day) <= age_on(born, date.fromordinal(day.toordinal() + 1)) <= age_on(born, day) + 1
