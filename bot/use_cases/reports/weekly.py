"""What is sent once a week, on the service's day and time: which week it is for, and whether it is time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.use_cases.turn import LONDON
from bot.use_cases.waking import is_awake
from planning_rules.working_days import working_days_after
from storage.services import ServiceSettings

# What could not be sent by then has been overtaken: the next one comes soon.
STALE = timedelta(days=4)
_A_WEEK = timedelta(weeks=1)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Week:
    """`name` is that of the week it is for ("2026-W10"), `due` when it is to be sent."""

    name: str
    due: datetime

    def is_stale(self, now: datetime) -> bool:
        return now - self.due >= STALE


def week_due(settings: ServiceSettings, now: datetime) -> Week | None:
    """The last week for which it was due by now; None on a day off, outside the hours, or where it is stale.

    What falls on a day off is due on the next working day, at the same time.
    """
    if not is_awake(settings, now):
        return None
    here = now.astimezone(LONDON)
    monday = here.date() - timedelta(days=here.weekday())
    weeks = (_week(settings, start) for start in (monday, monday - _A_WEEK))
    last = next((week for week in weeks if week.due <= now), None)
    return None if last is None or last.is_stale(now) else last


def _week(settings: ServiceSettings, monday: date) -> Week:
    year, number, _ = monday.isocalendar()
    day = working_days_after(monday + timedelta(days=settings.digest_day) - _ONE_DAY, 1)
    due = datetime.combine(day, settings.digest_at, LONDON).astimezone(UTC)
    return Week(f"{year}-W{number:02}", due)
