"""Family: gaps between a plan and what inspections say about parents, carers and contact."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.attendance import Attendance
from planning_rules.facts.family import FAR_MILES, Family
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, E, J, S, Source
from planning_rules.stages import AT_RELEASE, FIRST_ON
from planning_rules.thresholds import Threshold, Unit

FAR_FROM_HOME = Threshold(
    "far-from-home",
    "A child who is held more miles than this from home is far from home",
    FAR_MILES,
    Unit.MILE,
    source=J("3.34"),
    checked=date(2026, 11, 21),
)


@rule(
    "FAM01",
    "parents-not-at-meeting",
    stages=FIRST_ON,
    asks=(Attendance.took_part,),
    source=[
        A2(32, "a parent or carer was at the first planning meeting"),
        A2(24, "a parent or carer was at the last meeting before release"),
        J("R18b"),
        J("R25e"),
        E,
    ],
    closes_when="They take part in the next meeting: in the room, by phone, or with views given beforehand.",
    closed_by="the chair and the youth offending team",
    where_meeting_held=True,
)
def parents_not_at_meeting(plan: Plan, day: Day) -> Iterator[Finding]:
    """A parent or carer was not invited, or is not recorded as having taken part in any way.

    Most parents and carers were at neither the first meeting nor the last one before release. They
    did not always know what was happening, and could not shape the plan that they were to carry out.
    """
    for adult in plan.adults(day.today):
        took_part = plan.answer_to(Attendance.took_part, adult.id)
        if took_part.is_missing or took_part.choice in ("absent", "not_invited"):
            yield gap(took_part, person=adult.id)


@rule(
    "FAM02",
    "no-role-for-parents",
    stages=FIRST_ON,
    asks=(Family.parents_role,),
    source=[A2(41, "the plan said what parents or carers would do after release")],
    closes_when="The plan says what parents or carers will do after release.",
    closed_by="the parents or carers, with the youth offending team",
)
def no_role_for_parents(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded about what parents or carers will do after release.

    Most plans left this out. Parents and carers are there on the evenings and weekends when no
    worker is.
    """
    if plan.family.parents_role.is_missing:
        yield gap(plan.family.parents_role)


@rule(
    "FAM03",
    "far-from-home",
    stages=FIRST_ON,
    asks=(Family.miles_from_home, Family.visits_plan),
    thresholds=(FAR_FROM_HOME,),
    source=[Source("J", " findings"), J("3.34"), J("3.35"), J("R19")],
    closes_when="There is a plan for visits, and for the family to take part in meetings.",
    closed_by="the secure setting and the youth offending team",
)
def far_from_home(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child is held far from home, and no plan for visits and taking part is recorded.

    About a third of children were further than 50 miles from home. Too many parents could not visit, and
    could hardly stay part of their child's life or of the planning.
    """
    if plan.family.visits_plan.is_missing:
        yield gap(plan.family.miles_from_home, plan.family.visits_plan)


@rule(
    "FAM04",
    "no-contact-plan",
    stages=FIRST_ON,
    asks=(Family.contact_plan,),
    source=[J("R25j"), S("53")],
    closes_when="There is a plan for regular contact between the child and family.",
    closed_by="the youth offending team and the secure setting",
)
def no_contact_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """No plan for regular contact between the child and family is recorded.

    Good contact with family and friends helps a child to settle after release and to stay out of
    trouble. Youth offending teams are asked to make it possible all through custody.
    """
    if plan.family.contact_plan.is_missing:
        yield gap(plan.family.contact_plan)


@rule(
    "FAM05",
    "impact-of-release-not-discussed",
    stages=AT_RELEASE,
    asks=(Family.release_talked_through,),
    source=[J("3.27"), J("R18a"), J("R25b")],
    closes_when="Somebody has talked with the child and family about how release will feel.",
    closed_by="the youth offending team and the child's case worker",
)
def impact_of_release_not_discussed(plan: Plan, day: Day) -> Iterator[Finding]:
    """No talk with the child and family about how release will feel is recorded.

    Inspectors saw nobody prepare children or parents for the feelings that release brings, or for
    the trouble that may follow. One child said that only people on the wing had talked about it.
    """
    if plan.family.release_talked_through.is_missing:
        yield gap(plan.family.release_talked_through)
