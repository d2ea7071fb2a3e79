"""A day in a form: taken as it is where it is typed exactly, else said back to be confirmed or chosen."""

from dataclasses import dataclass
from datetime import date

from bot.conversation.typed_dates import Near, example_for, read_typed
from bot.messages.dates import typed_dates as say
from bot.messages.form import AskAgain
from planning_rules.refusal import Refusal


@dataclass(frozen=True)
class Told:
    """A day, and the words in which it was typed where they were not exact."""

    day: date
    words: str = ""


def read_day(
    value: str, today: date, near: Near = Near.COMING, future: bool = False
) -> Told | AskAgain | Refusal:
    """The day that stands in a field, what to ask about it, or what is wrong with it.

    A `future` day is not before today: neither is one that is offered.
    """
    typed, words = say.words_apart(" ".join(value.split()))
    if words and not typed:
        return say.another_day(words, example_for(today, near))
    read = read_typed(typed, today, near)
    if isinstance(read, Refusal):
        return read
    days = (read,) if isinstance(read, date) else read.days
    possible = tuple(day for day in days if day >= today or not future)
    if not possible:
        return Refusal(say.has_passed(words or typed, days[-1]))
    return Told(read, words) if isinstance(read, date) else say.is_it(typed, possible)
