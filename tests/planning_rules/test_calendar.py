"""The meeting calendar of an order."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_rules.calendar import MEETINGS, Due, Event, meeting_calendar
from planning_rules.facts.answers import Answer, State
from planning_rules.next_meetings import lapsed_meeting, next_meeting
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import FIRST_MEETING, LAST_MEETING, REVIEW_INTERVAL, Unit
from tests.planning_rules.any_plan import plans

SENTENCED = date(2026, 1, 5)
ORDER = {
    "kind": "dto",
    "sentenced_on": SENTENCED,
    "early_date": date(2026, 12, 4),
    "middle_date": date(2027, 1, 4),
}
BOOKED = Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20))
FIRST = Meeting("m1", MeetingKind.FIRST, date(2026, 1, 14), closed_on=date(2026, 1, 14))


def plan_with(*meetings: Meeting, **order: Any) -> Plan:
    given = {f"order.{name}": value for name, value in order.items()}
    answers = {key: Answer(State.GIVEN, value, fact=key) for key, value in given.items()}
    return Plan(meetings=meetings, answers=answers)


def days_of(plan: Plan, today: date = SENTENCED, **ours: Any) -> list[tuple[str, date]]:
    return [(str(due.event), due.on) for due in meeting_calendar(plan, Day(today, **ours))]


def due(plan: Plan, event: Event, today: date = SENTENCED) -> list[Due]:
    return [one for one in meeting_calendar(plan, Day(today)) if one.event is event]


def test_an_order_calls_for_meetings_from_ten_days_after_sentence_to_six_months_after_release() -> None:
    assert days_of(plan_with(**ORDER)) == [
        ("first meeting", date(2026, 1, 15)),
        ("review", date(2026, 4, 15)),
        ("review", date(2026, 7, 15)),
        ("review", date(2026, 10, 15)),
        ("last meeting before release", date(2026, 11, 4)),
        ("release", date(2027, 1, 4)),
        ("first look back", date(2027, 4, 4)),
        ("second look back", date(2027, 7, 4)),
    ]


def test_each_says_why_and_where_that_comes_from() -> None:
    said = {
        one.event: (one.why, one.source.short) for one in meeting_calendar(plan_with(**ORDER), Day(SENTENCED))
    }
    assert said == {
        Event.FIRST: ("10 days after sentence.", "A2 70%"),
        Event.REVIEW: ("3 months after the meeting before it.", "L"),
        Event.LAST: ("1 month before the earliest release.", "L"),
        Event.RELEASE: ("The middle date of the order, when release is due.", "SC§241"),
        Event.EARLY_LOOK_BACK: ("3 months after release.", "J-R28"),
        Event.LATE_LOOK_BACK: ("6 months after release.", "J-R28"),
    }


def test_a_service_measures_by_its_own_intervals() -> None:
    ours = {
        "first-meeting": replace(FIRST_MEETING, amount=2, unit=Unit.WEEK),
        "review-interval": replace(REVIEW_INTERVAL, amount=6),
        "last-meeting": replace(LAST_MEETING, amount=3, unit=Unit.WEEK),
    }
    assert days_of(plan_with(**ORDER), thresholds=ours)[:3] == [
        ("first meeting", date(2026, 1, 19)),
        ("review", date(2026, 7, 19)),
        ("last meeting before release", date(2026, 11, 13)),
    ]


def test_what_an_inspection_fixed_is_not_a_service_s_to_set() -> None:
    ours = {"early-look-back": replace(FIRST_MEETING, amount=1)}
    assert ("first look back", date(2027, 4, 4)) in days_of(plan_with(**ORDER), thresholds=ours)


def test_a_meeting_that_was_held_or_booked_stands_on_its_own_day_and_reviews_count_from_it() -> None:
    booked = Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20))
    plan = plan_with(FIRST, booked, **ORDER)
    first, second, third = due(plan, Event.FIRST)[0], *due(plan, Event.REVIEW)[:2]
    assert (first.on, first.by, first.is_held) == (FIRST.on, date(2026, 1, 15), True)
    assert (second.on, second.by, second.is_held) == (booked.on, date(2026, 4, 14), False)
    assert (third.on, third.number, third.meeting) == (date(2026, 6, 20), 2, None)


@pytest.mark.parametrize(("today", "late"), [(date(2026, 4, 14), False), (date(2026, 4, 15), True)])
def test_a_meeting_is_late_from_the_day_after_its_last(today: date, late: bool) -> None:
    review = due(plan_with(FIRST, **ORDER), Event.REVIEW, today)[0]
    assert review.by == date(2026, 4, 14)
    assert review.is_late(today) is late


def test_one_review_is_late_at_a_time_and_those_after_it_count_from_today() -> None:
    today = date(2026, 8, 3)
    reviews = due(plan_with(FIRST, **ORDER), Event.REVIEW, today)
    assert [review.by for review in reviews] == [date(2026, 4, 14), date(2026, 11, 3)]
    assert [review.is_late(today) for review in reviews] == [True, False]


@pytest.mark.parametrize(
    ("changed", "on"),
    [
        ({}, date(2027, 1, 4)),
        ({"granted_date": date(2026, 12, 10)}, date(2026, 12, 10)),
        ({"granted_date": date(2026, 12, 10), "released_on": date(2026, 12, 9)}, date(2026, 12, 9)),
    ],
)
def test_the_calendar_moves_with_an_early_or_late_release(changed: dict[str, date], on: date) -> None:
    plan = plan_with(**{**ORDER, **changed})
    assert due(plan, Event.RELEASE)[0].on == on
    assert due(plan, Event.LATE_LOOK_BACK)[0].on.month == (on.month + 6) % 12


def test_the_last_meeting_is_counted_from_the_earliest_release() -> None:
    granted = plan_with(**ORDER, granted_date=date(2027, 2, 4))
    assert due(granted, Event.LAST)[0].on == date(2027, 1, 4)
    assert due(plan_with(**ORDER), Event.LAST)[0].on == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("release", "last"), [(date(2026, 2, 15), []), (date(2026, 2, 16), [date(2026, 1, 16)])]
)
def test_where_the_first_meeting_comes_as_late_as_the_last_there_is_only_one(
    release: date, last: list[date]
) -> None:
    plan = plan_with(kind="dto", sentenced_on=SENTENCED, middle_date=release)
    assert [one.on for one in due(plan, Event.LAST)] == last
    assert due(plan, Event.REVIEW) == []


@pytest.mark.parametrize(("months", "reviews"), [(1, 5), (2, 2), (3, 1)])
def test_the_last_meeting_stands_in_for_a_review_that_would_be_due_that_day(
    months: int, reviews: int
) -> None:
    """Six months after the first meeting."""
    plan = plan_with(FIRST, kind="dto", sentenced_on=SENTENCED, middle_date=date(2026, 8, 14))
    ours = {"review-interval": replace(REVIEW_INTERVAL, amount=months)}
    calendar = meeting_calendar(plan, Day(SENTENCED, ours))
    assert [str(one.event) for one in calendar if one.on == date(2026, 7, 14)] == [
        "last meeting before release"
    ]
    assert sum(one.event is Event.REVIEW for one in calendar) == reviews


def test_a_release_that_was_given_as_before_the_sentence_makes_nothing_due_before_it() -> None:
    mistaken = plan_with(kind="dto", sentenced_on=SENTENCED, middle_date=date(2025, 10, 3))
    assert days_of(mistaken) == [("second look back", date(2026, 4, 3))]


def test_a_child_who_leaves_within_days_has_a_first_meeting_before_that() -> None:
    plan = plan_with(kind="dto", sentenced_on=SENTENCED, middle_date=date(2026, 1, 9))
    assert due(plan, Event.FIRST)[0].by == date(2026, 1, 9)


def test_a_friday_release_may_be_brought_forward_and_stays_on_its_day() -> None:
    friday = plan_with(**ORDER, granted_date=date(2026, 12, 11))
    (release,) = due(friday, Event.RELEASE)
    assert (release.on, release.earlier) == (date(2026, 12, 11), date(2026, 12, 10))
    left = plan_with(**ORDER, released_on=date(2026, 12, 11))
    assert due(left, Event.RELEASE)[0].earlier is None


def test_without_a_release_date_only_the_next_review_is_due() -> None:
    assert days_of(plan_with(FIRST, kind="dto", sentenced_on=SENTENCED)) == [
        ("first meeting", FIRST.on),
        ("review", date(2026, 4, 14)),
    ]


def test_on_remand_only_what_was_booked_and_the_review_after_it_is_there() -> None:
    plan = plan_with(FIRST, **{**ORDER, "kind": "remand"})
    assert [event for event, _ in days_of(plan)] == ["first meeting", "review"]
    assert days_of(plan_with(kind="remand")) == []


def test_the_next_meeting_is_the_first_one_from_today_on_that_is_not_over() -> None:
    booked = BOOKED
    plan = plan_with(FIRST, booked, **ORDER)
    held = plan_with(FIRST, replace(booked, closed_on=booked.on), **ORDER)
    later = date(2026, 3, 21)
    for of, today, on in (
        *((plan, FIRST.on, booked.on), (plan, booked.on, booked.on)),
        *((held, booked.on, date(2026, 6, 20)), (held, later, date(2026, 6, 20))),
    ):
        found = next_meeting(of, Day(today))
        assert found
        assert found.on == on
    assert next_meeting(held, Day(date(2027, 1, 1))) is None


def test_once_the_day_of_a_booked_meeting_has_passed_there_is_no_next_one_until_another_is_booked() -> None:
    plan = plan_with(FIRST, BOOKED, **ORDER)
    day, after = Day(BOOKED.on), Day(BOOKED.on + timedelta(1))
    assert (lapsed_meeting(plan, day), next_meeting(plan, after)) == (None, None)
    lapsed = lapsed_meeting(plan, after)
    assert lapsed
    assert lapsed.meeting == BOOKED
    another = Meeting("m3", MeetingKind.REVIEW, date(2026, 4, 2))
    found = next_meeting(plan_with(FIRST, BOOKED, another, **ORDER), after)
    assert found
    assert found.meeting == another


@pytest.mark.parametrize(("on", "late"), [(date(2026, 4, 14), False), (date(2026, 4, 15), True)])
def test_a_meeting_that_is_booked_for_a_day_after_its_last_is_booked_late(on: date, late: bool) -> None:
    booked = replace(BOOKED, on=on)
    (review, *_) = due(plan_with(FIRST, booked, **ORDER), Event.REVIEW)
    assert review.is_booked_late is late
    (held, *_) = due(plan_with(FIRST, replace(booked, closed_on=on), **ORDER), Event.REVIEW)
    assert not held.is_booked_late


@settings(max_examples=200)
@given(plans(), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_nothing_is_due_before_the_sentence_and_all_is_in_order(plan: Plan, today: date) -> None:
    calendar = meeting_calendar(plan, Day(today))
    sentenced = plan.order.sentenced_on.value
    assert [one.on for one in calendar] == sorted(one.on for one in calendar)
    assert all(one.meeting or sentenced is None or one.by >= sentenced for one in calendar)


@settings(max_examples=200)
@given(plans(), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_meeting_is_there_once_and_nothing_has_the_name_of_another(plan: Plan, today: date) -> None:
    calendar = meeting_calendar(plan, Day(today))
    assert sorted(one.meeting.id for one in calendar if one.meeting) == sorted(
        one.id for one in plan.meetings
    )
    names = [(one.event, one.number) for one in calendar]
    assert len(set(names)) == len(names)


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(60, 800),
    st.integers(1, 12),
    st.integers(0, 900),
)
def test_no_two_meetings_lie_further_apart_than_the_interval(
    sentenced: date, custody: int, months: int, later: int
) -> None:
    """Up to the release, once a meeting is not late."""
    release, interval = sentenced + timedelta(days=custody), replace(REVIEW_INTERVAL, amount=months)
    plan = plan_with(kind="dto", sentenced_on=sentenced, middle_date=release)
    today = sentenced + timedelta(days=later)
    calendar = meeting_calendar(plan, Day(today, {"review-interval": interval}))
    held = [one for one in calendar if one.event in MEETINGS and not one.is_late(today)]
    for one, after in pairwise(held):
        assert after.on <= interval.after(max(one.on, today))
