"""One term, as it is served, to its dates: half in custody, half under supervision."""

from dataclasses import dataclass
from datetime import date, timedelta

from planning_rules.ages import age_on
from planning_rules.dates import months_before
from planning_rules.sentence.booking import Booking
from planning_rules.sentence.combining import Served
from planning_rules.sentence.terms import half_of, months_after, release_window

ADULT = 18
YEAR = 365


@dataclass(frozen=True)
class Halved:
    """The dates of one term. Each is worked out from those above it, and none is before the start."""

    served: Served
    booking: Booking

    @property
    def half(self) -> int:
        """Days in custody, before credit."""
        return half_of(self.served.length)

    @property
    def left(self) -> int:
        """Days after the half that is served in custody."""
        return self.served.length - self.half

    @property
    def credit(self) -> int:
        return self.booking.credit_days if self.served.is_credited else 0

    @property
    def moved(self) -> int:
        """Days by which the middle and the end come later; below 0, earlier."""
        return self.booking.days_at_large - self.credit

    @property
    def middle(self) -> date:
        start = self.served.start
        return max(start, start + timedelta(days=self.half - 1 + self.moved))

    @property
    def end(self) -> date:
        return max(self.served.start, self.served.last + timedelta(days=self.moved))

    @property
    def is_released_at_once(self) -> bool:
        return self.middle == self.served.start

    @property
    def window(self) -> int:
        """Months by which release may be earlier or later."""
        return 0 if self.is_released_at_once else release_window(self.served.start, self.served.length)

    @property
    def early(self) -> date | None:
        """No earlier than the start, since the window opens on no day before the order."""
        return max(self.served.start, months_before(self.middle, self.window)) if self.window else None

    @property
    def late(self) -> date | None:
        return months_after(self.middle, self.window) if self.window else None

    @property
    def is_under_two_years(self) -> bool:
        """Less than 365 days are left: the term is under 24 months."""
        return self.left < YEAR

    @property
    def age(self) -> int | None:
        """At the middle date; None where nobody said when the child was born."""
        return None if self.booking.born is None else age_on(self.booking.born, self.middle)

    @property
    def top_up_is_unknown(self) -> bool:
        """True where it turns on the age, and nobody said when the child was born."""
        repealed = self.booking.top_up_supervision_repealed
        return self.is_under_two_years and self.age is None and not repealed

    @property
    def top_up(self) -> date | None:
        """The end of supervision after the sentence: 12 months after the middle date, for adults."""
        if self.booking.top_up_supervision_repealed or not self.is_under_two_years:
            return None
        return None if self.age is None or self.age < ADULT else months_after(self.middle, 12)
