"""What dateparser may say: which month a word names, and the day that lies so many days or months away.

Measured with 1.5: left to itself it makes up a day ("May" is today's number in May, "1 awst" is in January),
turns "a week today" round, ignores a weekday that clashes and reads "4/13/26" as American. So it is only
ever asked about a text whose shape is known, and what it says is checked against that text.
"""

from datetime import date, datetime, time
from threading import Lock

from planning_rules.dates import in_full

_ONE_AT_A_TIME = Lock()


def month_of(word: str) -> int | None:
    """1 to 12 for the name of a month in English or its short form, of three letters or more."""
    found = _parsed(f"1 {word} 2000", date(2000, 1, 1))
    # "1 one 2000" is in January to it, and "1 hour 2000" is today.
    named = in_full(found).split()[2].lower() if found else ""
    return found.month if found and named.startswith(word[:3]) else None


def away(text: str, day: date) -> date | None:
    """The day that is "in 2 weeks", "a month ago" or "tomorrow", seen from `day`."""
    return _parsed(text, day)


def _parsed(text: str, today: date) -> date | None:
    # Here, since it takes 70 ms to import, and most forms hold no day in words.
    from dateparser import parse  # type: ignore[import-untyped]

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "STRICT_PARSING": True,
    }
    with _ONE_AT_A_TIME:
        found = parse(text, languages=["en"], settings=settings)
    return found.date() if found else None
