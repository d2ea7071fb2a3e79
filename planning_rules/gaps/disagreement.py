"""Disagreement: what two workers differ about, and who will settle it."""

from collections.abc import Iterator

from planning_rules.on_record import Disagreement
from planning_rules.parts import Action, Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J
from planning_rules.stages import FIRST_ON
from planning_rules.text import listed


@rule(
    "AGY09",
    "workers-disagree",
    stages=FIRST_ON,
    source=[J("3.7")],
    closes_when="It is settled, or a manager on the case is to settle it by a date.",
    closed_by="the two workers, with a manager of either",
)
def workers_disagree(plan: Plan, day: Day) -> Iterator[Finding]:
    """Two workers disagree, and no manager is recorded as settling it by a date.

    Inspectors were surprised how far workers in custody and outside distrusted each other. Neither seemed
    ready to challenge the other on the child's behalf, and in some cases failure was accepted.
    """
    for disagreement in plan.disagreements:
        if not any(_settles(action, disagreement.fact, plan, day) for action in plan.actions):
            yield gap(action=disagreement.fact, working=tuple(_between(disagreement, plan)))


def _between(disagreement: Disagreement, plan: Plan) -> Iterator[str]:
    if disagreement.between:
        yield f"Between {listed(plan.called(person) for person in disagreement.between)}."


def _settles(action: Action, fact: str, plan: Plan, day: Day) -> bool:
    """True where a manager has been asked to, and by when. One that is late is said by AGY03."""
    manager = plan.person(action.owner)
    is_theirs = manager is not None and manager.role is Role.MANAGER and manager.is_on(day.today)
    return action.finds_out == fact and action.is_owed and action.by is not None and is_theirs
