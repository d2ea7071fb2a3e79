"""Release day: gaps between a plan and what inspections say about the first day and week, and the rules."""

from collections.abc import Iterator

from planning_rules.facts.release_day import ReleaseDay
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, Source, T
from planning_rules.stages import AT_RELEASE


@rule(
    "AGY11",
    "nobody-on-release-day",
    severity=Severity.URGENT,
    stages=AT_RELEASE,
    asks=(ReleaseDay.seen_by,),
    source=[A2(100, "the youth offending team had meaningful contact with the child on release day")],
    closes_when="One youth justice worker, by name, will see the child that day.",
    closed_by="the youth offending team",
)
def nobody_on_release_day(plan: Plan, day: Day) -> Iterator[Finding]:
    """No youth justice worker is named who will see the child on release day.

    Every child whom inspectors looked at was seen that day, and in a way that mattered. A lift from the gate
    is not enough: it is the day on which the plan starts or does not.
    """
    seen_by = plan.release_day.seen_by
    who = plan.person(seen_by.choice)
    named = who is not None and who.role is Role.YOT and who.is_on(day.today)
    if seen_by.is_asked and not named:
        yield gap(seen_by)


@rule(
    "CHI13",
    "rules-not-explained",
    stages=AT_RELEASE,
    asks=(ReleaseDay.rules_explained,),
    source=[T("5"), A2(26, "the child kept fully to the rules of supervision")],
    closes_when="Somebody has talked with the child about the rules, and what makes them hard to keep.",
    closed_by="the youth offending team",
)
def rules_not_explained(plan: Plan, day: Day) -> Iterator[Finding]:
    """No talk with the child is recorded about the rules after release and what makes them hard to keep.

    Only about a quarter of children kept fully to the rules. Inspectors want more to keep to them, and a
    child who has said what will be hard can be helped with it.
    """
    explained = plan.release_day.rules_explained
    if explained.is_asked and explained.chosen != {"rules", "hard"}:
        yield gap(explained)


@rule(
    "TIM05",
    "no-support-after-release",
    stages=AT_RELEASE,
    asks=(ReleaseDay.voluntary_support,),
    source=[J("3.37"), J("R3")],
    closes_when="Support was offered that the child may choose to take.",
    closed_by="the youth offending team",
)
def no_support_after_release(plan: Plan, day: Day) -> Iterator[Finding]:
    """There will be no supervision after release, and no offer of voluntary support is recorded.

    After a recall some children were released with no supervision at all, although they were likely to
    need help the most.
    """
    if plan.release_day.voluntary_support.is_missing:
        yield gap(plan.release_day.voluntary_support)


@rule(
    "TIM11",
    "no-first-week-timetable",
    stages=AT_RELEASE,
    asks=(ReleaseDay.first_week, ReleaseDay.timetable),
    source=[J("3.29"), Source("J", "¶3.30, the quote after it")],
    closes_when="The child has the first week in writing: who, where, when and how to get there.",
    closed_by="the youth offending team",
)
def no_first_week_timetable(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child has the first week in writing: who, where, when, how to get there.

    Many children had empty days. One said that it was harder than custody, where there is a schedule, to
    be told neither the time nor the place of anything. A timetable that was typed in stands on the child's
    sheet.
    """
    if plan.release_day.first_week.is_missing and not plan.release_day.timetable.is_given:
        yield gap(plan.release_day.first_week)
