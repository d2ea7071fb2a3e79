"""The sentence as a line: what stands on it, and where."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.dates.sentence_line import sentence_line
from bot.messages.document import SentenceLine
from bot.messages.sheets import Edition, child_sheet
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.made import for_adult, plan_with
from tests.planning_rules.any_plan import plans

SENTENCED, RELEASE, END = date(2026, 1, 5), date(2026, 7, 6), date(2027, 1, 4)
TODAY = date(2026, 3, 2)
DATES = {
    "order__kind": "dto",
    "order__sentenced_on": SENTENCED,
    "order__middle_date": RELEASE,
    "order__end_date": END,
}
REVIEW = Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20))


def line(plan: Plan, today: date = TODAY) -> SentenceLine:
    (found,) = sentence_line(plan, Day(today))
    return found


def test_workers_see_the_dates_that_custody_gave_the_calendar_and_today_in_order() -> None:
    assert [mark.says for mark in line(replace(plan_with(**DATES), meetings=(REVIEW,))).marks] == [
        "Monday 5 January 2026: sentenced",
        "Thursday 15 January 2026: first meeting, due",
        "Monday 2 March 2026: today",
        "Friday 20 March 2026: review, booked",
        "Saturday 6 June 2026: last meeting before release, due",
        "Monday 6 July 2026: middle date",
        "Tuesday 6 October 2026: a manager looks back on how it went",
        "Monday 4 January 2027: order ends",
        "Wednesday 6 January 2027: a manager looks back once more",
    ]


def test_marks_stand_in_proportion_and_custody_ends_with_the_release() -> None:
    drawn = line(plan_with(**DATES))
    whole = date(2027, 1, 6) - SENTENCED
    assert [mark.at for mark in drawn.marks if mark.label] == [round(1000 * (TODAY - SENTENCED) / whole)]
    assert drawn.custody == round(1000 * (RELEASE - SENTENCED) / whole)
    assert (drawn.marks[0].at, drawn.marks[-1].at) == (0, 1000)


@pytest.mark.parametrize(
    ("today", "at"), [(SENTENCED - timedelta(days=30), 0), (date(2030, 1, 1), 1000), (SENTENCED, 0)]
)
def test_today_stands_at_an_end_where_the_sentence_is_to_come_or_over(today: date, at: int) -> None:
    assert [mark.at for mark in line(plan_with(**DATES), today).marks if mark.label] == [at]


def test_what_moved_the_dates_stands_on_it() -> None:
    moved = plan_with(
        **DATES,
        order__granted_date=date(2026, 6, 22),
        order__released_on=date(2026, 6, 22),
        order__recalled_on=date(2026, 8, 3),
        order__moved_on=date(2026, 2, 2),
    )
    says = "\n".join(mark.says for mark in line(moved).marks)
    for known in ("release date granted", "left custody", "recalled to custody", "move to another setting"):
        assert known in says


def test_where_there_is_no_length_nothing_is_drawn() -> None:
    assert sentence_line(Plan(), Day(TODAY)) == ()
    assert sentence_line(plan_with(order__end_date=END), Day(TODAY)) == ()


def test_a_day_of_sentence_alone_draws_nothing() -> None:
    sheet = child_sheet(plan_with(order__kind="dto", order__sentenced_on=SENTENCED), TODAY)
    assert not any(isinstance(block, SentenceLine) for block in sheet.blocks)
    assert "We do not have your dates yet." in repr(sheet)


def test_the_child_s_line_has_custody_s_dates_in_the_child_s_words_and_no_calendar() -> None:
    plan = replace(plan_with(**DATES), meetings=(REVIEW,))
    (drawn,) = [block for block in child_sheet(plan, TODAY).blocks if isinstance(block, SentenceLine)]
    assert [mark.says for mark in drawn.marks] == [
        "Your sentence began on Monday 5 January 2026.",
        "Today is Monday 2 March 2026.",
        "Your next meeting is on Friday 20 March 2026.",
        "You are due to leave on Monday 6 July 2026.",
        "After you leave, you are still on your sentence until Monday 4 January 2027.",
    ]


def test_an_adult_s_line_starts_today_and_a_shared_room_gets_none() -> None:
    plan = plan_with(**DATES)
    (drawn,) = [block for block in for_adult(plan).blocks if isinstance(block, SentenceLine)]
    assert (drawn.marks[0].at, drawn.marks[0].label) == (0, "Today")
    assert drawn.marks[1].at == round(1000 * (RELEASE - TODAY) / (END - TODAY))
    assert "began" not in drawn.alt
    room = child_sheet(replace(plan, meetings=(REVIEW,)), TODAY, Edition.ROOM)
    assert not any(isinstance(block, SentenceLine) for block in room.blocks)


@given(plans(), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_marks_run_from_one_end_to_the_other_and_today_is_among_them_once(plan: Plan, today: date) -> None:
    for drawn in sentence_line(plan, Day(today)):
        places = [mark.at for mark in drawn.marks]
        assert places == sorted(places)
        assert 0 <= min(places) <= max(places) <= 1000
        assert 0 <= drawn.custody <= 1000
        assert [mark.label for mark in drawn.marks if mark.label] == ["Today"]
