"""Which orders are served as one term, and from when to when each such term runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planning_rules.dates import in_full
from planning_rules.sentence.booking import Booking, Order, Term, total
from planning_rules.sentence.terms import LONGEST, days_from, last_day
from planning_rules.sentence.working import COUNTING, SINGLE_TERM, Step

CREDIT_FROM = date(2022, 6, 28)


@dataclass(frozen=True)
class Served:
    """A term as it is served, before credit: one order, several on end, or several taken as one."""

    orders: tuple[Order, ...]
    start: date
    last: date
    steps: tuple[Step, ...]
    warnings: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return days_from(self.start, self.last)

    @property
    def is_credited(self) -> bool:
        """One order made on or after 28 June 2022 is enough: a term that straddles that day is credited."""
        return any(order.sentenced >= CREDIT_FROM for order in self.orders)


def served_terms(booking: Booking) -> list[Served]:
    """The terms of a booking. The latest dates among them count."""
    groups = booking.groups
    if booking.released_between:
        last_start = max(_start(group) for group in groups)
        groups = [group for group in groups if _start(group) == last_start]
    chained = any(len(group) > 1 for group in groups)
    if chained or booking.each_alone or booking.alongside:
        return [_on_end(group) for group in groups]
    return list(_overlapping([order for group in groups for order in group]))


def _overlapping(orders: Sequence[Order]) -> Iterator[Served]:
    """Orders that overlap are one term if they were made on different dates (section 238(3))."""
    together: list[Order] = []
    for order in sorted(orders, key=lambda order: order.sentenced):
        if together and order.sentenced > max(map(_last, together)):
            yield from _of_dates(together)
            together = []
        together.append(order)
    yield from _of_dates(together)


def _of_dates(orders: Sequence[Order]) -> Iterator[Served]:
    if orders[0].sentenced == orders[-1].sentenced:
        yield from (_on_end((order,)) for order in orders)
    else:
        yield _as_one(tuple(orders))


def _on_end(orders: tuple[Order, ...]) -> Served:
    """One order, or several served one after another: like units are added, from the first order's date."""
    start = _start(orders)
    term = total(order.term for order in orders)
    added, limit = last_day(start, term), last_day(start, LONGEST)
    if len(orders) == 1:
        return Served(orders, start, added, (_last_day_step(f"Last day of {orders[0]}", start, term),))
    steps = [
        Step(
            "Orders one after another",
            f"Added, from the first date: {'; '.join(map(str, orders))}.",
            f"{term} from {in_full(start)}",
            SINGLE_TERM,
        ),
        _last_day_step("Last day", start, term),
    ]
    if added > limit:
        steps.append(_limit_step(start))
    return Served(orders, start, min(added, limit), tuple(steps))


def _as_one(orders: tuple[Order, ...]) -> Served:
    """From the first date to the later end, of the longest order of the first date and of the last."""
    start, newest = orders[0].sentenced, orders[-1].sentenced
    ends = [
        max((order for order in orders if order.sentenced == made), key=_last) for made in (start, newest)
    ]
    end, limit = max(map(_last, ends)), last_day(start, LONGEST)
    steps = [_last_day_step(f"Last day of {order}", order.sentenced, order.term) for order in ends]
    steps.append(
        Step(
            "Orders of different dates that overlap",
            f"They are one term, from the first date, {in_full(start)}, to the later of those two days.",
            in_full(end),
            SINGLE_TERM,
        )
    )
    if end > limit:
        steps.append(_limit_step(start))
    return Served(orders, start, min(end, limit), tuple(steps), tuple(_doubts(orders, end)))


def _doubts(orders: Sequence[Order], end: date) -> Iterator[str]:
    newest = in_full(orders[-1].sentenced)
    yield f"If the child was released before {newest}, only the last order counts. Ask the custody office."
    if any(_last(order) > end for order in orders):
        yield "An order made between the first and the last ends later than both. Ask the custody office."


def _last_day_step(what: str, start: date, term: Term) -> Step:
    months, then = Term(months=term.months), Term(weeks=term.weeks, days=term.days)
    before, months_end = start - timedelta(days=1), last_day(start, months)
    if start.day == 1 and term.months:
        how = f"It starts on the 1st, so {months} end with a month: {in_full(months_end)}."
    else:
        how = f"The day before it starts is {in_full(before)}."
        how += f" {months} on is {in_full(months_end)}." if term.months else ""
        how += " That month has no later day." if months_end.day < before.day else ""
    how += f" {then} on is the last day." if then != Term() else ""
    return Step(what, how, in_full(last_day(start, term)), COUNTING)


def _limit_step(start: date) -> Step:
    return Step(
        "Limit of 24 months",
        f"Orders together last at most 24 months from {in_full(start)}; what is over is left out.",
        in_full(last_day(start, LONGEST)),
        SINGLE_TERM,
    )


def _start(orders: Sequence[Order]) -> date:
    return min(order.sentenced for order in orders)


def _last(order: Order) -> date:
    return last_day(order.sentenced, order.term)
