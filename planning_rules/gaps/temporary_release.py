"""Temporary release: gaps between a plan and what inspections say about days out before release."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.temporary_release import TemporaryRelease
from planning_rules.gaps.owner import is_nobody
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L, S
from planning_rules.stages import FIRST_ON, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

NO_GOAL = {"grounds_only", "none"}
BOOKED_BY = Threshold(
    "temporary-release-booked",
    "Temporary release that is agreed is booked this long before release",
    6,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)


@rule(
    "ROT01",
    "temporary-release-not-considered",
    stages=FIRST_ON,
    asks=(TemporaryRelease.decision,),
    source=[J("R9"), J("R17"), J("R25i"), A2(19, "the first planning fully considered temporary release")],
    closes_when="Temporary release or mobility was considered, whatever was decided.",
    closed_by="the secure setting with the youth offending team",
)
def temporary_release_not_considered(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that temporary release (RoTL or mobility) was considered.

    Days out let a child visit a college, a home or an employer before release. Inspectors want
    them to be routine, and found that few first meetings fully considered them.
    """
    decision = plan.temporary_release.decision
    if decision.is_missing or decision.choice == "not_considered":
        yield gap(decision)


@rule(
    "ROT02",
    "temporary-release-refused-without-reason",
    stages=REVIEW_ON,
    asks=(TemporaryRelease.decision, TemporaryRelease.refused_because, TemporaryRelease.looked_at_again_on),
    source=[J("R9")],
    closes_when="The reason is recorded, and the day on which it will be looked at again.",
    closed_by="the secure setting",
)
def temporary_release_refused_without_reason(plan: Plan, day: Day) -> Iterator[Finding]:
    """Temporary release is refused, and no reason or no day to look again is recorded.

    Inspectors asked that too much caution be challenged. A refusal without a reason cannot be
    answered, and one without a date lasts until release.
    """
    step = plan.temporary_release
    missing = [answer for answer in (step.refused_because, step.looked_at_again_on) if answer.is_missing]
    if missing:
        yield gap(step.decision, *missing)


@rule(
    "ROT03",
    "temporary-release-without-purpose",
    stages=REVIEW_ON,
    asks=(TemporaryRelease.decision, TemporaryRelease.purpose),
    source=[J("3.25"), S("53")],
    closes_when="It serves a goal of the plan; work in the grounds leads to something outside.",
    closed_by="the secure setting with the youth offending team",
)
def temporary_release_without_purpose(plan: Plan, day: Day) -> Iterator[Finding]:
    """Temporary release is agreed, and no goal of the plan is recorded that it serves.

    Inspectors did not count work in the grounds as preparing a child for release, unless it was a
    step towards something more useful.
    """
    decision, purpose = plan.temporary_release.decision, plan.temporary_release.purpose
    if purpose.is_asked and not set(purpose.value or ()) - NO_GOAL:
        yield gap(decision, purpose)


@rule(
    "ROT04",
    "temporary-release-without-partner",
    stages=REVIEW_ON,
    asks=(TemporaryRelease.decision, TemporaryRelease.partners),
    source=[J("3.25"), J("R21"), J("R22")],
    closes_when="A community agency takes part.",
    closed_by="the youth offending team",
)
def temporary_release_without_partner(plan: Plan, day: Day) -> Iterator[Finding]:
    """Temporary release is agreed, and no community agency is recorded that takes part.

    Inspectors found no case in which a youth offending team or social care took part. A day out does
    most where the child meets the people who will be there after release.
    """
    decision, partners = plan.temporary_release.decision, plan.temporary_release.partners
    if partners.is_asked and not partners.chosen - {"none"}:
        yield gap(decision, partners)


@rule(
    "ROT05",
    "temporary-release-not-booked",
    stages=REVIEW_ON,
    asks=(TemporaryRelease.decision, TemporaryRelease.first_on, TemporaryRelease.arranged_by),
    thresholds=(BOOKED_BY,),
    source=[
        A2(0, "the first plan said how temporary release would be used"),
        A2(8, "the child went out on temporary release"),
    ],
    closes_when="The first time out has a date, and somebody arranges it.",
    closed_by="the secure setting",
)
def temporary_release_not_booked(plan: Plan, day: Day) -> Iterator[Finding]:
    """Temporary release is agreed, and no first day or nobody to arrange it is recorded.

    No first plan said how it would be used, and hardly any child went out. What is agreed and not
    booked may never happen.
    """
    step = plan.temporary_release
    dated, owned = not step.first_on.is_missing, not is_nobody(plan, step.arranged_by, day)
    if plan.earliest_release and not (dated and owned):
        from_day = day.before_release(plan, BOOKED_BY)
        yield gap(step.decision, step.first_on, step.arranged_by, from_day=from_day)
