"""The dates that custody gave beside those worked out from the order, which only check them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.sentence import Worked, work_out_plan

GIVEN_BY_CUSTODY = (Order.early_date, Order.middle_date, Order.late_date, Order.end_date)


@dataclass(frozen=True)
class Compared:
    """One date: as custody gave it, and as it follows from the order, or None where it gives none."""

    fact: Fact[date]
    given: Answer[date]
    ours: date | None

    @property
    def differs(self) -> bool:
        """True where custody gave a date, and it is another one, or the order gives none."""
        return self.given.is_given and self.given.value != self.ours


def worked_out(plan: Plan) -> Worked | Refusal | None:
    """The dates with the working; why they are not worked out; or None where the order is not known yet."""
    order = plan.order
    if order.recalled_on.is_given:
        return Refusal("After a recall the dates are entered, not worked out. Ask custody for the new ones.")
    if order.other_sentences.is_yes:
        return Refusal(
            "There is another order or sentence beside this one, so the dates are not worked out here. "
            "Ask custody for its working."
        )
    if order.credit_days.is_settled:
        return _worked_out(plan, order.credit_days.value or 0)
    return _with_what_explains_it(plan)


def _worked_out(plan: Plan, credit_days: int, assumed: bool = False) -> Worked | Refusal | None:
    at_large = plan.order.at_large_days.value or 0
    return work_out_plan(plan, credit_days=credit_days, credit_is_assumed=assumed, days_at_large=at_large)


def _with_what_explains_it(plan: Plan) -> Worked | Refusal | None:
    """Nobody said how many days count already: as many as explain every date that custody gave, else none.

    Days that count can only bring a date forward, and bring all of them forward alike. So where they explain
    the middle date and no other, it is that date which is wrong.
    """
    none = _worked_out(plan, 0)
    given = plan.order.middle_date.value
    if not isinstance(none, Worked) or given is None or given >= none.dates.middle:
        return none
    assumed = _worked_out(plan, (none.dates.middle - given).days, assumed=True)
    if not isinstance(assumed, Worked) or any(one.differs for one in compared(plan, assumed)):
        return none
    return assumed


def compared(plan: Plan, worked: Worked) -> Iterator[Compared]:
    """Each date that custody gives for an order, in the order of the sentence."""
    dates = worked.dates
    ours = (dates.early, dates.middle, dates.late, dates.end)
    for fact, on in zip(GIVEN_BY_CUSTODY, ours, strict=True):
        yield Compared(fact, plan.answer_to(fact), on)


def custody_differs(plan: Plan) -> bool:
    """True where a date that custody gave is not the one that follows from the order."""
    worked = worked_out(plan)
    return isinstance(worked, Worked) and any(one.differs for one in compared(plan, worked))
