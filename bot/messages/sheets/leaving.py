"""The day on which the child leaves, as far as a sheet goes by it."""

from datetime import date

from bot.messages.sheets.held_back import leaving_day_is_held_back
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan


def leaving_dates(plan: Plan) -> list[Fact[date]]:
    """The day itself, else the one that was granted, else those that are due; after a recall the new ones."""
    if plan.order.released_on.is_given and not plan.order.recalled_on.is_given:
        return [Order.released_on]
    if _is_to_come(plan, Order.granted_date):
        return [Order.granted_date]
    return [fact for fact in (Order.early_date, Order.middle_date) if _is_to_come(plan, fact)]


def _is_to_come(plan: Plan, fact: Fact[date]) -> bool:
    """Given, and no day from before the recall."""
    on, recalled = plan.answer_to(fact).value, plan.order.recalled_on.value
    return on is not None and (recalled is None or on > recalled)


def waits_for_a_new_day(plan: Plan) -> bool:
    """Recalled, and nobody knows yet when the child leaves again. What was planned for a day is over."""
    return plan.order.recalled_on.is_given and not leaving_dates(plan)


def leaving_day(plan: Plan, reader: Reader) -> date | None:
    """The day on which the child left or is due to leave, where this reader is told of it."""
    dated = next((fact for fact in leaving_dates(plan) if fact is not Order.early_date), None)
    if dated is None or not reader.may_read(dated) or leaving_day_is_held_back(plan):
        return None
    return plan.answer_to(dated).value


def is_over(plan: Plan, reader: Reader, day: date) -> bool:
    """True after that day, whether or not anybody recorded that the child left."""
    leaves = leaving_day(plan, reader)
    return leaves is not None and leaves < day


def is_supervised_after(plan: Plan, reader: Reader, day: date) -> bool:
    """False where the order is over by then, as it may be after a recall, or is over now."""
    leaves, ends = leaving_day(plan, reader), plan.order.end_date.value
    return ends is None or (ends >= day and (leaves is None or ends > leaves))
