"""Timing of meetings: gaps between the days on which people met and what inspections say about them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from planning_rules.dates import in_full
from planning_rules.facts.answers import Answer
from planning_rules.facts.education import Education
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, H, J, L
from planning_rules.stages import AT_RELEASE, FIRST_ONLY, Stage
from planning_rules.thresholds import FIRST_MEETING, LAST_MEETING, REVIEW_INTERVAL


@rule(
    "TIM01",
    "first-meeting-late",
    stages=FIRST_ONLY,
    asks=(Order.sentenced_on,),
    thresholds=(FIRST_MEETING,),
    source=[FIRST_MEETING.source],
    closes_when="The first meeting is held and closed. After that it is not said again.",
    closed_by="the secure setting and the youth offending team",
)
def first_meeting_late(plan: Plan, day: Day) -> Iterator[Finding]:
    """The first planning meeting is later after sentence than it should be, or is not booked in time.

    For about a third of children it was late. Every day counts in a short sentence: what is not begun
    early is not there on release day.
    """
    by = day.after_sentence(plan, FIRST_MEETING)
    in_time = any(by and m.on <= by and (m.is_held or m.on >= day.today) for m in plan.meetings)
    if by and not in_time:
        yield gap(plan.order.sentenced_on, from_day=by + timedelta(days=1))


@rule(
    "TIM02",
    "release-left-out-of-first-meeting",
    stages=FIRST_ONLY,
    asks=(Home.living_with, Education.planned),
    source=[
        J("3.13"),
        A2(61, "planning where to live after release began at the first meeting"),
        A2(35, "planning school, training or work after release began at the first meeting"),
        H,
    ],
    closes_when="Each has an answer, or somebody will find it out by a day.",
    closed_by="the chair",
    where_meeting_held=True,
)
def release_left_out_of_first_meeting(plan: Plan, day: Day) -> Iterator[Finding]:
    """Home, or school and work, after release is left open, and nobody is recorded to find out by a day.

    Planning for release should begin on the day of sentence. Too often inspectors were told that it was
    still too soon. Where it began on admission, they praised it. Health is looked at in private, by other
    rules.
    """
    left_open = [a for a in (plan.home.living_with, plan.education.planned) if _is_left_open(a)]
    if left_open:
        yield gap(*left_open)


@rule(
    "TIM03",
    "no-last-meeting-before-release",
    stages=AT_RELEASE,
    asks=(Order.granted_date, Order.early_date, Order.middle_date),
    thresholds=(LAST_MEETING,),
    source=[L],
    closes_when="A last meeting before release is booked.",
    closed_by="the secure setting and the youth offending team",
)
def no_last_meeting_before_release(plan: Plan, day: Day) -> Iterator[Finding]:
    """Release is near, and no last meeting before it is recorded.

    It is the meeting at which everybody checks that all is there. Where the first meeting comes as late as
    that, it is the last one too.
    """
    order, by = plan.order, day.before_release(plan, LAST_MEETING)
    if by and day.is_past(by) and not any(_may_be_the_last(meeting, by) for meeting in plan.meetings):
        dates = (order.granted_date, order.early_date, order.middle_date)
        yield gap(*(answer for answer in dates if answer.is_given))


@rule(
    "TIM10",
    "review-overdue",
    stages=frozenset({Stage.REVIEW}),
    thresholds=(REVIEW_INTERVAL,),
    source=[L],
    closes_when="A review is held.",
    closed_by="the secure setting and the youth offending team",
)
def review_overdue(plan: Plan, day: Day) -> Iterator[Finding]:
    """No review is recorded for longer than your service allows.

    Between meetings a plan grows old: nobody asks whether what was promised has been done.
    """
    held = [meeting.on for meeting in plan.meetings if meeting.is_held]
    if held and day.ours(REVIEW_INTERVAL).after(max(held)) < day.today:
        yield gap(working=(f"The last meeting was held on {in_full(max(held))}.",))


def _is_left_open(answer: Answer[Any]) -> bool:
    return answer.is_not_known and not (answer.finds_out and answer.by)


def _may_be_the_last(meeting: Meeting, by: date) -> bool:
    return meeting.kind is MeetingKind.RELEASE or (meeting.kind is MeetingKind.FIRST and meeting.on >= by)
