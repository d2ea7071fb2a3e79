"""Before each meeting there is a day from which people are to have its agenda."""

from dataclasses import replace
from datetime import date

import pytest

from planning_rules.next_meetings import agenda_due
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import AGENDA

FIRST = Meeting("m1", MeetingKind.FIRST, date(2026, 1, 5), opened=True, closed_on=date(2026, 1, 5))
# A Thursday, and the next.
REVIEW = Meeting("m2", MeetingKind.REVIEW, date(2026, 4, 9))
LATER = Meeting("m3", MeetingKind.REVIEW, date(2026, 4, 16))


def due(on: date, *meetings: Meeting, days: int = AGENDA.amount) -> str:
    """The id of the meeting for which it is due on that day, so many working days before it; or ""."""
    ours = {AGENDA.name: replace(AGENDA, amount=days)}
    found = agenda_due(Plan(meetings=meetings), Day(on, ours))
    return found.id if found else ""


@pytest.mark.parametrize(
    ("on", "meeting"),
    [
        (date(2026, 3, 30), ""),
        # Five working days before, as Good Friday and Easter Monday lie between.
        (date(2026, 3, 31), "m2"),
        (date(2026, 4, 3), ""),
        (date(2026, 4, 4), ""),
        (date(2026, 4, 7), "m2"),
        (date(2026, 4, 9), "m2"),
    ],
)
def test_it_is_due_five_working_days_before_and_never_on_a_day_off(on: date, meeting: str) -> None:
    assert due(on, FIRST, REVIEW) == meeting


def test_a_meeting_whose_day_has_passed_has_no_agenda_any_more() -> None:
    assert due(date(2026, 4, 10), FIRST, REVIEW) == ""


def test_of_two_meetings_it_is_the_nearer_ones() -> None:
    assert due(date(2026, 4, 9), LATER, REVIEW) == "m2"
    assert due(date(2026, 4, 10), LATER, REVIEW) == "m3"


def test_none_is_due_while_a_meeting_is_open_or_where_none_is_planned() -> None:
    assert due(date(2026, 4, 9), replace(FIRST, closed_on=None), REVIEW) == ""
    assert due(date(2026, 4, 9), FIRST) == ""
    assert due(date(2026, 4, 9), FIRST, replace(REVIEW, opened=True, closed_on=date(2026, 4, 9))) == ""


def test_a_service_may_want_it_earlier() -> None:
    assert due(date(2026, 3, 30), REVIEW, days=6) == "m2"
    assert due(date(2026, 3, 27), REVIEW, days=6) == ""
