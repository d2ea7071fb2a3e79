"""Health: gaps between a plan and what inspections say about care that carries on. All are private."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.health import Health
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L, S
from planning_rules.stages import REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

NOT_SHARED = {"community_unaware", "custody_unaware", "neither"}
MENTAL_HEALTH_URGENT = Threshold(
    "mental-health-urgent",
    "No mental health appointment is urgent this long before release",
    2,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)


@rule(
    "HLT02",
    "no-mental-health-handover",
    stages=REVIEW_ON,
    asks=(Health.needs, Health.mental_health_booked),
    thresholds=(MENTAL_HEALTH_URGENT,),
    source=[J("3.18"), A2(13, "mental health care began at the point of release")],
    closes_when="A community mental health appointment is booked for release.",
    closed_by="health staff in the secure setting and community mental health",
)
def no_mental_health_handover(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child has a mental health need, and no community appointment is recorded for release.

    Care began too late, or did not carry on what was begun in custody. Inspectors saw no good
    reason: elsewhere it was there on the day.
    """
    needs, booked = plan.health.needs, plan.health.mental_health_booked
    if booked.is_missing:
        yield gap(needs, booked, urgent_from=day.before_release(plan, MENTAL_HEALTH_URGENT))


@rule(
    "HLT03",
    "no-substance-worker-at-release",
    stages=REVIEW_ON,
    asks=(Health.needs, Health.substance_worker),
    source=[J("3.18"), A2(48, "substance use work began at the point of release")],
    closes_when="A community substance use worker will see the child from release day.",
    closed_by="the secure setting's and the community's substance use workers",
)
def no_substance_worker_at_release(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child has a substance use need, and no community worker is recorded from release day.

    For about half of the children looked at, this work did not begin at release. One child, whose
    worker met him in custody and again on release day, did well.
    """
    needs, worker = plan.health.needs, plan.health.substance_worker
    if worker.is_missing:
        yield gap(needs, worker)


@rule(
    "HLT04",
    "no-physical-health-follow-up",
    stages=REVIEW_ON,
    asks=(Health.needs, Health.physical_follow_up),
    source=[J("2.6"), A2(0, "the written plan said how physical health care would start after release")],
    closes_when="Follow-up after release is arranged.",
    closed_by="health staff in the secure setting and the child's doctor",
)
def no_physical_health_follow_up(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child has a physical health need, and no follow-up after release is recorded.

    Five of 29 children needed follow-up in the community, and two of them got no better. No
    written plan said how physical health care would start after release.
    """
    needs, follow_up = plan.health.needs, plan.health.physical_follow_up
    if follow_up.is_missing:
        yield gap(needs, follow_up)


@rule(
    "HLT07",
    "health-information-not-shared",
    stages=REVIEW_ON,
    asks=(Health.needs, Health.shared),
    source=[J("3.9"), J("3.10"), J("3.11"), J("R30"), S("41")],
    closes_when="Custody and community health services have told each other what they know.",
    closed_by="health staff in the secure setting and in the community",
)
def health_information_not_shared(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that custody and community health services told each other what they know.

    Too much about health was lost on the way into custody, inside it and on the way out. What was not
    passed on was missed, done twice, or came too late to be of use. A child may refuse to have it
    shared: then that is recorded, and nothing is missing.
    """
    needs, shared = plan.health.needs, plan.health.shared
    if shared.is_missing or shared.choice in NOT_SHARED:
        yield gap(needs, shared)
