"""Plain words: a gap where what the child and parents will read is hard to read."""

from collections.abc import Iterator

from planning_rules.plain_english.on_sheets import (
    CHECKED,
    LOOKED_AT,
    hard_in,
    hard_in_action,
    told,
    wanted_on,
)
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J
from planning_rules.stages import ALWAYS


@rule(
    "PLN02",
    "plan-not-plain",
    stages=ALWAYS,
    asks=LOOKED_AT,
    source=[J("R12"), J("3.14")],
    closes_when="The words are changed, or a worker has said that they are wanted as they are.",
    closed_by="the workers who wrote them",
)
def plan_not_plain(plan: Plan, day: Day) -> Iterator[Finding]:
    """Words that the child and parents will read are hard to read.

    Most children did not know that they had a plan, or hardly knew what it said. Long sentences,
    short forms and workers' words are marked. What the child and parents said themselves never is.
    """
    wanted = wanted_on(plan)
    marks = {answer: hard_in(plan, answer, wanted) for answer in map(plan.answer_to, CHECKED)}
    hard = [answer for answer, found in marks.items() if found]
    if hard:
        yield gap(*hard, working=tuple(line for found in marks.values() for line in told(found)))
    for action in plan.actions:
        if found := hard_in_action(plan, action, wanted):
            yield gap(action=action.id, working=tuple(told(found)))
