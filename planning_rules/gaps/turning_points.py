"""Turning points: gaps in what is prepared for an early release, a move, or an eighteenth birthday."""

from collections.abc import Iterator

from planning_rules.facts.education import Education
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import J, S, Source
from planning_rules.stages import FIRST_ON, REVIEW_ON

ALL_TOLD = {"plan", "child", "family"}


@rule(
    "TIM04",
    "early-release-not-ready",
    severity=Severity.URGENT,
    stages=REVIEW_ON,
    asks=(
        Order.early_release_sought,
        Order.health_ready_early,
        Home.address_agreed,
        Education.planned,
        Education.done_so_far,
    ),
    source=[J("1.8"), J("R10")],
    closes_when="An address is agreed, a place is confirmed, and health care is there from the early date.",
    closed_by="the youth offending team, with social care, education and health",
)
def early_release_not_ready(plan: Plan, day: Day) -> Iterator[Finding]:
    """Early release is sought, and home, school or work, or health is not recorded as in place for it.

    Everything has to be there from the first day, whichever day that is. An early release without it
    sends the child out to nothing, only sooner.
    """
    order, done = plan.order, plan.education.done_so_far
    in_place = (plan.home.address_agreed, plan.education.planned, done, order.health_ready_early)
    unconfirmed = [done] if done.is_given and "confirmed" not in done.chosen else []
    lacking = [*(answer for answer in in_place if answer.is_missing), *unconfirmed]
    if order.early_release_sought.is_yes and lacking:
        yield gap(order.early_release_sought, *lacking)


@rule(
    "TIM09",
    "turning-18-unplanned",
    stages=FIRST_ON,
    asks=(Support.adult_handover,),
    source=[Source("J", "¶3.25, the good practice example after it")],
    closes_when="It is planned who goes on with what when the child turns 18.",
    closed_by="the youth offending team, with probation, social care and health",
)
def turning_18_unplanned(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child turns 18 before the order ends, and no handover to adult services is recorded.

    Services for children end on a birthday. One child turned 18 in custody, and did well: her youth
    offending team kept the case and brought in mental health services for adults.
    """
    if plan.support.adult_handover.is_missing:
        yield gap(plan.support.adult_handover)


@rule(
    "TIM12",
    "move-unplanned",
    stages=REVIEW_ON,
    asks=(Order.move_prepared,),
    source=[S("33"), S("53")],
    closes_when="The plan was passed on, and the child and the family were told.",
    closed_by="the secure setting that the child leaves",
)
def move_unplanned(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child moves or turns 18 in custody, and not all is recorded: plan passed on, child and family told.

    A move should go as well as a release: with everybody knowing, and support that carries on.
    """
    prepared = plan.order.move_prepared
    if prepared.is_asked and not prepared.chosen >= ALL_TOLD:
        yield gap(prepared)
