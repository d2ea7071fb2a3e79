"""One day on which the child leaves, told as what is to come or what is past."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import Document, SentenceLine
from bot.messages.sheets import child_sheet, held_back
from bot.render.text import document_text
from planning_rules.dates import in_full
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import MANY, full_plans
from tests.bot.messages.sheets.made import EMPTY, TODAY, every_sheet, for_adult, plan_with

EARLY, MIDDLE, PAST = date(2026, 5, 30), date(2026, 6, 30), date(2026, 2, 20)


def said(plan: Plan) -> str:
    return document_text(child_sheet(plan, TODAY))


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (
            {"middle_date": MIDDLE, "early_date": EARLY},
            "• The first day you could leave is Saturday 30 May 2026. This is not a promise.\n"
            "• You are due to leave on Tuesday 30 June 2026. The day can change. Ask Sam.",
        ),
        (
            {"middle_date": MIDDLE, "early_date": PAST},
            "• You are due to leave on Tuesday 30 June 2026.",
        ),
        (
            {"middle_date": MIDDLE, "granted_date": EARLY},
            "leave on Saturday 30 May 2026. That is at a weekend, so the day can change. Ask Sam.",
        ),
        ({"middle_date": date(2026, 5, 25)}, "That is a bank holiday, so the day can change. Ask Sam."),
        ({"middle_date": MIDDLE, "released_on": PAST}, "• You left on Friday 20 February 2026."),
        ({"middle_date": MIDDLE, "released_on": EARLY}, "• You are due to leave on Saturday 30 May 2026."),
        ({"middle_date": PAST}, "• You were due to leave on Friday 20 February 2026. Ask Sam about this."),
        ({"end_date": MIDDLE}, "• Your whole sentence ends on Tuesday 30 June 2026."),
        ({"end_date": PAST}, "• Your whole sentence ended on Friday 20 February 2026."),
        ({}, "We do not have your dates yet. Ask Sam."),
        ({"kind": "remand"}, "A court has not decided yet when you can leave. Ask Sam about your dates."),
    ],
)
def test_a_date_is_said_as_it_is(dates: dict[str, object], says: str) -> None:
    text = said(plan_with(**{f"order__{name}": value for name, value in dates.items()}))
    assert says in text
    assert ("leave on" in text) + ("You left" in text) <= 1


def test_an_early_date_that_is_past_is_no_longer_held_out() -> None:
    assert "first day" not in said(plan_with(order__middle_date=MIDDLE, order__early_date=PAST))


def test_on_remand_and_once_left_nothing_is_said_of_trips_out() -> None:
    trip = {"temporary_release__decision": "agreed"}
    assert "trips" in said(plan_with(order__kind="dto", **trip))
    assert "Before I leave" not in said(plan_with(order__kind="remand", **trip))
    assert "Before I leave" not in said(plan_with(order__kind="dto", order__released_on=PAST, **trip))


@pytest.mark.parametrize(
    ("on", "says"), [(date(2026, 3, 20), "on Friday 20 March 2026"), (TODAY, "today, Monday 2 March 2026")]
)
def test_the_next_meeting_is_an_important_date(on: date, says: str) -> None:
    meetings = (
        Meeting("m1", MeetingKind.FIRST, date(2026, 1, 5), closed_on=date(2026, 1, 5)),
        Meeting("m2", MeetingKind.REVIEW, on),
    )
    text = said(replace(EMPTY, meetings=meetings))
    assert f"Your next meeting is {says}." in text
    assert "5 January" not in text


@pytest.mark.parametrize(
    ("fact", "says"),
    [
        ("education__starts_on", "It was due to start on Friday 20 February 2026."),
        ("temporary_release__first_on", "Your first trip out was due on Friday 20 February 2026."),
    ],
)
def test_a_day_that_is_past_is_told_as_past(fact: str, says: str) -> None:
    plan = plan_with(
        **{fact: PAST}, order__kind="dto", education__planned="college", temporary_release__decision="agreed"
    )
    assert says in said(plan)


ORDER = {
    "order__kind": "dto",
    "order__sentenced_on": date(2025, 12, 30),
    "order__term_months": 12,
    "order__credit_days": 0,
    "order__early_date": EARLY,
    "order__end_date": date(2026, 12, 29),
}
WRONG, RIGHT = date(2026, 6, 29), MIDDLE


def test_no_leaving_day_is_promised_while_custody_s_is_not_the_one_that_follows_from_the_order() -> None:
    plan = plan_with(**ORDER, order__middle_date=WRONG)
    for sheet, says in (
        (child_sheet(plan, TODAY), "We are checking the day you leave. Ask Sam."),
        (for_adult(plan), "We are checking the day Robin leaves. Ask Sam."),
    ):
        text = document_text(sheet)
        assert says in text
        assert "2026" not in text.split("We are checking")[1]
        assert not [block for block in sheet.blocks if isinstance(block, SentenceLine)]


def test_whoever_looks_at_the_sheet_first_hears_of_it_once() -> None:
    (says,) = held_back(plan_with(**ORDER, order__middle_date=WRONG))
    assert "custody's dates are not those that follow from the order" in says
    assert held_back(plan_with(**ORDER, order__middle_date=RIGHT)) == []


def test_the_day_on_which_the_child_left_is_said_whatever_the_order_gives() -> None:
    left = plan_with(**ORDER, order__middle_date=WRONG, order__released_on=PAST)
    assert "You left on Friday 20 February 2026." in said(left)
    assert held_back(left) == []


@MANY
@given(full_plans(), st.integers(-40, 40))
def test_whatever_else_is_known_no_sheet_says_a_leaving_day_that_differs(plan: Plan, days: int) -> None:
    off = MIDDLE + timedelta(days)
    known = plan_with(**ORDER, order__middle_date=off).answers
    other = {key: answer for key, answer in plan.answers.items() if not key.startswith("order.")}
    made = replace(plan, answers={**other, **known})
    for sheet in every_sheet(made):
        assert (days == 0) or in_full(off) not in _order_lines(sheet)
    assert (in_full(off) in _order_lines(every_sheet(made)[0])) is (days == 0)


def _order_lines(sheet: Document) -> str:
    """What stands under the dates' heading, and what a picture there says."""
    return document_text(sheet).partition("Important dates")[2].partition("Not written here yet")[0]


