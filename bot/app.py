"""The composition root: a store, the clock, and who is asked for distances."""

from datetime import UTC, datetime

from bot.distances import Districts
from bot.use_cases.day_one import DayOne
from storage import Store


def now() -> datetime:
    """The one place where the clock is read."""
    return datetime.now(UTC)


def day_one(store: Store, distances: bool = False) -> DayOne:
    """Day One over this store, by the clock of this computer. `distances`: they may be looked up outside."""
    return DayOne(store, now, Districts().miles_between if distances else None)
