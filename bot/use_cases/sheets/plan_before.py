"""The plan as earlier meetings left it, so that a sheet can begin with what is new."""

from bot.use_cases.the_case import TheCase
from planning_rules.json_object import Unreadable
from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from storage import versions
from storage.versions import PlanVersion


def plan_before(case: TheCase) -> Plan | None:
    """As the meeting before the one in hand left it; None where none has closed, or it cannot be read."""
    kept = _before(case)
    return _read(kept[-1]) if kept else None


def plans_before(case: TheCase) -> list[Plan]:
    """As each meeting before the one in hand left it, the first first, where that can still be read."""
    return [plan for kept in _before(case) if (plan := _read(kept))]


def _before(case: TheCase) -> list[PlanVersion]:
    in_hand = case.plan.meeting.id if case.plan.meeting else ""
    return [one for one in versions.of(case.turn.tx, case.case.id) if one.meeting_id != in_hand]


def _read(kept: PlanVersion) -> Plan | None:
    try:
        return plan_from_json(kept.plan)
    except Unreadable:
        return None
