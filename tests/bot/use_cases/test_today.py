"""Today is the day in London, on both sides of midnight and of the clock changes."""

from datetime import date, datetime

import pytest

from planning_rules.ages import age_on
from tests.bot.core import Core


def today(core: Core, instant: str) -> date:
    core.now = datetime.fromisoformat(instant)
    with core.case() as found:
        return found.turn.today


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-01-14T23:59:59+00:00", date(2026, 1, 14)),
        ("2026-01-15T00:00:00+00:00", date(2026, 1, 15)),
        ("2026-06-30T22:59:59+00:00", date(2026, 6, 30)),
        ("2026-06-30T23:00:00+00:00", date(2026, 7, 1)),
        ("2026-03-28T23:59:59+00:00", date(2026, 3, 28)),
        ("2026-03-29T00:00:00+00:00", date(2026, 3, 29)),
        ("2026-03-29T22:59:59+00:00", date(2026, 3, 29)),
        ("2026-03-29T23:00:00+00:00", date(2026, 3, 30)),
        ("2026-10-24T22:59:59+00:00", date(2026, 10, 24)),
        ("2026-10-24T23:00:00+00:00", date(2026, 10, 25)),
        ("2026-10-25T23:59:59+00:00", date(2026, 10, 25)),
        ("2026-10-26T00:00:00+00:00", date(2026, 10, 26)),
        ("2026-07-01T08:30:00+09:00", date(2026, 7, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_london(core: Core, instant: str, day: date) -> None:
    assert today(core, instant) == day


@pytest.mark.parametrize(
    ("instant", "age"), [("2026-06-30T22:59:59+00:00", 17), ("2026-06-30T23:00:00+00:00", 18)]
)
def test_somebody_turns_18_at_midnight_in_london(core: Core, instant: str, age: int) -> None:
    assert age_on(date(2008, 7, 1), today(core, instant)) == age
