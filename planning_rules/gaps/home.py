"""Home: gaps between a plan and what inspections say about where the child will live."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.home import Home
from planning_rules.facts.plan_b import PlanB
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, L, S
from planning_rules.stages import AT_RELEASE, BEFORE_RELEASE, FIRST_ON, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

ADDRESS_AGREED_BY = Threshold(
    "address-agreed",
    "An address is agreed this long before release",
    2,
    Unit.MONTH,
    source=L,
    checked=date(2026, 11, 21),
)
ADDRESS_URGENT = Threshold(
    "address-urgent",
    "No address is urgent this long before release",
    4,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
CHILD_TOLD_BY = Threshold(
    "child-told-where",
    "The child knows the address this long before release",
    2,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
SOUND = {"suitable", "sustainable", "safe"}
SIGNS = {"broke_down_before", "fear", "difficult", "no_contact"}
KNEW_IN_TIME = A2(55, "the child knew in good time where they would live")


@rule(
    "ACC01",
    "no-release-address",
    stages=BEFORE_RELEASE,
    asks=(Home.address_agreed,),
    thresholds=(ADDRESS_AGREED_BY, ADDRESS_URGENT),
    source=[J("3.16"), KNEW_IN_TIME],
    closes_when="An address is agreed.",
    closed_by="the youth offending team and the council's housing or social care",
)
def no_release_address(plan: Plan, day: Day) -> Iterator[Finding]:
    """No agreed address is recorded.

    All children who learned late where they were going were anxious, and most did not see why. Where not
    even the area was settled, school, health care and something to do could not be arranged.
    """
    if plan.home.address_agreed.is_missing and plan.earliest_release:
        yield gap(
            plan.home.address_agreed,
            from_day=day.before_release(plan, ADDRESS_AGREED_BY),
            urgent_from=day.before_release(plan, ADDRESS_URGENT),
        )


@rule(
    "ACC02",
    "release-area-unknown",
    stages=FIRST_ON,
    asks=(Home.council,),
    source=[J("3.16")],
    closes_when="The council area is recorded.",
    closed_by="the youth offending team",
)
def release_area_unknown(plan: Plan, day: Day) -> Iterator[Finding]:
    """The council area of release is not known.

    School, health care and money are arranged area by area. Until the area is known, none of them
    can start. Inspectors met children who were not told even that.
    """
    if plan.home.council.is_missing:
        yield gap(plan.home.council)


@rule(
    "ACC03",
    "child-not-told-where",
    severity=Severity.URGENT,
    stages=AT_RELEASE,
    asks=(Home.child_told,),
    thresholds=(CHILD_TOLD_BY,),
    source=[J("3.16"), KNEW_IN_TIME],
    closes_when="The child has been told the address.",
    closed_by="the youth offending team or the child's case worker",
)
def child_not_told_where(plan: Plan, day: Day) -> Iterator[Finding]:
    """An address is agreed, and it is not recorded that the child was told.

    Some children learned only days before release where they would live. They could not prepare,
    and they worried.
    """
    if plan.home.child_told.is_missing and plan.earliest_release:
        yield gap(plan.home.child_told, from_day=day.before_release(plan, CHILD_TOLD_BY))


@rule(
    "ACC04",
    "no-steps-to-a-home",
    stages=FIRST_ON,
    asks=(Home.living_with, Home.address_agreed, Home.next_step, Home.next_step_by, Home.next_step_on),
    source=[A2(23, "the written plan said what would be done to arrange a home")],
    closes_when="One person will take the next step by a date.",
    closed_by="the youth offending team and social care",
)
def no_steps_to_a_home(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not settled where the child will live, and no dated step with a name is recorded.

    Most written plans named no step towards a home. What nobody starts is not there on release day.
    """
    home = plan.home
    steps = (home.next_step, home.next_step_by, home.next_step_on)
    if any(step.is_missing for step in steps):
        yield gap(home.living_with, home.address_agreed, *steps)


@rule(
    "ACC05",
    "home-not-judged-suitable",
    stages=REVIEW_ON,
    asks=(Home.suitable,),
    source=[S("53"), J("4.10"), A2(74, "the home was suitable")],
    closes_when="The home is found to suit the child, to last and to be safe, or another one is agreed.",
    closed_by="the youth offending team or social care",
)
def home_not_judged_suitable(plan: Plan, day: Day) -> Iterator[Finding]:
    """An address is agreed, and the home is not recorded as suitable, able to last and safe.

    About a quarter of homes were not suitable. A home that does not suit a child is easily lost.
    """
    judged = plan.home.suitable
    ticked = set(judged.value or ())
    if judged.is_asked and ticked != SOUND:
        yield gap(judged, urgent="not_safe" in ticked)


@rule(
    "ACC06",
    "home-likely-to-fail",
    severity=Severity.URGENT,
    stages=REVIEW_ON,
    asks=(Home.warning_signs, PlanB.home),
    source=[J("3.19"), J("2.4")],
    closes_when="A plan B for where to live is agreed.",
    closed_by="the youth offending team",
    absorbs="CON01",
)
def home_likely_to_fail(plan: Plan, day: Day) -> Iterator[Finding]:
    """There are signs that the home may not last, and no plan B is recorded.

    For more than a third of children the home broke down after release. Plan B hardly existed.
    """
    signs = plan.home.warning_signs
    if SIGNS & set(signs.value or ()) and plan.plan_b.home.is_missing:
        yield gap(signs, plan.plan_b.home)


@rule(
    "ACC07",
    "child-wants-elsewhere",
    stages=FIRST_ON,
    asks=(Home.child_wants, Home.difference_explained),
    source=[J("3.16"), J("R25a")],
    closes_when="Somebody has explained to the child why the plan is different.",
    closed_by="the youth offending team",
)
def child_wants_elsewhere(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child wants to live elsewhere, and it is not recorded that anybody explained the plan.

    Most children who waited for a home did not understand why. One was sent where he did not want to
    go, without a reason, and was soon put out.
    """
    if plan.home.difference_explained.is_missing:
        yield gap(plan.home.child_wants, plan.home.difference_explained)
