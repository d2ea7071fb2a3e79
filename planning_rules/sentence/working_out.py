"""From orders to dates."""

from collections.abc import Iterator

from planning_rules.dates import in_full
from planning_rules.refusal import Refusal
from planning_rules.sentence.booking import Booking
from planning_rules.sentence.combining import served_terms
from planning_rules.sentence.halving import Halved
from planning_rules.sentence.refusing import refused
from planning_rules.sentence.saying import steps_of
from planning_rules.sentence.warning import warnings_of
from planning_rules.sentence.working import SINGLE_TERM, Dates, Step, Worked, distinct


def work_out(booking: Booking) -> Worked | Refusal:
    """The dates of a booking with at least one order, with the working; or why they are not worked out.

    Sentencing Act 2020, sections 233 to 248. Where several terms run beside each other, the one with the
    latest middle date gives the middle, early and late dates, and the one that ends last gives the end.
    """
    refusal = refused(booking)
    if refusal is not None:
        return refusal
    terms = [Halved(served, booking) for served in served_terms(booking)]
    leading = max(terms, key=lambda term: (term.middle, term.end))
    dates = Dates(
        max(term.end for term in terms),
        leading.middle,
        leading.early,
        leading.late,
        leading.top_up,
        leading.top_up_is_unknown,
    )
    steps, warnings = tuple(_steps(terms, dates)), distinct(warnings_of(booking, terms, leading))
    return Worked(dates, steps, warnings, booking.credit_days if booking.credit_is_assumed else 0)


def _steps(terms: list[Halved], dates: Dates) -> Iterator[Step]:
    for term in terms:
        yield from steps_of(term)
    if len(terms) > 1:
        how = "Of the terms above, the one with the latest middle date counts for release."
        yield Step("Release", how, in_full(dates.middle), SINGLE_TERM)
        yield Step("End", "The latest end counts.", in_full(dates.end), SINGLE_TERM)
