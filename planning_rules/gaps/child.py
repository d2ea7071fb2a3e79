"""The child: gaps between a plan and what inspections say about the child's part in it."""

from collections.abc import Iterator

from planning_rules.facts.child import Child
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J
from planning_rules.stages import FIRST_ON


@rule(
    "CHI03",
    "no-words-from-child",
    stages=FIRST_ON,
    asks=(Child.says,),
    source=[J("R25a"), J("3.14")],
    closes_when="What the child says is recorded in their own words, or that they chose to say nothing.",
    closed_by="the child, with whoever in the meeting they know best",
    where_meeting_held=True,
)
def no_words_from_child(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded in the child's own words.

    Most children whom inspectors met did not know that they had a plan, or hardly knew what was in
    it. Listening to children is what teams are asked to do first.
    """
    says = plan.child.says
    if says.is_no or says.is_not_known:
        yield gap(says)
