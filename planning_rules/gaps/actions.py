"""Actions: gaps between what was promised and what inspections say about promises."""

from collections.abc import Iterator

from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J, S
from planning_rules.stages import ALWAYS


@rule(
    "AGY03",
    "action-overdue",
    stages=ALWAYS,
    source=[J("3.21")],
    closes_when="It is done, or skipped with a reason, or has a new date.",
    closed_by="whoever said that they would do it",
)
def action_overdue(plan: Plan, day: Day) -> Iterator[Finding]:
    """An action is past its date, and is not recorded as done.

    Every meeting that inspectors saw asked the child to account for what they had done. None asked
    that of the professionals where they had not acted.
    """
    for action in plan.actions:
        if action.is_late(day.today):
            yield gap(action=action.id, as_urgent_as=(action.closes, action.about))


@rule(
    "AGY04",
    "action-without-owner",
    stages=ALWAYS,
    source=[J("3.21"), S("41")],
    closes_when="A person on the case has said that they will do it.",
    closed_by="the chair",
)
def action_without_owner(plan: Plan, day: Day) -> Iterator[Finding]:
    """An action has no named person.

    Inspectors saw no meeting that asked professionals why something had not moved. Without a name
    there is nobody to ask.
    """
    for action in plan.actions:
        owner = plan.person(action.owner)
        if action.is_owed and (owner is None or not owner.is_on(day.today)):
            yield gap(action=action.id)


@rule(
    "AGY05",
    "action-without-date",
    stages=ALWAYS,
    source=[J("3.21"), S("41")],
    closes_when="It has a date.",
    closed_by="whoever said that they would do it",
)
def action_without_date(plan: Plan, day: Day) -> Iterator[Finding]:
    """An action has no date.

    Even the best meetings that inspectors saw did not drive things forward. Without a date nobody
    can say that an action is late.
    """
    for action in plan.actions:
        if action.is_owed and action.by is None:
            yield gap(action=action.id)
