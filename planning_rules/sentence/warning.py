"""What a worker should look at before relying on the dates. A warning never stops the working."""

from collections.abc import Iterator

from planning_rules.ages import age_on
from planning_rules.sentence.booking import Booking, Order, Term
from planning_rules.sentence.combining import CREDIT_FROM
from planning_rules.sentence.halving import Halved
from planning_rules.text import counted

_TERMS_BEFORE = (4, 6, 8, 10, 12, 18, 24)
_AGES = range(12, 19)


def warnings_of(booking: Booking, terms: list[Halved], leading: Halved) -> Iterator[str]:
    """Each thing that is unusual, in a sentence or two. `leading` is the term that counts for release."""
    yield from (_unusual(order) for order in booking.orders if not is_usual(order))
    yield from _about_age(booking, leading)
    if booking.credit_days and not all(term.served.is_credited for term in terms):
        yield "Credit does not come off an order made before 28 June 2022. It is left out there."
    if booking.credit_days >= leading.served.length:
        yield "As many days count already as the order lasts, or more. Check how many count."
    if booking.credit_days and booking.released_between:
        yield "The child was released before the last order. Check that no day of credit counted before that."
    if booking.alongside:
        yield "Other sentences are served alongside. These are the dates of the order alone."
    for term in terms:
        yield from term.served.warnings


def is_usual(order: Order) -> bool:
    """A term that a court can give: some lengths until 27 June 2022, any from 4 to 24 months since then.

    Sentencing Act 2020, section 236(1), as changed by section 158 of the Police, Crime, Sentencing and
    Courts Act 2022.
    """
    months = order.term.months
    since = order.sentenced >= CREDIT_FROM
    return order.term == Term(months=months) and (4 <= months <= 24 if since else months in _TERMS_BEFORE)


def _unusual(order: Order) -> str:
    since = order.sentenced >= CREDIT_FROM
    may_be = "from 4 to 24 months" if since else "4, 6, 8, 10, 12, 18 or 24 months"
    return f"A term of {order.term} is unusual: an order made on that day may be {may_be}. Check the warrant."


def _about_age(booking: Booking, leading: Halved) -> Iterator[str]:
    if booking.born is None:
        if leading.is_under_two_years and not booking.top_up_supervision_repealed:
            yield "Without a date of birth nobody can say whether there is supervision after the order."
        return
    age = age_on(booking.born, min(order.sentenced for order in booking.orders))
    if age not in _AGES:
        yield f"The child would be {counted(age, 'year')} old when sentenced. Check the date of birth."
