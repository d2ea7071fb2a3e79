"""Working days and bank holidays of the child's nation. A table made once: nothing here reads a clock."""

from datetime import date, timedelta

from holidays import country_holidays

# The library knows none after 2100. England and Wales have had the same ones so far.
_YEARS = range(1950, 2101)
_SUBDIVISIONS = {"england": "ENG", "wales": "WLS"}
_BANK_HOLIDAYS = {
    nation: frozenset(country_holidays("GB", subdiv=subdivision, years=_YEARS))
    for nation, subdivision in _SUBDIVISIONS.items()
}
_FRIDAY = 4
_ONE_DAY = timedelta(days=1)


def is_bank_holiday(day: date, nation: str = "") -> bool:
    """True on a bank holiday of "england" or "wales"; England's count where the nation is not known."""
    return day in _BANK_HOLIDAYS.get(nation, _BANK_HOLIDAYS["england"])


def is_working_day(day: date, nation: str = "") -> bool:
    """True from Monday to Friday where it is no bank holiday."""
    return day.weekday() <= _FRIDAY and not is_bank_holiday(day, nation)


def working_day_by(day: date, nation: str = "") -> date:
    """The day itself where it is a working day, else the last one before it."""
    while not is_working_day(day, nation):
        day -= _ONE_DAY
    return day


def working_days_after(day: date, number: int, nation: str = "") -> date:
    """The day that is so many working days after `day`, which does not count; before it, where negative."""
    step = _ONE_DAY if number > 0 else -_ONE_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day, nation):
            day += step
    return day


def earlier_release(day: date, nation: str = "") -> date | None:
    """The working day to which custody may bring a release forward, where it may; it need not.

    It may where the release would be on a working day before one that is none: a Friday, or the day before
    a bank holiday (section 23(3B) of the Criminal Justice Act 1961, since 12 December 2023). A release on
    a day that is no working day is brought forward in any case (section 23(3)), and may be further.
    """
    if _is_followed_by_one(day, nation):
        return None
    while not _is_followed_by_one(day, nation):
        day -= _ONE_DAY
    return day


def _is_followed_by_one(day: date, nation: str) -> bool:
    """True on a working day after which there is another one."""
    return is_working_day(day, nation) and is_working_day(day + _ONE_DAY, nation)
