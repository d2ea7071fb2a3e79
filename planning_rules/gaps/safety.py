"""Safety: gaps between a plan and what inspections say about keeping the child and others safe.

All are private. What happened, and who a victim is, is recorded nowhere here.
"""

from collections.abc import Iterator

from planning_rules.facts.safety import Safety
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import J, S, T
from planning_rules.stages import ALWAYS, AT_RELEASE, FIRST_ON, REVIEW_ON

ALL_CHECKED = {"address", "travel", "contact"}


@rule(
    "RSK03",
    "victims-not-considered",
    severity=Severity.URGENT,
    stages=ALWAYS,
    asks=(Safety.known, Safety.victims_safe),
    source=[T("4"), T("5"), J("3.32")],
    closes_when="Address, travel and contact were checked for the safety of victims.",
    closed_by="the youth offending team with the secure setting",
)
def victims_not_considered(plan: Plan, day: Day) -> Iterator[Finding]:
    """A victim, or a likely one, is known, and no check of address, travel and contact is recorded.

    A victim may live in the child's own home or street. Inspectors asked that plans say outright how
    victims are kept safe. Never name one here.
    """
    checked = plan.safety.victims_safe
    if checked.is_asked and not checked.chosen >= ALL_CHECKED:
        yield gap(plan.safety.known, checked)


@rule(
    "RSK04",
    "public-protection-not-told",
    severity=Severity.URGENT,
    stages=FIRST_ON,
    asks=(Safety.known, Safety.mappa_told),
    source=[S("53")],
    closes_when="The MAPPA lead has been told.",
    closed_by="the youth offending team",
)
def public_protection_not_told(plan: Plan, day: Day) -> Iterator[Finding]:
    """MAPPA (public protection arrangements) may apply, and it is not recorded that anybody was told.

    The police, probation and prisons protect the public together under MAPPA. They can prepare for a
    release only where they know of it in time.
    """
    told = plan.safety.mappa_told
    if told.is_missing:
        yield gap(plan.safety.known, told)


@rule(
    "RSK05",
    "concern-not-referred",
    severity=Severity.URGENT,
    stages=ALWAYS,
    asks=(Safety.known, Safety.referred_on, Safety.referral_reference),
    source=[J("3.12"), S("33")],
    closes_when=(
        "Somebody has rung children's social care – now, not after the meeting – and the day and the "
        "reference of the referral are recorded."
    ),
    closed_by="you, now: whoever knows of the concern",
)
def concern_not_referred(plan: Plan, day: Day) -> Iterator[Finding]:
    """A safeguarding concern is known, and no day and reference of a referral are recorded. Ring now.

    Ring children's social care for the area that you work in now. Do not wait for the end of the
    meeting, for somebody else, or to find out more. Where a child is in danger at this moment, ring 999.
    Record here the day and the reference, and nothing of what the concern is. Inspectors want every
    concern passed on at once, a record of the referral kept, and somebody to follow it up.
    """
    safety = plan.safety
    referral = (safety.referred_on, safety.referral_reference)
    if any(answer.is_missing for answer in referral):
        yield gap(safety.known, *referral)


@rule(
    "RSK10",
    "exploitation-risk-without-plan",
    severity=Severity.URGENT,
    stages=REVIEW_ON,
    asks=(Safety.known, Safety.exploitation_plan),
    source=[J("3.16"), S("33")],
    closes_when="A plan covers the first weeks after release.",
    closed_by="the youth offending team with social care and the police",
)
def exploitation_risk_without_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """A risk of exploitation or radicalisation is known, and no plan for the first weeks is recorded.

    Whoever exploited a child before may wait for them on release. Inspectors saw most danger of it for
    children who do not go back to their parents or carers.
    """
    covered = plan.safety.exploitation_plan
    if covered.is_missing:
        yield gap(plan.safety.known, covered)


@rule(
    "RSK11",
    "no-plan-if-missing",
    severity=Severity.URGENT,
    stages=AT_RELEASE,
    asks=(Safety.known, Safety.if_missing),
    source=[S("33")],
    closes_when="It is agreed who does what if the child goes missing.",
    closed_by="the youth offending team with social care and the police",
)
def no_plan_if_missing(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child may go missing after release, and it is not recorded who would do what.

    A child who went missing before, or whom others exploit, may do so again. The first hours count, and
    they are lost where nobody knows whose task it is to search and to ring.
    """
    agreed = plan.safety.if_missing
    if agreed.is_missing:
        yield gap(plan.safety.known, agreed)
