"""What a sheet holds back until somebody has looked at it, and how a worker hears of it."""

from planning_rules.plan import Plan
from planning_rules.release_dates import custody_differs

_BEING_CHECKED = (
    "No leaving date stands on the sheets: custody's dates are not those that follow from the order. "
    "Ring custody."
)


def address_is_held_back(plan: Plan) -> bool:
    """A sheet is no way to learn where one will live, and no home that is not safe is promised on it."""
    return plan.home.child_told.is_no or "not_safe" in (plan.home.suitable.value or ())


def leaving_day_is_held_back(plan: Plan) -> bool:
    """No day is promised that may be a wrong one. The day on which the child left is known."""
    return custody_differs(plan) and not plan.order.released_on.is_given


def held_back(plan: Plan) -> list[str]:
    """For whoever previews the child's sheet: what is recorded and does not stand on it, and why."""
    return [*_address(plan), *([_BEING_CHECKED] if leaving_day_is_held_back(plan) else [])]


def _address(plan: Plan) -> list[str]:
    if not plan.home.address.is_given or not address_is_held_back(plan):
        return []
    why = "the child has not been told" if plan.home.child_told.is_no else "the home is recorded as not safe"
    return [f"The address does not stand on the child's sheet: {why}."]
