"""One day on which the child leaves, told as what is to come or what is past."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.sheets import child_sheet
from bot.render.text import document_text
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from tests.bot.messages.sheets.made import EMPTY, TODAY, plan_with

EARLY, MIDDLE, PAST = date(2026, 5, 30), date(2026, 6, 30), date(2026, 2, 20)


def said(plan: Plan) -> str:
    return document_text(child_sheet(plan, TODAY))


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (
            {"middle_date": MIDDLE, "early_date": EARLY},
            "• The first day you could leave is Saturday 30 May 2026. This is not a promise.\n"
            "• You are due to leave on Tuesday 30 June 2026.",
        ),
        ({"middle_date": MIDDLE, "granted_date": EARLY}, "• You are due to leave on Saturday 30 May 2026."),
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
