"""The plan as the meeting before the one in hand left it, so that a sheet can begin with what is new."""

from bot.use_cases.the_case import TheCase
from planning_rules.json_object import Unreadable
from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from storage import versions


def plan_before(case: TheCase) -> Plan | None:
    """None where no other meeting has closed, or what it left can no longer be read."""
    in_hand = case.plan.meeting.id if case.plan.meeting else ""
    kept = [one for one in versions.of(case.turn.tx, case.case.id) if one.meeting_id != in_hand]
    if not kept:
        return None
    try:
        return plan_from_json(kept[-1].plan)
    except Unreadable:
        return None
