"""A plan sheet is due five working days after its meeting closed; a service may set another number."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planning_rules.checking import GapState, find_gaps
from planning_rules.gaps.handing_over import PLAN_GIVEN
from planning_rules.on_record import Handing, How
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.checked import gaps, plan


def closed_on(day: str, **more: Any) -> Plan:
    """A first meeting that closed then, and whose sheet nobody has."""
    meeting = {"id": "m1", "kind": "first", "on": day, "opened": True, "closed_on": day}
    return plan(meetings=[meeting], handings=[], **more)


@pytest.mark.parametrize(
    ("closed", "opens"),
    [
        # A Monday: the Monday after it is the fifth working day.
        ("2026-02-23", date(2026, 3, 3)),
        # A Friday, a Saturday and a Sunday: the Friday after them.
        ("2026-02-20", date(2026, 2, 28)),
        ("2026-02-21", date(2026, 2, 28)),
        ("2026-02-22", date(2026, 2, 28)),
        # Before Good Friday and Easter Monday, which do not count.
        ("2026-04-02", date(2026, 4, 14)),
    ],
)
def test_the_gap_opens_on_the_day_after_the_fifth_working_day(closed: str, opens: date) -> None:
    found = gaps(closed_on(closed), date.fromisoformat(closed))["CHI07"]
    assert (found.state, found.on) == (GapState.COMING, opens)
    assert gaps(closed_on(closed), opens)["CHI07"].state is GapState.OPEN


@pytest.mark.parametrize(("days", "opens"), [(4, date(2026, 2, 28)), (6, date(2026, 3, 4))])
def test_a_service_may_allow_fewer_or_more_working_days(days: int, opens: date) -> None:
    ours = replace(PLAN_GIVEN, amount=days)
    day = Day(date(2026, 2, 23), {ours.name: ours})
    found = [gap for gap in find_gaps(closed_on("2026-02-23"), day) if gap.rule.code == "CHI07"]
    assert {gap.on for gap in found} == {opens}


def test_each_reader_without_the_sheet_is_a_gap_of_their_own() -> None:
    nobody = closed_on("2026-02-20")
    given = replace(nobody, handings=(Handing("mum", "m1", date(2026, 2, 24), How.POSTED, "sam"),))
    lacking = [
        [gap.person for gap in find_gaps(one, Day(date(2026, 3, 2))) if gap.rule.code == "CHI07"]
        for one in (nobody, given)
    ]
    assert lacking == [["child", "mum"], ["child"]]


@pytest.mark.parametrize("how", How)
def test_however_a_sheet_was_given_it_was_given(how: How) -> None:
    nobody = closed_on("2026-02-20")
    both = tuple(Handing(to, "m1", date(2026, 2, 24), how, "sam") for to in ("child", "mum"))
    assert "CHI07" not in gaps(replace(nobody, handings=both))


def test_the_meeting_that_closed_last_counts_in_whatever_order_they_stand() -> None:
    first = {"id": "m1", "kind": "first", "on": "2026-01-05", "opened": True, "closed_on": "2026-01-05"}
    review = {**first, "id": "m2", "kind": "review", "on": "2026-02-16", "closed_on": "2026-02-16"}
    handing = {"meeting": "m2", "on": "2026-02-17", "how": "posted", "by": "sam"}
    handings = [{**handing, "to": to} for to in ("child", "mum")]
    for meetings in ([first, review], [review, first]):
        assert "CHI07" not in gaps(plan(meetings=meetings, handings=handings))


def test_of_two_meetings_that_closed_on_one_day_the_one_that_follows_counts() -> None:
    first = {"id": "m1", "kind": "first", "on": "2026-02-16", "opened": True, "closed_on": "2026-02-16"}
    both = [first, {**first, "id": "m2", "kind": "review"}]
    handing = {"on": "2026-02-17", "how": "posted", "by": "sam"}
    given = {
        of: gaps(
            plan(meetings=both, handings=[{**handing, "meeting": of, "to": to} for to in ("child", "mum")])
        )
        for of in ("m1", "m2")
    }
    assert ["CHI07" in found for found in given.values()] == [True, False]
