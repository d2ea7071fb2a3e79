"""What a sheet holds back until somebody has looked at it, and how a worker hears of it."""

from planning_rules.plan import Plan


def address_is_held_back(plan: Plan) -> bool:
    """A sheet is no way to learn where one will live, and no home that is not safe is promised on it."""
    return plan.home.child_told.is_no or "not_safe" in (plan.home.suitable.value or ())


def held_back(plan: Plan) -> list[str]:
    """For whoever previews the child's sheet: what is recorded and does not stand on it, and why."""
    if not plan.home.address.is_given or not address_is_held_back(plan):
        return []
    why = "the child has not been told" if plan.home.child_told.is_no else "the home is recorded as not safe"
    return [f"The address does not stand on the child's sheet: {why}."]
