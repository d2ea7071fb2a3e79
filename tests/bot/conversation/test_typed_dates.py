"""What people type for a day is read as the table says, said back in full, and never made up."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.typed_dates import Meant, Near, WhichDay, read_typed
from planning_rules.dates import in_full
from planning_rules.refusal import Refusal

TABLE = Path(__file__).with_name("typed_dates.txt")
TUESDAY = date(2026, 4, 7)
HEADING = re.compile(r"== Today is \w+ (\d+ \w+ \d+)\. A (past day|day to come) is asked for\.")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
sides = st.sampled_from(Near)
# The words of the shapes, in any order: what comes nearest to a date without being one.
WORDS = """
Friday tues week fortnight month a one on in next last this end of the today tomorrow ago
April may 17 5th 31 2026 26 0000 9999 4 / - . at 2pm day after no dydd Gwener Mai wythnos i o nesaf
"""
typed_texts = st.text(max_size=40) | st.lists(st.sampled_from(WORDS.split()), max_size=6).map(" ".join)


def rows() -> Iterator[Any]:
    today, near = TUESDAY, Near.COMING
    for line in TABLE.read_text("utf8").splitlines():
        if heading := HEADING.fullmatch(line):
            day, month, year = heading[1].split()
            today = date(int(year), MONTHS.index(month) + 1, int(day))
            near = Near.PAST if heading[2] == "past day" else Near.COMING
        elif line and not line.startswith("#"):
            typed, outcome, says = (part.strip() for part in f"{line}|".split("|")[:3])
            yield pytest.param(today, near, typed, outcome, says, id=f"{today} {near.value} {typed}")


def outcome_of(read: date | Meant | Refusal) -> str:
    match read:
        case date():
            return "exact"
        case Meant(days=some):
            return "confirm" if len(some) == 1 else "choose"
        case WhichDay():
            return "ask"
    return "refuse"


def days_of(read: date | Meant | Refusal) -> tuple[date, ...]:
    match read:
        case date():
            return (read,)
        case Meant(days=some):
            return some
    return ()


@pytest.mark.parametrize(("today", "near", "typed", "outcome", "says"), list(rows()))
def test_what_is_typed_is_read_as_the_table_says(
    today: date, near: Near, typed: str, outcome: str, says: str
) -> None:
    read = read_typed(typed, today, near)
    assert outcome_of(read) == outcome
    if isinstance(read, Refusal):
        assert says in read.sentence
    else:
        assert " or ".join(in_full(day) for day in days_of(read)) == says


def test_the_table_has_every_outcome_and_more_than_150_rows() -> None:
    outcomes = [row.values[3] for row in rows()]
    assert len(outcomes) > 150
    assert set(outcomes) == {"exact", "confirm", "choose", "ask", "refuse"}


@given(typed_texts, days, sides)
def test_whatever_is_typed_has_one_of_the_outcomes(typed: str, today: date, near: Near) -> None:
    read = read_typed(typed, today, near)
    found = days_of(read)
    assert len(found) <= 2
    assert list(found) == sorted(set(found))
    assert found or (isinstance(read, Refusal) and read.sentence.endswith("."))


@given(typed_texts, days, sides)
def test_no_day_of_the_month_is_made_up(typed: str, today: date, near: Near) -> None:
    """Nothing but a number, a weekday or a word that counts from a day can give a day."""
    says_which = re.compile(
        r"\d|mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|yesterday|week|fortnight|month|year|day|end|ago"
        r"|gwener|dydd|wythnos|pythefnos|heddiw|fory|ddoe|drennydd|diwedd|first|tom|eve|llun|iau|sul|sadwrn"
        r"|mercher",
        re.IGNORECASE,
    )
    if days_of(read_typed(typed, today, near)):
        assert says_which.search(typed)


@given(st.sampled_from(MONTHS), st.sampled_from(["", " 2026", " 26th", " 99"]), days, sides)
def test_the_number_of_the_day_is_the_one_that_was_typed(
    month: str, after: str, today: date, near: Near
) -> None:
    for number in (1, 26, 28):
        for day in days_of(read_typed(f"{number} {month}", today, near)):
            assert (day.day, MONTHS[day.month - 1]) == (number, month)
    read = days_of(read_typed(f"{month}{after}", today, near))
    assert {day.day for day in read} <= {int(found) for found in re.findall(r"\d+", after)}


@given(days, st.integers(-1000, 1000), sides)
def test_a_day_said_in_full_is_read_as_that_day(today: date, away: int, near: Near) -> None:
    day = today + timedelta(away)
    assert read_typed(in_full(day), today, near) == Meant((day,))
    assert read_typed(day.isoformat(), today, near) == day


@given(days, st.integers(-1000, 1000), st.integers(1, 6))
def test_a_weekday_that_clashes_is_never_passed_over(today: date, away: int, wrong: int) -> None:
    day = today + timedelta(away)
    weekday = in_full(day + timedelta(wrong)).split()[0]
    read = read_typed(f"{weekday} {in_full(day).split(maxsplit=1)[1]}", today)
    assert isinstance(read, Refusal)
    assert in_full(day) in read.sentence


@given(typed_texts, days, sides)
def test_nothing_understood_is_further_away_than_a_plan_or_a_childhood(
    typed: str, today: date, near: Near
) -> None:
    read = read_typed(typed, today, near)
    years = 25 if near is Near.PAST else 3
    if isinstance(read, Meant):
        assert all(abs((day - today).days) <= years * 365.25 + 1 for day in read.days)


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("7 April 2029", "confirm"),
        ("8 April 2029", "refuse"),
        ("7 April 2023", "confirm"),
        ("6 April 2023", "refuse"),
    ],
)
def test_three_years_to_the_day_are_near_enough(typed: str, outcome: str) -> None:
    assert outcome_of(read_typed(typed, TUESDAY)) == outcome


@pytest.mark.parametrize(("typed", "year"), [("3/4/46", 2046), ("3/4/47", 1947)])
def test_a_year_of_two_digits_is_at_most_twenty_years_to_come(typed: str, year: int) -> None:
    read = read_typed(typed, TUESDAY)
    assert isinstance(read, Refusal)
    assert f"3 April {year}" in read.sentence


def test_a_past_day_is_offered_while_it_is_three_times_as_near() -> None:
    def offered(today: date) -> int:
        return len(days_of(read_typed("the 1st", today)))

    assert (offered(date(2026, 6, 8)), offered(date(2026, 6, 9))) == (2, 1)
    assert (offered(date(2026, 2, 8)), offered(date(2026, 2, 9))) == (2, 1)


def test_dateparser_is_loaded_only_once_a_day_is_typed_in_words() -> None:
    start = "import sys, bot.app; from bot.conversation.typed_dates import *; from datetime import date; "
    for typed, loaded in (("17/4/2026", False), ("17 April", True)):
        tells = f"read_typed('{typed}', date(2026, 4, 7)); print('dateparser' in sys.modules)"
        run = subprocess.check_output([sys.executable, "-c", start + tells], text=True)
        assert run.strip() == str(loaded)


def test_what_is_longer_than_any_date_is_refused_without_repeating_it_all() -> None:
    read = read_typed("Friday " * 5000, TUESDAY)
    assert isinstance(read, Refusal)
    assert len(read.sentence) < 150
    assert days_of(read_typed(" " * 200 + "Friday", TUESDAY)) == (date(2026, 4, 10),)
    assert outcome_of(read_typed("Friday" + "," * 54, TUESDAY)) == "confirm"
    assert outcome_of(read_typed("Friday" + "," * 55, TUESDAY)) == "refuse"