def test_an_adult_is_told_of_the_child() -> None:
    sheet = for_adult(plan_with(**ORDER, order__middle_date=RIGHT))
    assert [block.title for block in sheet.blocks if isinstance(block, SentenceLine)] == [
        "Robin's sentence as a line"
    ]
    text = document_text(sheet)
    for says in (
        "The first day Robin could leave is Saturday 30 May 2026. This is not a promise.",
        "Robin is due to leave on Tuesday 30 June 2026. The day can change. Ask Sam.",
        "After that, Robin is still on the sentence until Tuesday 29 December 2026.",
    ):
        assert says in text
    assert "You are due" not in text
    unnamed = replace(plan_with(order__released_on=PAST), first_name="")
    assert "The child left on Friday 20 February 2026." in document_text(for_adult(unnamed))


def test_the_thick_part_ends_at_the_number_of_the_leaving_day() -> None:
    plan = plan_with(**ORDER, order__middle_date=RIGHT)
    (drawn,) = [block for block in child_sheet(plan, TODAY).blocks if isinstance(block, SentenceLine)]
    numbered = [mark.says for mark in drawn.marks if not mark.label]
    assert drawn.caption == "The thick line ends on the day you leave (number 3)."
    assert "You are due to leave" in numbered[3 - 1]


@pytest.mark.parametrize(("on", "told"), [(TODAY - timedelta(1), True), (TODAY, False)])
def test_once_the_day_of_a_booked_meeting_has_passed_the_child_is_to_be_told_of_the_next(
    on: date, told: bool
) -> None:
    text = said(replace(EMPTY, meetings=(Meeting("m2", MeetingKind.REVIEW, on),)))
    assert ("We still need to tell you when we meet next." in text) is told
    held = Meeting("m2", MeetingKind.REVIEW, on, opened=True, closed_on=on)
    assert "when we meet next" not in said(replace(EMPTY, meetings=(held,)))
