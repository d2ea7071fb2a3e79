"""Terms laid on the calendar: the only place that counts months."""

from datetime import date, timedelta

from planning_rules.dates import months_before
from planning_rules.sentence.booking import Term

LONGEST = Term(months=24)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, clipped to the end of a shorter month."""
    return months_before(day, -months)


def last_day(start: date, term: Term) -> date:
    """The last day of a term that starts on `start`: months first, then weeks and days (PSI 03/2015).

    A term that starts on the 1st ends with a month. Any other runs from the day before it starts.
    """
    if start.day == 1:
        end_of_months = months_after(start, term.months) - timedelta(days=1)
    else:
        end_of_months = months_after(start - timedelta(days=1), term.months)
    return end_of_months + timedelta(weeks=term.weeks, days=term.days)


def days_from(start: date, last: date) -> int:
    """How many days there are from `start` to `last`, both counted."""
    return (last - start).days + 1


def half_of(days: int) -> int:
    """The days in custody: the odd day is one of them."""
    return (days + 1) // 2


def release_window(start: date, length: int) -> int:
    """Months by which release may be earlier or later: 1 from 8 months on, 2 from 18 to 24, else none.

    The length is compared in days (Sentencing Act 2020, section 241(4) and (5)). 24 months that start on
    29 February are a day longer than to the same day two years later, and still within the limit.
    """
    if length < _days_to(start, 8) or length > days_from(start, last_day(start, LONGEST)):
        return 0
    return 1 if length < _days_to(start, 18) else 2


def _days_to(start: date, months: int) -> int:
    return (months_after(start, months) - start).days
