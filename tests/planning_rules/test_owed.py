"""What is owed: how often it was carried over, and how long its reminders may wait."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.facts.answers import Answer, State
from planning_rules.owed import carried_over, latest_snooze
from planning_rules.parts import Action, Meeting, MeetingKind, Progress
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.thresholds import LONGEST_SNOOZE
from planning_rules.working_days import is_working_day

MONDAY = date(2026, 3, 2)
RING = Action("a1", "Ring", "jo", date(2026, 3, 20), Progress.ACCEPTED, since=MONDAY)


def held(day: str, closed: bool = True, opened: bool = True) -> Meeting:
    on = date.fromisoformat(f"2026-{day}")
    return Meeting(day, MeetingKind.REVIEW, on, opened, on if closed else None)


@pytest.mark.parametrize(
    ("meetings", "times"),
    [
        ([], 0),
        ([held("02-02"), held("03-02")], 0),
        ([held("03-02"), held("03-03")], 1),
        ([held("03-23"), held("04-13", closed=False)], 2),
        ([held("03-23"), held("04-13", closed=False, opened=False)], 1),
    ],
)
def test_an_action_is_carried_over_into_each_meeting_that_is_held_after_its_day_of_promise(
    meetings: list[Meeting], times: int
) -> None:
    assert carried_over(Plan(meetings=tuple(meetings)), RING) == times


@pytest.mark.parametrize("progress", Progress)
def test_only_what_is_owed_is_carried_over(progress: Progress) -> None:
    plan = Plan(meetings=(held("03-23"),))
    action = replace(RING, progress=progress)
    assert carried_over(plan, action) == (1 if action.is_owed else 0)
    assert carried_over(plan, replace(action, since=None)) == 0


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        ("03-02", "03-09"),
        ("03-18", "03-25"),
        ("03-20", "03-27"),
        ("03-23", "03-27"),
        ("03-26", "03-27"),
        ("03-27", None),
        ("03-30", "04-08"),
        ("04-03", "04-13"),
    ],
)
def test_reminders_wait_so_many_working_days_from_today_and_from_the_day_itself(
    today: str, latest: str | None
) -> None:
    by = date(2026, 4, 20) if today > "03-27" else RING.by
    found = latest_snooze(Plan(), replace(RING, by=by), Day(date.fromisoformat(f"2026-{today}")))
    assert found == (date.fromisoformat(f"2026-{latest}") if latest else None)


def test_what_has_no_day_has_no_reminders_that_could_wait() -> None:
    assert latest_snooze(Plan(), replace(RING, by=None), Day(MONDAY)) is None


def test_a_service_says_how_long_they_may_wait() -> None:
    ours = Day(MONDAY, {LONGEST_SNOOZE.name: replace(LONGEST_SNOOZE, amount=1)})
    assert latest_snooze(Plan(), RING, ours) == date(2026, 3, 3)


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(-30, 60), st.sampled_from(["england", "wales"])
)
def test_no_snooze_after_another_puts_an_action_off_for_ever(today: date, ahead: int, nation: str) -> None:
    by = today + timedelta(days=ahead)
    plan = Plan(answers={"order.nation": Answer(State.GIVEN, nation, fact="order.nation")})
    ends = max(today, by) + timedelta(days=20)
    while latest := latest_snooze(plan, replace(RING, by=by), Day(today)):
        assert today < latest < ends
        assert is_working_day(latest, nation)
        today = latest
