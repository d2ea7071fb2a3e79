"""School, training or work: gaps between a plan and what inspections say about the child's days."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts.education import Education
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L
from planning_rules.stages import AT_RELEASE, FIRST_ON, REVIEW_ON
from planning_rules.thresholds import Threshold, Unit

IN_PLACE_BY = Threshold(
    "school-or-work-in-place",
    "School, training or work is in place this long before release",
    8,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)
STARTS_WITHIN = Threshold(
    "school-or-work-starts",
    "School, training or work starts within this long after release",
    2,
    Unit.WEEK,
    source=L,
    checked=date(2026, 11, 21),
)


@rule(
    "ETE01",
    "no-school-or-work-from-release",
    stages=REVIEW_ON,
    asks=(Education.planned, Education.done_so_far),
    thresholds=(IN_PLACE_BY,),
    source=[J("3.17"), A2(39, "school, training or work began within a reasonable time")],
    closes_when="A place at school, on a course or in work is confirmed.",
    closed_by="the youth offending team and the council's education service",
)
def no_school_or_work_from_release(plan: Plan, day: Day) -> Iterator[Finding]:
    """No confirmed place at school, on a course or in work is recorded.

    Often nothing was in place, or it was left until after release. Most of the children looked at
    waited too long for something to start.
    """
    planned, done = plan.education.planned, plan.education.done_so_far
    unconfirmed = done.is_asked and "confirmed" not in (done.value or ())
    if (planned.is_missing or unconfirmed) and plan.earliest_release:
        yield gap(planned, done, from_day=day.before_release(plan, IN_PLACE_BY))


@rule(
    "ETE02",
    "application-not-sent",
    stages=REVIEW_ON,
    asks=(Education.planned, Education.done_so_far),
    source=[J("3.17")],
    closes_when="The application was sent, or the place is confirmed.",
    closed_by="whoever helps the child with school or work",
)
def application_not_sent(plan: Plan, day: Day) -> Iterator[Finding]:
    """A place is planned, and no application is recorded.

    Inspectors saw hopes of college next term, months away, and few applications sent before release.
    """
    planned, done = plan.education.planned, plan.education.done_so_far
    if done.is_asked and not {"applied", "confirmed"} & set(done.value or ()):
        yield gap(planned, done)


@rule(
    "ETE03",
    "no-visit-or-interview",
    stages=AT_RELEASE,
    asks=(Education.planned, Education.done_so_far),
    source=[J("3.17")],
    closes_when="The child has visited the place, or has had an interview.",
    closed_by="the secure setting and the youth offending team; temporary release can make it possible",
)
def no_visit_or_interview(plan: Plan, day: Day) -> Iterator[Finding]:
    """A place is planned, and no visit or interview is recorded.

    Inspectors found no child who had visited, or been interviewed, before release.
    """
    planned, done = plan.education.planned, plan.education.done_so_far
    if done.is_asked and "visited" not in (done.value or ()):
        yield gap(planned, done)


@rule(
    "ETE04",
    "idle-before-start",
    stages=REVIEW_ON,
    asks=(Education.starts_on, Education.until_it_starts),
    thresholds=(STARTS_WITHIN,),
    source=[J("2.5"), J("4.9")],
    closes_when="Something is planned for the time until school, training or work starts.",
    closed_by="the youth offending team",
)
def idle_before_start(plan: Plan, day: Day) -> Iterator[Finding]:
    """School, training or work starts some time after release, and nothing is recorded until then.

    Many children waited for the start of term with little to do, and with nothing that made them
    ready for it. Nobody had dealt with late college starts.
    """
    starts, latest = plan.education.starts_on, day.after_release(plan, STARTS_WITHIN)
    is_late = starts.value is not None and latest is not None and starts.value > latest
    if is_late and plan.education.until_it_starts.is_missing:
        yield gap(starts, plan.education.until_it_starts)


@rule(
    "ETE05",
    "no-constructive-activity",
    stages=FIRST_ON,
    asks=(Education.free_time,),
    source=[J("R27"), J("3.29"), A2(7, "new leisure activities for after release were explored")],
    closes_when="Something that the child wants to do in free time is planned.",
    closed_by="the youth offending team with its partners",
)
def no_constructive_activity(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded for the child's free time after release.

    Many children had empty days after release, just when they were trying to keep away from old habits
    and old company. One child told inspectors that being busy helps.
    """
    if plan.education.free_time.is_missing:
        yield gap(plan.education.free_time)
