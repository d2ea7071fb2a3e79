"""What the court ordered, and what counts towards it: the input of the working."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planning_rules.dates import in_full
from planning_rules.text import counted, listed


@dataclass(frozen=True)
class Term:
    """A length as a court says it. Weeks and days come after the months."""

    months: int = 0
    weeks: int = 0
    days: int = 0

    def __str__(self) -> str:
        parts = ((self.months, "month"), (self.weeks, "week"), (self.days, "day"))
        return listed(counted(number, unit) for number, unit in parts if number) or "no time"


def total(terms: Iterable[Term]) -> Term:
    """Like units added to like units."""
    units = zip(*((term.months, term.weeks, term.days) for term in terms), strict=True)
    return Term(*map(sum, units))


class Kind(StrEnum):
    """What was ordered. Dates are worked out for a Detention and Training Order only.

    `LONG` is what a plan says of a section 250, section 259 or life sentence.
    """

    DTO = "dto"
    BREACH = "breach"
    RECALL = "recall"
    SECTION_250 = "section 250"
    SECTION_259 = "section 259"
    EXTENDED = "extended"
    LIFE = "life"
    LONG = "long"


@dataclass(frozen=True)
class Order:
    """One order. `consecutive_to` names the sentence of another kind that it follows, if it does."""

    sentenced: date
    term: Term
    kind: Kind = Kind.DTO
    consecutive_to: str = ""

    def __str__(self) -> str:
        """ "the order of 6 months made on Monday 4 July 2022"."""
        return f"the order of {self.term} made on {in_full(self.sentenced)}"


@dataclass(frozen=True)
class Booking:
    """All that a child serves at one time, and the whole days that count towards it or are added.

    `chains` are indexes of orders that are served one after another; an order in no chain stands alone.
    `each_alone` says that orders of different dates are not to be taken as one. `released_between`: the child
    was released before the last order was made. `alongside` names the sentences that are no DTOs.
    `other_credit_days` count too, and nobody said whether as remand or as tagged bail. `credit_is_assumed`:
    nobody said that any day counts; it is only what would explain the dates that custody gave.
    """

    orders: tuple[Order, ...]
    born: date | None = None
    remand_days: int = 0
    tagged_bail_days: int = 0
    other_credit_days: int = 0
    credit_is_assumed: bool = False
    days_at_large: int = 0
    chains: tuple[tuple[int, ...], ...] = ()
    each_alone: bool = False
    released_between: bool = False
    alongside: tuple[str, ...] = ()
    top_up_supervision_repealed: bool = False

    @property
    def credit_days(self) -> int:
        return self.remand_days + self.tagged_bail_days + self.other_credit_days

    @property
    def groups(self) -> list[tuple[Order, ...]]:
        """The orders of each chain, and each other order alone."""
        chained = {index for chain in self.chains for index in chain}
        alone = [(order,) for index, order in enumerate(self.orders) if index not in chained]
        return [*(tuple(self.orders[index] for index in chain) for chain in self.chains), *alone]
