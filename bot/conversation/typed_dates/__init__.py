"""What people type for a day: read, and said back in full. Nothing that they did not say is made up."""

from dataclasses import dataclass
from datetime import date

from bot.conversation.typed_dates.counted import COUNTED
from bot.conversation.typed_dates.dated import DATED
from bot.conversation.typed_dates.feasts import FEASTS
from bot.conversation.typed_dates.nearness import Near
from bot.conversation.typed_dates.reading import Asked, Days, WhichDay, example_for, first_that_fits
from bot.conversation.typed_dates.wording import plain_words
from bot.messages.dates import typed_dates as say
from planning_rules.dates import months_before, read_date
from planning_rules.refusal import Refusal
from planning_rules.text import clean

__all__ = ["Meant", "Near", "WhichDay", "example_for", "read_typed"]

LONGEST = 60
# A plan reaches three years ahead at most; a birthday lies further back.
_YEARS = {Near.COMING: 3, Near.PAST: 25}


@dataclass(frozen=True)
class Meant:
    """What was typed is understood: the one day to be confirmed, or the two to choose from."""

    days: Days


def read_typed(typed: str, today: date, near: Near = Near.COMING) -> date | Meant | Refusal:
    """The day, where it is typed exactly; what it may mean, to be said back; or why it is no day.

    A month or a year alone is refused with a `WhichDay`, which asks for the day.
    """
    exact, words = read_date(typed), clean(typed)
    if isinstance(exact, date):
        return exact
    asked = Asked(words, today, near)
    found = (
        None if len(words) > LONGEST else first_that_fits(COUNTED + FEASTS + DATED, plain_words(words), asked)
    )
    if not found:
        return Refusal(say.unreadable(words, asked.example))
    return found if isinstance(found, Refusal) else _near_enough(found, asked)


def _near_enough(days: Days, asked: Asked) -> Meant | Refusal:
    months = 12 * _YEARS[asked.near]
    first, last = months_before(asked.today, months), months_before(asked.today, -months)
    near = tuple(day for day in days if first <= day <= last)
    return Meant(near) if near else Refusal(say.too_far(asked.words, days[0]))
