"""The working of one term in words, from its length to the end of supervision."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from planning_rules.dates import in_full
from planning_rules.sentence import working
from planning_rules.sentence.booking import Booking
from planning_rules.sentence.halving import ADULT, YEAR, Halved
from planning_rules.sentence.working import Step
from planning_rules.text import counted, listed

NONE = "none"
NOT_KNOWN = "not known"


def steps_of(term: Halved) -> Iterator[Step]:
    """What a worker with a paper calendar would do, in that order."""
    yield from term.served.steps
    yield _length(term)
    yield _half(term)
    yield from _credit(term)
    yield from _at_large(term)
    yield _middle(term)
    yield _end(term)
    yield from _window(term)
    yield _top_up(term)


def _length(term: Halved) -> Step:
    served = term.served
    how = f"From {in_full(served.start)} to {in_full(served.last)}, both counted."
    return Step("Length", how, _days(served.length), working.COUNTING)


def _half(term: Halved) -> Step:
    odd = " The odd day is served in custody." if term.half != term.left else ""
    how = f"{_days(term.served.length)} are {term.half} and {term.left}.{odd}"
    return Step("Half", how, _days(term.half), working.HALF_WAY)


def _credit(term: Halved) -> Iterator[Step]:
    """Nothing where there is none to take off."""
    booking = term.booking
    if booking.credit_days:
        how = f"{_counting(booking)}."
        if not term.served.is_credited:
            how += " An order made before 28 June 2022 gets no credit: the court allowed for it in the term."
        what = "Credit assumed" if booking.credit_is_assumed else "Credit"
        yield Step(what, how, _days(term.credit), working.CREDIT)


def _counting(booking: Booking) -> str:
    """What counts already, as far as anybody said on what it was served."""
    if booking.credit_is_assumed:
        return "Nobody said that any day counts already. So many would explain the dates that custody gave"
    parts = (
        (booking.remand_days, "on remand"),
        (booking.tagged_bail_days, "on tagged bail"),
        (booking.other_credit_days, "that count already"),
    )
    return listed(f"{_days(days)} {where}" for days, where in parts if days)


def _at_large(term: Halved) -> Iterator[Step]:
    if days := term.booking.days_at_large:
        how = "Days unlawfully at large do not count as served."
        yield Step("Days at large", how, _days(days), working.AT_LARGE)


def _middle(term: Halved) -> Step:
    start = term.served.start
    unmoved = start + timedelta(days=term.half - 1)
    how = f"Day {term.half}, with {in_full(start)} as day 1, is {in_full(unmoved)}."
    how += f" Month by month: {_tally(start, unmoved)}.{_moved(term, unmoved)}"
    return Step("Middle date (MTD)", how, in_full(term.middle), working.HALF_WAY)


def _tally(first: date, last: date) -> str:
    """ "December 2, January 31": the days of each month from `first` to `last`, both counted."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    by_month = groupby(in_full(day).split()[2:] for day in days)
    return ", ".join(f"{month} {len(list(each))}" for (month, _), each in by_month)


def _end(term: Halved) -> Step:
    last = term.served.last
    how = f"The last day is {in_full(last)}.{_moved(term, last)}"
    return Step("End of the order (SED)", how, in_full(term.end), working.COUNTING)


def _moved(term: Halved, day: date) -> str:
    says = f" {_days(term.credit)} of credit come off." if term.credit else ""
    if term.booking.days_at_large:
        says += f" {_days(term.booking.days_at_large)} at large are added."
    if day + timedelta(days=term.moved) < term.served.start:
        says += " That is before the order was made, so it is the day of the order."
    return says


def _window(term: Halved) -> Iterator[Step]:
    if term.early is None or term.late is None:
        why = "Release is at once" if term.is_released_at_once else "Only orders of 8 to 24 months have them"
        yield Step("Early and late dates", f"{why}.", NONE, f"{working.EARLIER} and (5)")
        return
    length = "8 to under 18 months" if term.window == 1 else "18 to 24 months"
    months = f"{counted(term.window, 'month')} for a term of {length}"
    early = f"{months}, back from the middle date.{_clipped(term, term.early)} Release may be on or after it."
    late = f"{months}, on from the middle date.{_clipped(term, term.late)} Only a court can put release off."
    yield Step("Early date (ETD)", early, in_full(term.early), working.EARLIER)
    yield Step("Late date (LTD)", late, in_full(term.late), working.LATER)


def _clipped(term: Halved, day: date) -> str:
    if day == term.served.start:
        return " It is never before the order."
    return " That month has no later day." if day.day < term.middle.day else ""


def _top_up(term: Halved) -> Step:
    what = "End of supervision after the order (TUSED)"
    if term.booking.top_up_supervision_repealed:
        return Step(what, "It was repealed.", NONE, working.TOP_UP_REPEALED)
    if not term.is_under_two_years:
        how = f"It needs less than {YEAR} days after the half; there are {term.left}."
        return Step(what, how, NONE, working.TOP_UP)
    if term.top_up is None:
        age = "Nobody said when the child was born." if term.age is None else f"The child is {term.age} then."
        result = NOT_KNOWN if term.top_up_is_unknown else NONE
        return Step(what, f"It needs age {ADULT} on the middle date. {age}", result, working.TOP_UP)
    how = f"12 months after the middle date, as the child is {term.age} then."
    return Step(what, how, in_full(term.top_up), working.TOP_UP)


def _days(number: int) -> str:
    return counted(number, "day")
