"""After release: gaps between what was planned and what has happened since the child left."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.after import After
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L
from planning_rules.stages import AFTER_RELEASE
from planning_rules.thresholds import EARLY_LOOK_BACK, LATE_LOOK_BACK, Threshold, Unit

BEGUN_WITHIN = Threshold(
    "service-begun",
    "What was planned has begun this long after release",
    2,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
NOTHING = {"none"}


@rule(
    "AFT01",
    "promised-service-not-started",
    stages=AFTER_RELEASE,
    asks=(After.not_begun,),
    thresholds=(BEGUN_WITHIN,),
    source=[
        J("3.18"),
        A2(39, "school, training or work began within a reasonable time"),
        A2(48, "substance use work began at the point of release"),
        A2(13, "mental health care began at the point of release"),
    ],
    closes_when="All that was planned has begun.",
    closed_by="whoever was to begin it; the youth offending team asks",
)
def promised_service_not_started(plan: Plan, day: Day) -> Iterator[Finding]:
    """Something was planned for after release, and it is not recorded that it has begun.

    One child said that the meeting had sold a dream: outside, nothing was as they had said. Elsewhere
    the same services were there on the day.
    """
    not_begun = plan.after.not_begun
    if not_begun.is_missing or not_begun.chosen - NOTHING:
        yield gap(not_begun, from_day=day.after_release(plan, BEGUN_WITHIN))


@rule(
    "AFT02",
    "failed-and-plan-b-unused",
    stages=AFTER_RELEASE,
    asks=(After.fell_through, After.plan_b_begun),
    source=[
        J("2.4"),
        J("R25f"),
        A2(62, "the home was kept"),
        A2(28, "school, training or work was kept up"),
    ],
    closes_when="Plan B has begun.",
    closed_by="whoever was to start plan B; the youth offending team asks",
)
def failed_and_plan_b_unused(plan: Plan, day: Day) -> Iterator[Finding]:
    """Something fell through after release, and it is not recorded that plan B has begun.

    When a home broke down, children became homeless for a time, and lost their school or work as well. A
    plan B that nobody starts is none.
    """
    fell_through, begun = plan.after.fell_through, plan.after.plan_b_begun
    without = fell_through.chosen - NOTHING - begun.chosen
    if begun.is_asked and without:
        yield gap(fell_through, begun, urgent="home" in without)


@rule(
    "TIM07",
    "three-month-review-missing",
    stages=AFTER_RELEASE,
    asks=(After.early_look_back,),
    thresholds=(EARLY_LOOK_BACK,),
    source=[J("R28")],
    closes_when="A manager has written what went well and badly, and what each agency did.",
    closed_by="a manager of the youth offending team",
)
def three_month_review_missing(plan: Plan, day: Day) -> Iterator[Finding]:
    """No manager's look back at three months after release is recorded.

    Teams are asked to look back on every case, on what each agency did and did not do, and to tell the
    management board. It needs no meeting: most orders have ended by then.
    """
    if plan.after.early_look_back.is_missing:
        yield gap(plan.after.early_look_back, from_day=day.after_release(plan, EARLY_LOOK_BACK))


@rule(
    "TIM08",
    "six-month-review-missing",
    stages=AFTER_RELEASE,
    asks=(After.late_look_back,),
    thresholds=(LATE_LOOK_BACK,),
    source=[J("R28")],
    closes_when="A manager has written what lasted and what did not, and what each agency did.",
    closed_by="a manager of the youth offending team",
)
def six_month_review_missing(plan: Plan, day: Day) -> Iterator[Finding]:
    """No manager's look back at six months after release is recorded.

    What held for three months may be gone after six. Without a second look nobody learns what lasts.
    """
    if plan.after.late_look_back.is_missing:
        yield gap(plan.after.late_look_back, from_day=day.after_release(plan, LATE_LOOK_BACK))
