"""When a week's digest is due: the service's day and time in London, wherever the server's clock is set."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.use_cases.reports.weekly import STALE, Week, week_due
from bot.use_cases.turn import LONDON
from planning_rules.working_days import is_working_day
from storage.services import ServiceSettings

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
ZONES = [timezone(timedelta(hours=5, minutes=30)), ZoneInfo("America/New_York"), LONDON]
SETTINGS = st.builds(
    ServiceSettings,
    digest_day=st.integers(0, 4),
    digest_at=st.times(time(8), time(17)).map(lambda at: at.replace(microsecond=0)),
)
MONDAYS = ServiceSettings()


def at(text: str) -> datetime:
    """London's time."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def name(settings: ServiceSettings, when: datetime) -> str:
    found = week_due(settings, when)
    return found.name if found else ""


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(settings=SETTINGS, moment=MOMENTS)
def test_where_the_servers_clock_is_set_changes_nothing(
    zone: timezone | ZoneInfo, settings: ServiceSettings, moment: datetime
) -> None:
    assert week_due(settings, moment.astimezone(zone)) == week_due(settings, moment)


@given(SETTINGS, MOMENTS)
def test_what_is_due_was_due_before_now_and_not_long_ago(settings: ServiceSettings, moment: datetime) -> None:
    found = week_due(settings, moment)
    if found:
        assert timedelta() <= moment - found.due < STALE
        here = found.due.astimezone(LONDON)
        assert here.time() == settings.digest_at
        assert is_working_day(here.date())


@given(SETTINGS, DAYS)
def test_every_week_is_due_once(settings: ServiceSettings, day: date) -> None:
    """Looked at every hour for five weeks, each week has one moment, and the weeks follow each other."""
    start = datetime.combine(day, time(0, 30), UTC)
    hours = (start + timedelta(hours=number) for number in range(24 * 35))
    found = list(dict.fromkeys(week for hour in hours if (week := week_due(settings, hour))))
    names = [week.name for week in found]
    assert len(names) == len({*names}) in (5, 6)
    gaps = {later.due - earlier.due for earlier, later in pairwise(found)}
    assert all(timedelta(days=2) <= gap <= timedelta(days=12) for gap in gaps)


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        # The clocks go forward on Sunday 29 March 2026, and back on Sunday 25 October.
        ("2026-03-30 08:29", ""),
        ("2026-03-30 08:30", "2026-W14"),
        ("2026-10-26 08:29", ""),
        ("2026-10-26 08:30", "2026-W44"),
        # Easter Monday and Good Friday.
        ("2026-04-06 08:30", ""),
        ("2026-04-07 08:29", ""),
        ("2026-04-07 08:30", "2026-W15"),
        # The last days of a year are of the first week of the next one.
        ("2024-12-30 08:30", "2025-W01"),
    ],
)
def test_it_is_due_on_mondays_at_half_past_eight_and_after_a_bank_holiday_on_tuesday(
    moment: str, week: str
) -> None:
    assert name(MONDAYS, at(moment)) == week


def test_what_is_missed_is_made_up_for_on_the_next_days_and_then_left_out() -> None:
    thursday, friday = at("2026-03-05 17:59"), at("2026-03-06 08:31")
    assert name(MONDAYS, at("2026-03-03 08:00")) == name(MONDAYS, thursday) == "2026-W10"
    assert name(MONDAYS, friday) == ""


@pytest.mark.parametrize("moment", ["2026-03-03 07:59", "2026-03-03 18:00", "2026-03-07 10:00"])
def test_nothing_is_due_at_night_or_at_the_weekend(moment: str) -> None:
    assert week_due(MONDAYS, at(moment)) is None


def test_after_three_weeks_only_the_last_is_due() -> None:
    assert name(MONDAYS, at("2026-03-24 10:00")) == "2026-W13"


def test_a_friday_that_is_a_holiday_is_made_up_for_in_the_next_week_under_its_own_name() -> None:
    fridays = ServiceSettings(digest_day=4)
    assert name(fridays, at("2026-04-07 08:30")) == "2026-W14"
    assert name(fridays, at("2026-04-10 08:30")) == "2026-W15"


def test_a_week_is_stale_after_four_days() -> None:
    week = Week("2026-W10", at("2026-03-02 08:30"))
    assert not week.is_stale(at("2026-03-06 08:29"))
    assert week.is_stale(at("2026-03-06 08:30"))
