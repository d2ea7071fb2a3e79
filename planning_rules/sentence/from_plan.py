"""The dates that follow from what a plan says of its order."""

from typing import TYPE_CHECKING

from planning_rules.refusal import Refusal
from planning_rules.sentence.booking import Booking, Kind, Order, Term
from planning_rules.sentence.refusing import not_worked_out
from planning_rules.sentence.working import Worked
from planning_rules.sentence.working_out import work_out

if TYPE_CHECKING:
    from planning_rules.plan import Plan


def work_out_plan(
    plan: "Plan",
    *,
    credit_days: int = 0,
    credit_is_assumed: bool = False,
    days_at_large: int = 0,
    top_up_supervision_repealed: bool = False,
) -> Worked | Refusal | None:
    """The dates of a plan's one DTO, from the day of sentence and the months.

    `credit_days` are whole days on remand and on tagged bail together, or with `credit_is_assumed` what only
    would explain custody's dates; `days_at_large` are whole days. None where the kind, the day or the length
    is not known, or there is no sentence; a Refusal where dates are entered.
    """
    order = plan.order
    if order.kind.choice == Kind.LONG:
        return not_worked_out(Kind.LONG)
    sentenced, months = order.sentenced_on.value, order.term_months.value
    if order.kind.choice != Kind.DTO or sentenced is None or not months:
        return None
    return work_out(
        Booking(
            (Order(sentenced, Term(months=months)),),
            born=order.born.value,
            other_credit_days=credit_days,
            credit_is_assumed=credit_is_assumed,
            days_at_large=days_at_large,
            top_up_supervision_repealed=top_up_supervision_repealed,
        )
    )
