"""When a service may be told something by itself: at waking hours of a working day, in London."""

from datetime import date, datetime

from bot.use_cases.turn import LONDON, day_of
from planning_rules.working_days import is_working_day
from storage.services import ServiceSettings


def waking_hours(settings: ServiceSettings, day: date) -> tuple[datetime, datetime]:
    """From when, and until when that day."""
    hours = (settings.awake_from, settings.awake_until)
    awake_from, awake_until = (datetime.combine(day, hour, LONDON) for hour in hours)
    return awake_from, awake_until


def is_awake(settings: ServiceSettings, now: datetime) -> bool:
    """True at those hours, and on no day off."""
    awake_from, awake_until = waking_hours(settings, day_of(now))
    return is_working_day(day_of(now)) and awake_from <= now < awake_until
