"""Agencies: gaps in who takes part, and what they bring."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.attendance import Attendance
from planning_rules.facts.education import Education
from planning_rules.facts.home import Home
from planning_rules.facts.support import Support
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, L
from planning_rules.stages import FIRST_ON, FIRST_ONLY, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

ADDRESS_FOR_SOCIAL_CARE = Threshold(
    "social-worker-address",
    "A missing social worker is urgent where no address is agreed this long before release",
    8,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
MOST_WORKERS = Threshold(
    "most-workers",
    "At most so many workers see the child",
    8,
    Unit.WORKER,
    source=L,
    checked=date(2026, 11, 21),
)
CARE_STATUS = {"looked_after", "care_leaver", "in_need", "protection_plan"}
FINDS_A_HOME = {"housing", "social_care"}
DO_NOT_SEE_THE_CHILD = (Role.MANAGER, Role.REVIEWING_OFFICER)
EACH_ONE_USED = ({"yot"}, {"social_care", "no_social_care"})


@rule(
    "AGY01",
    "agency-missing",
    stages=FIRST_ON,
    asks=(Attendance.agencies, Education.done_so_far, Home.address_agreed),
    source=[
        A2(11, "education from outside came to the first meeting"),
        A2(33, "education from inside came to the first meeting"),
        A2(0, "health services from outside came to the first meeting"),
        A2(24, "health services from inside came to the first meeting"),
        A2(4, "substance use services from outside came to the first meeting"),
        A2(14, "substance use services from inside came to the first meeting"),
        A2(52, "the child's case worker in custody came to the first meeting"),
        A2(0, "whoever provides a home came to the first meeting"),
        J("3.22"),
    ],
    closes_when="Whoever is missing comes to the next meeting, or sends what they know.",
    closed_by="the chair",
    where_meeting_held=True,
)
def agency_missing(plan: Plan, day: Day) -> Iterator[Finding]:
    """An agency that is needed is not recorded as having come to the meeting or sent anything.

    Youth offending teams came to most meetings; others were there far less often. Health is looked for at
    every child's meeting, so that who is missing gives no need away. Education is until a place is
    confirmed, and somebody who finds homes where no address is agreed.
    """
    agencies = plan.attendance.agencies
    missing = [name for name, any_of in _needed(plan) if not agencies.chosen & any_of]
    if agencies.is_asked and missing:
        yield gap(agencies, working=(f"Not recorded as having come or sent anything: {', '.join(missing)}.",))


def _needed(plan: Plan) -> Iterator[tuple[str, set[str]]]:
    """Each agency with something to do, as it is named, and the ticks of which any one will do."""
    yield "the youth offending team", {"yot"}
    yield "the child's case worker in custody", {"secure"}
    yield "health", {"health"}
    if "confirmed" not in plan.education.done_so_far.chosen:
        yield "education", {"education"}
    if plan.home.address_agreed.is_missing:
        yield "housing or social care", FINDS_A_HOME


@rule(
    "AGY02",
    "social-worker-missing",
    stages=FIRST_ON,
    asks=(Support.status, Support.social_care_open, Attendance.agencies, Home.address_agreed),
    thresholds=(ADDRESS_FOR_SOCIAL_CARE,),
    source=[
        J("3.22"),
        J("4.8"),
        A2(56, "children's social care came to the first meeting"),
    ],
    closes_when="A social worker comes to the next meeting, or sends what they know.",
    closed_by="social care, asked by the youth offending team",
)
def social_worker_missing(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child has a right to a social worker's help, and none is recorded as having taken part.

    In nearly half of such cases no social worker came to meetings or contributed in any other way. A few
    cases had been closed when the child was sentenced.
    """
    status, agencies, is_open = plan.support.status, plan.attendance.agencies, plan.support.social_care_open
    if status.chosen & CARE_STATUS and agencies.is_asked and "social_care" not in agencies.chosen:
        lacking = [answer for answer in (is_open, plan.home.address_agreed) if answer.is_missing]
        by = day.before_release(plan, ADDRESS_FOR_SOCIAL_CARE)
        urgent_from = by if plan.home.address_agreed.is_missing else None
        yield gap(status, agencies, *lacking, urgent=is_open.is_no, urgent_from=urgent_from)


@rule(
    "AGY06",
    "too-many-workers",
    severity=Severity.PROMPT,
    stages=FIRST_ON,
    thresholds=(MOST_WORKERS,),
    source=[J("3.8")],
    closes_when="Fewer workers see the child, or somebody has said why each of them does.",
    closed_by="the youth offending team with the secure setting",
)
def too_many_workers(plan: Plan, day: Day) -> Iterator[Finding]:
    """More workers are on this case than one child can get to know.

    In one case inspectors counted 17. A child who was surrounded by strangers closed the door. Managers and
    reviewing officers are not counted, as they do not work with the child directly.
    """
    workers = [
        person
        for person in plan.people
        if person.is_professional and person.is_on(day.today) and person.role not in DO_NOT_SEE_THE_CHILD
    ]
    if len(workers) > day.ours(MOST_WORKERS).amount:
        yield gap(working=(f"{len(workers)} workers are on the case.",))


@rule(
    "AGY07",
    "assessment-not-used",
    stages=FIRST_ONLY,
    asks=(Support.assessments_used,),
    source=[
        J("3.9"),
        A2(55, "the youth offending team's assessment informed the first planning"),
        A2(10, "social care's assessment informed the first planning"),
    ],
    closes_when="Custody has each assessment, and the plan uses it.",
    closed_by="the youth offending team and social care",
)
def assessment_not_used(plan: Plan, day: Day) -> Iterator[Finding]:
    """An assessment by the youth offending team or social care is not recorded as shared and used.

    What the youth offending team does not pass on is missed in the plan, or work that was done before is
    done again.
    """
    used = plan.support.assessments_used
    if used.is_asked and not all(used.chosen & any_of for any_of in EACH_ONE_USED):
        yield gap(used)


@rule(
    "AGY10",
    "no-visit-between-meetings",
    stages=REVIEW_ON,
    asks=(Attendance.seen_between,),
    source=[J("3.26"), J("R25c")],
    closes_when="The youth offending team sees or calls the child outside meetings.",
    closed_by="the youth offending team",
)
def no_visit_between_meetings(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the youth offending team saw or called the child between meetings.

    In two thirds of cases the youth offending team was not active enough before release. Too few visited
    the child between meetings.
    """
    if plan.attendance.seen_between.is_missing:
        yield gap(plan.attendance.seen_between)
