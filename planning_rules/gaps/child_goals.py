"""The child's goals: gaps in what the plan builds on, works on and leads to."""

from collections.abc import Iterator

from planning_rules.facts.child import Child
from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, S, T
from planning_rules.stages import FIRST_ON, REVIEW_ON

THROUGHOUT = {"custody", "after"}


@rule(
    "CHI04",
    "strengths-unused",
    stages=FIRST_ON,
    asks=(Child.good_at, Support.goals),
    source=[A2(30, "what was already good in the child's life was included in planning")],
    closes_when="A goal builds on something that the child is good at.",
    closed_by="the child's case worker with the child",
)
def strengths_unused(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is recorded what the child is good at, and not that any goal builds on it.

    Most assessments named what was good in a child's life, and fewer than a third of plans used it. A
    child who is asked only about what went wrong sees only that.
    """
    good_at, goals = plan.child.good_at, plan.support.goals
    if good_at.is_given and goals.is_asked and "strength" not in goals.chosen:
        yield gap(good_at, goals)


@rule(
    "CHI05",
    "no-future-goal",
    stages=FIRST_ON,
    asks=(Support.goals,),
    source=[J("1.9")],
    closes_when="A goal looks past the sentence.",
    closed_by="the child, with whoever in the meeting they know best",
)
def no_future_goal(plan: Plan, day: Day) -> Iterator[Finding]:
    """No goal is recorded that looks past the sentence.

    Children stop offending when they begin to see themselves in another way: with something good ahead,
    and adults who believe in it.
    """
    goals = plan.support.goals
    if goals.is_asked and "future" not in goals.chosen:
        yield gap(goals)


@rule(
    "CHI10",
    "offending-work-not-planned",
    stages=FIRST_ON,
    asks=(Support.offending_work,),
    source=[
        A2(65, "planning of work on offending in custody began at the first meeting"),
        A2(39, "planning of work on offending after release began at the first meeting"),
    ],
    closes_when="Work on offending is planned in custody, and carried on after release.",
    closed_by="the youth offending team with the secure setting",
)
def offending_work_not_planned(plan: Plan, day: Day) -> Iterator[Finding]:
    """Work on offending is not recorded as planned for custody and carried on after release.

    For about a third of children no such work in custody was planned at the first meeting, and for most
    none after release. A child who is not sentenced is never asked.
    """
    work = plan.support.offending_work
    if work.is_asked and not work.chosen >= THROUGHOUT:
        yield gap(work)


@rule(
    "CHI11",
    "reparation-not-considered",
    severity=Severity.PROMPT,
    stages=REVIEW_ON,
    asks=(Support.reparation,),
    source=[S("53")],
    closes_when="Reparation was considered, whatever was decided.",
    closed_by="the secure setting with the youth offending team",
)
def reparation_not_considered(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that reparation was considered.

    Children are expected to have good chances to make amends, inside and outside. Family and workers
    outside help them to go on with it.
    """
    if plan.support.reparation.is_missing:
        yield gap(plan.support.reparation)


@rule(
    "CHI14",
    "progress-not-recorded",
    severity=Severity.PROMPT,
    stages=REVIEW_ON,
    asks=(Child.went_well,),
    source=[T("4"), J("3.21")],
    closes_when="One thing that went well is written down.",
    closed_by="anybody in the meeting who saw it",
)
def progress_not_recorded(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded of what went well since the last meeting.

    Inspectors found that workers often did not see or write down that a child had moved on. In the better
    meetings children were praised for it.
    """
    if plan.child.went_well.is_missing:
        yield gap(plan.child.went_well)
