"""The composition root: a store, the clock, who is asked for distances, and whether there is Welsh."""

from datetime import UTC, datetime

from bot.distances import Districts
from bot.use_cases.day_one import DayOne
from storage import Store


def now() -> datetime:
    """The one place where the clock is read."""
    return datetime.now(UTC)


def day_one(store: Store, distances: bool = False, welsh: bool = False) -> DayOne:
    """Day One over this store, by the clock of this computer.

    `distances`: they may be looked up outside. `welsh`: sheets can be made in Welsh.
    """
    return DayOne(store, now, Districts().miles_between if distances else None, welsh)
