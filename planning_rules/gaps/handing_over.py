"""Handing over: whether the plan sheet of the last meeting reached those who read it."""

from collections.abc import Iterator
from datetime import date, timedelta

from planning_rules.on_record import Handing, standing
from planning_rules.parts import Meeting
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J, L
from planning_rules.stages import ALWAYS
from planning_rules.thresholds import Threshold, Unit

PLAN_GIVEN = Threshold(
    "plan-given",
    "The plan sheet reaches the child and each parent or carer this long after the meeting has closed",
    5,
    Unit.WORKING_DAY,
    source=L,
    checked=date(2026, 11, 22),
)


@rule(
    "CHI07",
    "plan-not-given",
    stages=ALWAYS,
    thresholds=(PLAN_GIVEN,),
    source=[J("R12"), J("3.14")],
    closes_when="They have the sheet, or it was read to them, and it is recorded when and by whom.",
    closed_by="the child's case worker, for the child; the youth offending team, for parents and carers",
)
def plan_not_given(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the plan sheet of the last meeting reached them in time.

    Most children whom inspectors asked knew of no plan, or hardly knew what it said. No sheet is due to
    somebody with whom contact is unsafe or barred, or from whom the child keeps it. From 18 on that is the
    child's to say.
    """
    meeting = plan.last_closed
    closed_on = meeting and meeting.closed_on
    if not (meeting and closed_on and day.is_past(closed_on)):
        return
    late_from = day.ours(PLAN_GIVEN).after(closed_on) + timedelta(days=1)
    for reader in plan.readers(day.today):
        if not any(_reached(handing, reader.id, meeting, day) for handing in standing(plan.handings)):
            yield gap(person=reader.id, from_day=late_from)


def _reached(handing: Handing, reader: str, meeting: Meeting, day: Day) -> bool:
    return (handing.to, handing.meeting) == (reader, meeting.id) and day.is_past(handing.on)
