"""Home: gaps between a plan and what inspections say about keeping a home, and being safe and well there."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.home import Home
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import J, L, S, Source
from planning_rules.stages import AT_RELEASE, FIRST_ON, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

PLACE_HELD_BY = Threshold(
    "place-held",
    "Holding a place is considered this long before release",
    12,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
BOTH_WAYS = {"from_child", "to_child"}
SKILLS = {"money", "cooking", "home"}
AFZAL = Source("J", "¶2.12, the good practice example after it")


@rule(
    "ACC08",
    "place-not-held",
    stages=FIRST_ON,
    asks=(Home.place_held,),
    thresholds=(PLACE_HELD_BY,),
    source=[J("R2"), AFZAL],
    closes_when="Holding the place was considered, whatever was decided.",
    closed_by="social care, with the youth offending team",
)
def place_not_held(plan: Plan, day: Day) -> Iterator[Finding]:
    """A place is in view, and it is not recorded that holding it until release was considered.

    Inspectors ask that places be paid for, where needed, for at least two months before the earliest
    release. One child whose place was held knew well in advance where he was going, and did well.
    """
    held = plan.home.place_held
    if (held.is_missing or held.choice == "no") and plan.earliest_release:
        yield gap(held, from_day=day.before_release(plan, PLACE_HELD_BY))


@rule(
    "ACC09",
    "far-from-support",
    stages=REVIEW_ON,
    asks=(Home.near_support,),
    source=[J("2.11"), J("3.16")],
    closes_when="There is a plan to see them, or the child was told whom the distance protects.",
    closed_by="the youth offending team with the child",
)
def far_from_support(plan: Plan, day: Day) -> Iterator[Finding]:
    """The home is away from everyone whom the child named as support, and no plan to see them is recorded.

    The children who did well had support that held: family, professionals or both. Those who do not go
    back to parents or carers are especially open to harm after release.
    """
    if plan.home.near_support.choice == "none":
        yield gap(plan.home.near_support)


@rule(
    "ACC10",
    "danger-at-address",
    severity=Severity.URGENT,
    stages=REVIEW_ON,
    asks=(Home.danger_considered,),
    source=[J("2.7"), J("R26"), S("53")],
    closes_when="Somebody has looked into whom the child may harm there, and who may harm the child.",
    closed_by="the youth offending team and social care",
)
def danger_at_address(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that danger at the address was considered, from the child and to the child.

    Very few children were assessed again before release, to see who might be harmed and what would keep
    them safe. Inspectors were most worried where other children lived in the same home.
    """
    considered = plan.home.danger_considered
    if considered.is_asked and considered.chosen != BOTH_WAYS:
        yield gap(considered)


@rule(
    "ACC11",
    "no-move-on-plan",
    stages=AT_RELEASE,
    asks=(Home.move_on,),
    source=[J("2.4"), J("4.10")],
    closes_when="It is planned where the child lives after this home.",
    closed_by="the youth offending team with housing or social care",
)
def no_move_on_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """The home is only for a time, and nothing is recorded that follows it.

    For more than a third of children the home was not kept. Some became homeless for a time or moved
    without a plan. Figures for “suitable” homes did not show how long a home has to last.
    """
    if plan.home.move_on.is_missing:
        yield gap(plan.home.move_on)


@rule(
    "ACC12",
    "housing-concern-unanswered",
    stages=REVIEW_ON,
    asks=(Home.warning_signs,),
    source=[S("53")],
    closes_when="What came of the concern is recorded.",
    closed_by="the agency that was told of it; the youth offending team asks",
)
def housing_concern_unanswered(plan: Plan, day: Day) -> Iterator[Finding]:
    """An agency was told of a concern about the home, and no outcome is recorded.

    Centres are expected to raise concerns about a home with the agencies that can act, and to record what
    came of it. A concern without an answer protects nobody.
    """
    if "concern" in plan.home.warning_signs.chosen:
        yield gap(plan.home.warning_signs)


@rule(
    "ACC13",
    "no-living-skills",
    stages=REVIEW_ON,
    asks=(Home.living_skills,),
    source=[S("41"), S("53"), AFZAL],
    closes_when="The child gets help with money, cooking or running a home.",
    closed_by="the secure setting, then the staff where the child will live",
)
def no_living_skills(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child will live more or less alone, and no help with money, cooking or running a home is recorded.

    Staff are expected to help children with the skills to live independently. One child who learned to
    budget and to cook for himself kept his home after release.
    """
    skills = plan.home.living_skills
    if skills.is_asked and not skills.chosen & SKILLS:
        yield gap(skills)
