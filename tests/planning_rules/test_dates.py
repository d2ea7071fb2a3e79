"""A typed day is one day of the calendar, or a sentence that says why not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.dates import in_full, months_before, read_date, weeks_before
from planning_rules.refusal import Refusal

DAY = date(2026, 4, 17)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-04-17",
        "2026-4-17",
        "17/4/2026",
        "17/04/2026",
        "17.4.2026",
        " 17/4/2026\n",
        "\u200e17/4/2026\u200e",
    ],
)
def test_a_day_is_read_as_iso_or_as_british(typed: str) -> None:
    assert read_date(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("17/4/26", "could be two different days"),
        ("26-4-17", "could be two different days"),
        ("3.4.26", "could be two different days"),
        ("4/13/2026", "There is no month 13"),
        ("2026-13-04", "There is no month 13"),
        ("17/0/2026", "There is no month 0"),
        ("31/4/2026", "April 2026 has no day 31"),
        ("2026-02-30", "February 2026 has no day 30"),
        ("29/2/2027", "February 2027 has no day 29"),
        ("0/4/2026", "April 2026 has no day 0"),
        ("17/4/0226", "The year 226"),
        ("17/4/9026", "The year 9026"),
        ("asap", "is not a date that we can read"),
        ("end of term", "is not a date that we can read"),
        ("", "is not a date that we can read"),
        ("17/4/2026 or 18/4/2026", "is not a date that we can read"),
        ("١٧/٤/٢٠٢٦", "is not a date that we can read"),
    ],
)
def test_what_is_no_day_or_could_be_two_is_refused_with_a_reason(typed: str, says: str) -> None:
    read = read_date(typed)
    assert isinstance(read, Refusal)
    assert says in read.sentence


def test_a_refusal_repeats_no_more_than_a_line_of_what_was_typed() -> None:
    read = read_date("x" * 20_000)
    assert isinstance(read, Refusal)
    assert len(read.sentence) < 150


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_reads_the_same_however_it_is_written(day: date) -> None:
    assert read_date(day.isoformat()) == read_date(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text())
def test_no_text_upsets_the_reader(typed: str) -> None:
    assert isinstance(read_date(typed), date | Refusal)


def test_a_day_is_said_in_full() -> None:
    assert in_full(DAY) == "Friday 17 April 2026"
    assert in_full(date(2026, 12, 7)) == "Monday 7 December 2026"
    assert in_full(date(2028, 1, 2)) == "Sunday 2 January 2028"


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 4, 17), 0, date(2026, 4, 17)),
        (date(2026, 4, 17), 2, date(2026, 2, 17)),
        (date(2026, 1, 31), 1, date(2025, 12, 31)),
        (date(2026, 4, 30), 2, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 13, date(2024, 12, 15)),
    ],
)
def test_months_before_keep_the_day_or_end_with_a_shorter_month(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_weeks_before_are_seven_days_each() -> None:
    assert weeks_before(date(2026, 3, 30), 4) == date(2026, 3, 2)
