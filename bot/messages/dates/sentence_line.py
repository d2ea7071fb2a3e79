"""The sentence as a line: today on it, and what is due when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.messages.dates.calendar_lines import title
from bot.messages.document import Mark, SentenceLine
from planning_rules.calendar import Due, Event, meeting_calendar, release_day
from planning_rules.dates import in_full
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.rulebook import Day

TODAY = "Today"
Dated = tuple[date, str]
_DATES = (
    Order.sentenced_on,
    Order.early_date,
    Order.middle_date,
    Order.late_date,
    Order.granted_date,
    Order.released_on,
    Order.recalled_on,
    Order.moved_on,
    Order.end_date,
)


def sentence_line(plan: Plan, day: Day) -> tuple[SentenceLine, ...]:
    """For workers: the dates that custody gave, and the calendar. None where there is nothing to draw."""
    dated = [*_dates(plan), *(_due(due) for due in meeting_calendar(plan, day) if due.event != Event.RELEASE)]
    now = Mark(0, f"{in_full(day.today)}: today", TODAY)
    return line_of(
        "The sentence as a line", dated, now, day.today, plan, "Thick: in custody. Thin: after it."
    )


def line_of(
    title: str, dated: Iterable[Dated], now: Mark, today: date, plan: Plan, caption: str
) -> tuple[SentenceLine, ...]:
    """A line through all of `dated`, from today where that is before them, with today on it as `now` tells.

    None where all are on one day. Where today is after the last, it stands at the end. `{number}` in the
    caption is that of the release, up to which the line is thick; without it among `dated` none is.
    """
    days = sorted(dated, key=lambda one: one[0])
    if not days or days[0][0] == days[-1][0]:
        return ()
    start = min(today, days[0][0])
    length = (days[-1][0] - start).days

    def along(on: date) -> int:
        return min(1000, max(0, round(1000 * (on - start).days / length)))

    marks = [(today, replace(now, at=along(today)))]
    marks += [(on, Mark(along(on), says)) for on, says in days]
    in_order = tuple(mark for _, mark in sorted(marks, key=lambda one: one[0]))
    release, numbered = release_day(plan), [on for on, _ in days]
    if release is None or release[0] not in numbered:
        return (SentenceLine(title, in_order),)
    told = caption.format(number=numbered.index(release[0]) + 1)
    return (SentenceLine(title, in_order, along(release[0]), told),)


def _dates(plan: Plan) -> Iterator[Dated]:
    for fact in _DATES:
        answer = plan.answer_to(fact)
        if answer.value is not None:
            yield answer.value, f"{in_full(answer.value)}: {fact.label.lower()}"


def _due(due: Due) -> Dated:
    return due.on, f"{in_full(due.on)}: {title(due)}"
