"""Risk: gaps between a plan and what inspections say about risk of harm and vulnerability."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.safety import HIGH, Safety
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L, S, T
from planning_rules.stages import ALWAYS, AT_RELEASE, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

ASSESSED_BY = Threshold(
    "risk-assessed-for-release",
    "Risk and vulnerability after release are assessed this long before release",
    8,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)


@rule(
    "RSK01",
    "risk-not-reassessed",
    stages=AT_RELEASE,
    asks=(
        Safety.assessed_anew,
        Safety.risk_level,
        Safety.vulnerability_level,
        Safety.children_there,
    ),
    thresholds=(ASSESSED_BY,),
    source=[J("2.7"), J("3.30"), A2(17, "the assessment fully considered risk or vulnerability on release")],
    closes_when="Risk to others and vulnerability after release were both assessed since sentence.",
    closed_by="the youth offending team",
)
def risk_not_reassessed(plan: Plan, day: Day) -> Iterator[Finding]:
    """No new assessment of risk to others, or of vulnerability, is recorded for the time after release.

    Very few children were assessed anew before they left. Nobody knew whom they might harm, or what
    would keep people safe. It worried inspectors most where other children lived in the same home.
    """
    safety = plan.safety
    anew, children = safety.assessed_anew, safety.children_there
    levels = {"risk": safety.risk_level, "vulnerability": safety.vulnerability_level}
    lacking = [level for part, level in levels.items() if part not in anew.chosen]
    if anew.is_asked and lacking and plan.earliest_release:
        urgent = children.is_yes or any(level.choice in HIGH for level in lacking)
        from_day = day.before_release(plan, ASSESSED_BY)
        yield gap(anew, *lacking, children, from_day=from_day, urgent=urgent)


@rule(
    "RSK02",
    "risk-without-plan",
    stages=ALWAYS,
    asks=(Safety.known, Safety.risk_level, Safety.risk_plan),
    source=[J("R26"), T("5")],
    closes_when="There is a plan for how harm to others is prevented.",
    closed_by="the youth offending team with the secure setting",
)
def risk_without_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """Risk of harm to others is medium or higher, and no plan to manage it is recorded.

    Every worker is asked to find out what harm a child may do to others, to plan for it and to keep it
    small. A risk that is written down and not planned for protects nobody.
    """
    safety = plan.safety
    if safety.risk_plan.is_missing:
        urgent = safety.risk_level.choice in HIGH
        yield gap(safety.known, safety.risk_level, safety.risk_plan, urgent=urgent)


@rule(
    "RSK06",
    "vulnerability-without-plan",
    stages=ALWAYS,
    asks=(Safety.known, Safety.vulnerability_level, Safety.vulnerability_plan),
    source=[T("5"), S("53")],
    closes_when="There is a plan to keep the child safe.",
    closed_by="the youth offending team with social care",
)
def vulnerability_without_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child's vulnerability is medium or higher, and no plan to keep them safe is recorded.

    Plans for release are asked to take account of how vulnerable a child is at that point. Inspectors
    asked for a good plan in every such case.
    """
    safety = plan.safety
    if safety.vulnerability_plan.is_missing:
        urgent = safety.vulnerability_level.choice in HIGH
        yield gap(safety.known, safety.vulnerability_level, safety.vulnerability_plan, urgent=urgent)


@rule(
    "RSK07",
    "safety-plans-stand-apart",
    stages=REVIEW_ON,
    asks=(Safety.plans_joined,),
    source=[T("4"), T("5")],
    closes_when="All that keeps the child and others safe is part of this plan.",
    closed_by="the youth offending team",
)
def safety_plans_stand_apart(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that all that keeps the child and others safe is part of this plan.

    A plan for risk that lies in another file is not read on the day that counts. Inspectors asked that
    such plans and the child's plan become one.
    """
    if plan.safety.plans_joined.is_missing:
        yield gap(plan.safety.plans_joined)


@rule(
    "RSK08",
    "no-manager-oversight",
    stages=REVIEW_ON,
    asks=(Safety.overseen,),
    source=[T("5")],
    closes_when="A manager has looked at how risk and safety are planned for.",
    closed_by="the youth offending team's manager",
)
def no_manager_oversight(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that a manager looked at how risk and safety are planned for.

    Inspectors want to see on file that a manager looks at this regularly, and that it makes a
    difference. A second pair of eyes sees what a busy worker overlooks.
    """
    if plan.safety.overseen.is_missing:
        yield gap(plan.safety.overseen)


@rule(
    "RSK09",
    "intensive-supervision-without-reassessment",
    stages=AT_RELEASE,
    asks=(Safety.intensive,),
    source=[J("3.30")],
    closes_when="A new assessment shows that intensive supervision suits the child, or it is dropped.",
    closed_by="the youth offending team",
)
def intensive_supervision_without_reassessment(plan: Plan, day: Day) -> Iterator[Finding]:
    """Intensive supervision (ISS) is planned, and no new assessment is recorded.

    It is meant for children who may well do serious harm, or are very likely to reoffend. In most cases
    nobody had assessed the child since they came into custody, so nobody knew whether it suited them.
    """
    if plan.safety.intensive.choice == "without_new":
        yield gap(plan.safety.intensive)
