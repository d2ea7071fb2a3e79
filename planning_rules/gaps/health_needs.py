"""Health needs: gaps between a plan and what inspections say about finding and meeting them."""

from collections.abc import Iterator

from planning_rules.facts.health import Health
from planning_rules.facts.safety import Safety
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, L, S, Source
from planning_rules.stages import ALWAYS, AT_RELEASE, FIRST_ON

UNMET = {"not_screened", "not_adjusted"}


@rule(
    "HLT01",
    "health-not-assessed",
    stages=FIRST_ON,
    asks=(Health.assessed,),
    source=[
        A2(36, "the assessment used what was known about physical health"),
        A2(64, "the assessment used what was known about mental health"),
        A2(61, "the assessment used what was known about substance use"),
        S("49"),
    ],
    closes_when="Physical health, mental health and substance use were each assessed.",
    closed_by="health staff in the secure setting",
)
def health_not_assessed(plan: Plan, day: Day) -> Iterator[Finding]:
    """No assessment of this part of the child's health is recorded.

    Assessments often left out what was known about a child's health. What nobody looked for is not
    treated in custody, and is not passed on at release.
    """
    assessed = plan.health.assessed
    for part in ("physical", "mental", "substance"):
        if assessed.is_asked and part not in assessed.chosen:
            yield gap(assessed, person=part)


@rule(
    "HLT05",
    "no-gp",
    stages=AT_RELEASE,
    asks=(Health.gp,),
    source=[L],
    closes_when="The child is registered with a doctor (GP) for the time after release.",
    closed_by="health staff in the secure setting, with the parents or carers",
)
def no_gp(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child is registered with a doctor (GP) for release.

    Medicine, letters and referrals go through a doctor. Without one they stop on release day.
    """
    if plan.health.gp.is_missing:
        yield gap(plan.health.gp)


@rule(
    "HLT06",
    "medicine-not-arranged",
    severity=Severity.URGENT,
    stages=AT_RELEASE,
    asks=(Health.needs, Health.medicine_arranged),
    source=[S("49"), Source("J", "¶3.25, the good practice example after it")],
    closes_when="A supply for release day is arranged, and help to take it where needed.",
    closed_by="health staff in the secure setting and the child's doctor",
)
def medicine_not_arranged(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child takes medicine, and no supply or help to take it is recorded for release day.

    Treatment is to go on without a break when a child leaves. In an example that inspectors praised, a
    youth offending team worker helped the child to get a box that sorts medicine by day.
    """
    needs, arranged = plan.health.needs, plan.health.medicine_arranged
    if arranged.is_missing:
        yield gap(needs, arranged)


@rule(
    "HLT08",
    "self-harm-risk-without-plan",
    severity=Severity.URGENT,
    stages=ALWAYS,
    asks=(Safety.known, Safety.self_harm_plan),
    source=[S("33"), S("53")],
    closes_when="A plan covers the risk up to release and beyond it.",
    closed_by="health staff with the secure setting and the youth offending team",
)
def self_harm_risk_without_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """A risk of self-harm is known, and no plan that covers it through release is recorded.

    Moving, leaving and the first nights elsewhere are dangerous times. Children at risk are to be
    assessed, cared for and supported by all who work with them, and the plan has to go with them.
    """
    covered = plan.safety.self_harm_plan
    if covered.is_missing:
        yield gap(plan.safety.known, covered)


@rule(
    "HLT10",
    "communication-needs-unmet",
    stages=FIRST_ON,
    asks=(Health.communication,),
    source=[S("41"), J("R12")],
    closes_when="Needs were screened, and meetings and papers are adjusted where they have to be.",
    closed_by="the secure setting with speech and language or health staff",
)
def communication_needs_unmet(plan: Plan, day: Day) -> Iterator[Finding]:
    """No screening of speech, language and communication is recorded, or nothing was adjusted after it.

    A child who does not follow what is said takes no part in the plan, and may break rules that they
    never understood. Support is to be there for whoever finds it hard to communicate.
    """
    communication = plan.health.communication
    if communication.is_missing or communication.choice in UNMET:
        yield gap(communication)


@rule(
    "HLT11",
    "parent-or-pregnant-unsupported",
    stages=FIRST_ON,
    asks=(Health.needs, Health.parent_support),
    source=[S("41"), S("49")],
    closes_when="Support as a parent, or in pregnancy, is planned.",
    closed_by="health staff with social care",
)
def parent_or_pregnant_unsupported(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child is pregnant or a parent, and no support is recorded.

    Trained staff are asked to see what custody means for a child who is a parent, and to support one who is
    pregnant fully. That support has to go on after release.
    """
    needs, support = plan.health.needs, plan.health.parent_support
    if support.is_missing:
        yield gap(needs, support)
