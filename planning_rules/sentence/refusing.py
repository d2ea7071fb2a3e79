"""When dates are entered and not worked out, and who can give them."""

from planning_rules.refusal import Refusal
from planning_rules.sentence.booking import Booking, Kind

_ASK = "Ask the custody office of the secure setting, and enter the dates that it gives."
_WHY = {
    Kind.BREACH: "A term for breach of an order is not worked out here: it may run beside it or after it.",
    Kind.RECALL: "A recall together with an order is not worked out here: it turns on the day of return.",
    Kind.SECTION_250: "Dates of a section 250 (once section 91) sentence are entered, not worked out.",
    Kind.SECTION_259: "Dates of a section 259 (once section 90) sentence are entered, not worked out.",
    Kind.EXTENDED: "Dates of an extended sentence are entered, not worked out.",
    Kind.LIFE: "Dates of a life sentence are entered, not worked out.",
    Kind.LONG: "Dates of a section 250, section 259 or life sentence are entered, not worked out.",
}
_AFTER_ANOTHER_KIND = "An order that follows a sentence of another kind is not worked out here."


def refused(booking: Booking) -> Refusal | None:
    """The first reason not to work the dates out; None where there is none."""
    for order in booking.orders:
        if order.kind is not Kind.DTO:
            return not_worked_out(order.kind)
        if order.consecutive_to:
            return Refusal(f"{_AFTER_ANOTHER_KIND} {_ASK}")
    return next((not_worked_out(kind) for name in booking.alongside if (kind := _forbids(name))), None)


def not_worked_out(kind: Kind) -> Refusal:
    """Why dates of this kind, which is no DTO, are entered, and who can give them."""
    return Refusal(f"{_WHY[kind]} {_ASK}")


def _forbids(alongside: str) -> Kind | None:
    """A recall or a breach, by whatever longer name an establishment's system gives it."""
    name = alongside.casefold()
    return next((kind for kind in (Kind.RECALL, Kind.BREACH) if kind.value in name), None)
