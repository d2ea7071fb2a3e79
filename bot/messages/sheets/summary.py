"""The main things, before everything else: where, when, who meets the child, whom to call."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Pictured
from bot.messages.sheets import date_words as say
from bot.messages.sheets.calling import first_calls
from bot.messages.sheets.held_back import leaving_day_is_held_back
from bot.messages.sheets.holes import is_to_come
from bot.messages.sheets.leaving import is_over, leaving_dates, leaving_day
from bot.messages.sheets.lines import ideas
from bot.messages.sheets.names import child_called, helper, whom_to_ask
from bot.messages.sheets.one_topic import where
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Audience
from planning_rules.facts.home import Home
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan

_NO_HOME = "We still need to plan where you will live."
_NO_HOME_NOW = "We still need to write down where you live."
_WITH_YOU = "The plan is for {child} to live with you."
_ASK_WHERE = "Ask {ask} about where {child} will live."
# On the day and before it, to family and to the child.
_NOBODY_TODAY = ("Ask {ask} now who will see {child} today.", "Ask {ask} now who will see you today.")
_NOBODY_YET = (
    "We still need to plan who meets {child} on the day.",
    "We still need to plan who meets you on the day.",
)
_MEETS_THE_CHILD = "{who} will see {child} on the day."


def summary(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """In half a page. A shared room gets none: nearly all of it is the child's own business."""
    if reader.audience is Audience.ROOM:
        return
    yield Heading(reader.says("The main things"), "star", together=True)
    yield from _when(plan, reader, day)
    yield from _where(plan, reader, day)
    yield from _who_meets(plan, reader, day)
    yield from first_calls(plan, reader, day)


def _when(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    dates = ((fact, plan.answer_to(fact).value) for fact in leaving_dates(plan))
    told = [say.of_date(plan, fact, on, reader, day) for fact, on in dates if on]
    if leaving_day_is_held_back(plan):
        told = [say.being_checked(plan, reader, day)]
    yield Pictured("calendar", next((one for one in reversed(told) if one), say.no_dates(plan, reader, day)))


def _where(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    if reader.is_child:
        unsaid = _NO_HOME_NOW if is_over(plan, reader, day) else _NO_HOME
        told = [one.text for one in where(plan, day, reader)] or [reader.says(unsaid)]
    else:
        said = _WITH_YOU if reader.is_to_house_the_child(plan) else _ASK_WHERE
        told = [reader.says(said, child=child_called(plan), ask=whom_to_ask(plan, day))]
    yield from (Pictured(Home.icon, one) for one in told)


def _who_meets(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    if not is_to_come(plan, reader, day):
        return
    who = helper(plan, plan.release_day.seen_by.value or "", day)
    leaves_today = leaving_day(plan, reader) == day
    asked_and_unknown = plan.release_day.seen_by.is_not_known and not leaves_today
    if reader.is_child and (who or asked_and_unknown):
        yield from ideas(plan, ReleaseDay.seen_by, day, reader.language)
        return
    nobody = _NOBODY_TODAY if leaves_today else _NOBODY_YET
    said, ask = _MEETS_THE_CHILD if who else nobody[reader.is_child], whom_to_ask(plan, day)
    yield Pictured("user", reader.says(said, who=who.name if who else "", child=child_called(plan), ask=ask))
