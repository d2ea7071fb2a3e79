"""The composition root: a store, and the clock."""

from datetime import UTC, datetime

from bot.use_cases.day_one import DayOne
from storage import Store


def now() -> datetime:
    """The one place where the clock is read."""
    return datetime.now(UTC)


def day_one(store: Store) -> DayOne:
    """Day One over this store, by the clock of this computer."""
    return DayOne(store, now)
