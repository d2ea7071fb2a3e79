"""Plan B: gaps between a plan and what inspections say about what may fall through."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.health import CARE, Health
from planning_rules.facts.home import Home
from planning_rules.facts.plan_b import PlanB
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J, L
from planning_rules.stages import REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

PLAN_B_URGENT = Threshold(
    "plan-b-for-home-urgent",
    "No plan B for an uncertain home is urgent this long before release",
    4,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
UNCERTAIN = {"new", "temporary", "broke_down_before"}


@rule(
    "CON01",
    "no-plan-b-for-home",
    stages=REVIEW_ON,
    asks=(Home.living_with, Home.warning_signs, PlanB.home),
    thresholds=(PLAN_B_URGENT,),
    source=[J("R25f"), J("3.19")],
    closes_when="A plan B for where to live is agreed.",
    closed_by="the youth offending team with housing or social care",
)
def no_plan_b_for_home(plan: Plan, day: Day) -> Iterator[Finding]:
    """No plan B for where to live is recorded.

    Inspectors saw very little planning for what might go wrong. What they saw instead, once the
    children were out, was what happens without it.
    """
    home = plan.home
    elsewhere = home.living_with.choice not in ("", "family")
    uncertain = elsewhere or UNCERTAIN & set(home.warning_signs.value or ())
    if plan.plan_b.home.is_missing:
        urgent_from = day.before_release(plan, PLAN_B_URGENT) if uncertain else None
        yield gap(plan.plan_b.home, urgent_from=urgent_from)


@rule(
    "CON02",
    "no-plan-b-for-school-or-work",
    stages=REVIEW_ON,
    asks=(PlanB.education,),
    source=[J("R25f")],
    closes_when="A plan B for school, training or work is agreed.",
    closed_by="the youth offending team with education",
)
def no_plan_b_for_school_or_work(plan: Plan, day: Day) -> Iterator[Finding]:
    """No plan B for school, training or work is recorded.

    Teams are asked to have a firm plan in case the first arrangement fails. Without one, a child
    whose course or job falls through has nothing to fill the days.
    """
    if plan.plan_b.education.is_missing:
        yield gap(plan.plan_b.education)


@rule(
    "CON03",
    "no-plan-b-for-health",
    stages=REVIEW_ON,
    asks=(Health.needs, PlanB.health),
    source=[J("R25f")],
    closes_when="A plan B for the child's health care is agreed.",
    closed_by="health, with the youth offending team",
)
def no_plan_b_for_health(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child needs health care, and no plan B for it is recorded.

    Teams are asked to have a firm plan in case the first arrangement fails. Care that stops at the
    gate undoes what was begun in custody.
    """
    needs = plan.health.needs
    if needs.chosen & set(CARE) and plan.plan_b.health.is_missing:
        yield gap(needs, plan.plan_b.health)
