"""What agencies do: gaps in the work itself, in passing it on, and in what remains of it."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.order import Order
from planning_rules.facts.support import Support
from planning_rules.owed import carried_over
from planning_rules.parts import Action, Progress, Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L
from planning_rules.stages import AFTER_RELEASE, AT_RELEASE, FIRST_ON, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

SHORT_SUPERVISION = Threshold(
    "short-supervision",
    "Where supervision is no longer than this, what follows is planned before release",
    3,
    Unit.MONTH,
    source=L,
    checked=date(2026, 11, 21),
)
CARRIED_OVER = Threshold(
    "carried-over",
    "An action is raised with a manager once it was carried over so many meetings",
    3,
    Unit.MEETING,
    source=L,
    checked=date(2026, 11, 21),
)
DROPPED = (Progress.DECLINED, Progress.SKIPPED)


@rule(
    "AGY08",
    "custody-work-not-passed-on",
    stages=AT_RELEASE,
    asks=(Support.passed_on,),
    source=[J("3.11"), A2(54, "the youth offending team was told promptly of work on offending in custody")],
    closes_when="All who carry on know what was done in custody, and how far the child got.",
    closed_by="the secure setting",
)
def custody_work_not_passed_on(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the work done in custody was passed on to all who carry on with it.

    Too often it did not arrive, or too late to build on. The child then starts again from nothing.
    """
    if plan.support.passed_on.is_missing:
        yield gap(plan.support.passed_on)


@rule(
    "AGY12",
    "only-the-child-has-actions",
    stages=FIRST_ON,
    source=[J("3.21")],
    closes_when="Somebody else has an action as well.",
    closed_by="the chair",
)
def only_the_child_has_actions(plan: Plan, day: Day) -> Iterator[Finding]:
    """Every action in this plan is the child's.

    Every meeting that inspectors saw asked the child to account for what they had done, and none asked
    professionals. Actions that were declined or skipped do not count.
    """
    owners = [plan.person(action.owner) for action in plan.actions if action.progress not in DROPPED]
    if owners and all(owner is not None and owner.role is Role.CHILD for owner in owners):
        yield gap()


@rule(
    "AGY13",
    "action-carried-over",
    stages=REVIEW_ON | AFTER_RELEASE,
    thresholds=(CARRIED_OVER,),
    source=[J("3.21"), J("3.7"), J("R25h")],
    closes_when="It is done, or skipped with a reason, or a manager on the case has an action about it.",
    closed_by="the chair",
)
def action_carried_over(plan: Plan, day: Day) -> Iterator[Finding]:
    """An action was carried over many times, or is blocked, and no manager is recorded as dealing with it.

    Inspectors saw staff accept that nothing moved, and challenge nobody on the child's behalf. An action
    that was declined, and that nobody took over, is blocked.
    """
    for action in plan.actions:
        if _is_stuck(action, plan, day) and not _is_raised(action, plan, day):
            yield gap(action=action.id)


def _is_stuck(action: Action, plan: Plan, day: Day) -> bool:
    many_times = carried_over(plan, action) >= day.ours(CARRIED_OVER).amount
    return action.progress is Progress.DECLINED or many_times


def _is_raised(action: Action, plan: Plan, day: Day) -> bool:
    """True where an action about this one, made of this gap, is a manager's and not dropped."""
    about_it = [
        plan.person(other.owner)
        for other in plan.actions
        if (other.closes, other.about) == ("AGY13", action.id) and other.progress not in DROPPED
    ]
    return any(owner and owner.role is Role.MANAGER and owner.is_on(day.today) for owner in about_it)


@rule(
    "AGY14",
    "no-exit-plan",
    stages=AT_RELEASE | AFTER_RELEASE,
    asks=(Support.exit_plan, Order.end_date),
    thresholds=(SHORT_SUPERVISION,),
    source=[A2(52, "the youth offending team planned for what follows supervision")],
    closes_when="It is planned what help remains when supervision ends.",
    closed_by="the youth offending team",
)
def no_exit_plan(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded about what help remains when supervision ends.

    For about half of the children nobody planned for it. Where supervision is short there is no time to do
    it later.
    """
    release, end = plan.order.released_on.value or plan.earliest_release, plan.order.end_date.value
    short = end and release and day.ours(SHORT_SUPERVISION).before(end) <= release
    if plan.support.exit_plan.is_missing:
        yield gap(plan.support.exit_plan, from_day=None if short else release)


@rule(
    "AGY15",
    "need-without-work",
    stages=REVIEW_ON,
    asks=(Support.needs_met,),
    source=[J("R4"), J("R18d"), J("3.15"), J("3.24")],
    closes_when="There is work on every need in custody, or somebody has asked for what is lacking.",
    closed_by="the secure setting with the youth offending team",
)
def need_without_work(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that every need has work in custody, or that somebody asked for what is lacking.

    Children were made to fit whatever there was. Inspectors saw little sign that workers pressed for more.
    """
    met = plan.support.needs_met
    if met.is_missing or met.choice == "not_sought":
        yield gap(met)


@rule(
    "PLN03",
    "several-plans",
    stages=REVIEW_ON,
    asks=(Support.other_plans,),
    source=[J("3.14")],
    closes_when="Other plans for the child are drawn together with this one.",
    closed_by="the child's case worker in custody",
)
def several_plans(plan: Plan, day: Day) -> Iterator[Finding]:
    """Other plans for the child are not recorded as drawn together with this one.

    Education, health and substance use teams each made their own. In one case inspectors saw nine plans for
    one child.
    """
    others = plan.support.other_plans
    if others.is_missing or others.choice == "apart":
        yield gap(others)
