"""Who was given which plan sheet is asked at its preview and beside its gap, and kept for good."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from planning_rules.on_record import Handing, How
from tests.bot.core import OAK, Core, titles, words

BY_HAND = {"how": "in person"}


def closed(core: Core) -> Core:
    """Today's review is closed, and its sheets are to be given."""
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    return core


def lacking(core: Core) -> str:
    return words(core.says("Sam", f"all {OAK}"))


@pytest.mark.parametrize("reader", ["child", "adult:mum"])
def test_the_preview_of_a_sheet_leads_to_saying_that_its_reader_has_it(core: Core, reader: str) -> None:
    person = {"child": "robin", "adult:mum": "mum"}[reader]
    assert f"given {OAK} {person}" in repr(core.says("Sam", f"sheet {OAK} {reader}"))


def test_the_preview_says_who_was_given_the_sheet_of_the_last_meeting(core: Core) -> None:
    assert "By hand · Friday 9 January 2026 · Sam" in words(core.says("Jo", f"sheet {OAK} adult:mum"))
    closed(core)
    assert "By hand · Friday 9 January 2026" not in words(core.says("Jo", f"sheet {OAK} adult:mum"))


def test_the_workers_plan_is_given_to_nobody(core: Core) -> None:
    assert "given OAK-417" not in repr(core.says("Sam", f"sheet {OAK} worker"))


def test_a_sheet_is_given_by_whoever_says_so_today_unless_they_say_otherwise(each_core: Core) -> None:
    closed(each_core)
    each_core.answers("Alex", f"given {OAK} child", {"how": "read aloud"})
    today = date(2026, 3, 2)
    assert each_core.plan().handings[-1] == Handing("robin", "review", today, How.READ_ALOUD, "alex")
    each_core.now += timedelta(days=2)
    each_core.answers("Alex", f"given {OAK} adult:mum", {"how": "posted", "on": "3/3/2026", "by": "sam"})
    posted = date(2026, 3, 3)
    assert each_core.plan().handings[-1] == Handing("mum", "review", posted, How.POSTED, "sam")


def test_a_sheet_that_nobody_has_is_a_gap_that_leads_to_saying_so(core: Core) -> None:
    closed(core)
    gap = "It is not recorded that the plan sheet of the last meeting reached them in time."
    assert f"The child: {gap}" in lacking(core)
    assert "Becomes a gap on Tuesday 10 March 2026" in lacking(core)
    core.now += timedelta(days=8)
    assert f"given {OAK} robin" in repr(core.says("Sam", f"all {OAK}"))
    assert titles(core.answers("Sam", f"given {OAK} robin", BY_HAND)) == ["Plan sheet: The child"]
    assert f"The child: {gap}" not in lacking(core)
    assert f"Mum: {gap}" in lacking(core)


def test_a_child_of_18_keeps_a_sheet_from_an_adult_and_not_from_themself(core: Core) -> None:
    closed(core)
    refused = {"how": "child refused"}
    core.sends("Sam", core.opens("Sam", f"given {OAK} child"), refused)
    core.answers("Sam", f"given {OAK} mum", refused)
    assert [one.to for one in core.plan().handings if one.how is How.CHILD_REFUSED] == ["mum"]
    assert "Mum: It is not recorded that the plan sheet" not in lacking(core)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("3/3/2026", "This day is still to come."),
        ("4/1/2026", "This is before the meeting on Monday 5 January 2026."),
    ],
)
def test_nobody_has_a_sheet_on_a_day_to_come_or_before_its_meeting(core: Core, on: str, says: str) -> None:
    before = core.plan().handings
    outcome = core.sends("Sam", core.opens("Sam", f"given {OAK} mum"), {**BY_HAND, "on": on})
    assert says in words(outcome)
    assert core.plan().handings == before


@pytest.mark.parametrize("on", ["5/1/2026", "2/3/2026"])
def test_a_sheet_may_be_given_on_the_day_of_its_meeting_and_today(core: Core, on: str) -> None:
    core.answers("Sam", f"given {OAK} mum", {**BY_HAND, "on": on})
    assert f"{core.plan().handings[-1].on:%-d/%-m/%Y}" == on


@pytest.mark.parametrize("reader", ["worker", "sam", "nobody", "🙂"])
def test_a_sheet_is_given_to_the_child_or_to_family_on_the_case(core: Core, reader: str) -> None:
    assert "There are: The child; Mum; Nan." in words(core.says("Sam", f"given {OAK} {reader}"))


@pytest.mark.parametrize("contact", ["unsafe", "barred"])
def test_nobody_is_asked_about_a_sheet_for_somebody_whom_the_child_may_not_meet(
    core: Core, contact: str
) -> None:
    closed(core)
    core.answers("Sam", f"edit {OAK} mum", {"contact": contact})
    assert core.says("Sam", f"given {OAK} mum").refused
    assert "Mum: It is not recorded that the plan sheet" not in lacking(core)


def test_before_a_meeting_is_closed_there_is_no_sheet_to_give(core: Core) -> None:
    reference = core.answers("Sam", "new", {"order.kind": "dto", "my_role": "youth justice worker"}).reference
    assert "there is no plan sheet to give" in words(core.says("Sam", f"given {reference} child"))
    assert "given" not in repr(core.says("Sam", f"sheet {reference} child"))


WRONG = {"why": "It went to an old address"}


def test_what_is_wrong_is_taken_back_with_who_and_why_and_stays_on_record(each_core: Core) -> None:
    closed(each_core)
    each_core.answers("Alex", f"given {OAK} mum", {"how": "posted"})
    given = each_core.plan().handings[-1]
    posted = f"review/{given.on}/posted/alex"
    each_core.answers("Sam", f"notgiven {OAK} mum", {"which": posted, **WRONG})
    taken_back = replace(given, wrong_by="sam", wrong_because=WRONG["why"])
    assert each_core.plan().handings[-2:] == (given, taken_back)
    shown = words(each_core.says("Jo", f"sheet {OAK} mum"))
    assert "Taken back by Sam: “It went to an old address” It said: By post" in shown
    assert "✓ By post" not in shown
    each_core.now += timedelta(days=8)
    assert "Mum: It is not recorded that the plan sheet" in lacking(each_core)


def test_what_was_taken_back_can_be_given_after_all(core: Core) -> None:
    closed(core)
    for _ in range(2):
        core.answers("Sam", f"given {OAK} child", BY_HAND)
        assert "The child: It is not recorded that the plan sheet" not in lacking(core)
        by_hand = {"which": "review/2026-03-02/in person/sam"}
        core.answers("Sam", f"notgiven {OAK} child", by_hand | WRONG)
        assert "The child: It is not recorded that the plan sheet" in lacking(core)


def test_the_preview_and_the_form_lead_to_taking_back_where_there_is_something_to_take(core: Core) -> None:
    for leads in (f"sheet {OAK} mum", f"given {OAK} mum"):
        assert f"notgiven {OAK} mum" in repr(core.says("Sam", leads))
    assert "By hand · Friday 9 January 2026 · Sam" in words(core.says("Sam", f"given {OAK} mum"))
    core.answers("Sam", f"notgiven {OAK} mum", WRONG)
    for leads in (f"sheet {OAK} mum", f"given {OAK} mum"):
        assert f"notgiven {OAK} mum" not in repr(core.says("Sam", leads))
    assert "there is nothing to take back" in words(core.says("Sam", f"notgiven {OAK} mum"))


@pytest.mark.parametrize("missing", ["which", "why"])
def test_it_is_said_what_is_wrong_and_why(core: Core, missing: str) -> None:
    before = core.plan().handings
    core.sends("Sam", core.opens("Sam", f"notgiven {OAK} mum"), {**WRONG, missing: ""})
    assert core.plan().handings == before


def test_why_it_was_wrong_is_in_no_audit(core: Core) -> None:
    core.answers("Sam", f"notgiven {OAK} mum", WRONG)
    with core.store.transaction() as tx:
        rows = tx.connection.execute(text("SELECT * FROM audit WHERE verb = 'took-back-giving'")).all()
    assert [row.subject for row in rows] == ["mum"]
    assert "old address" not in repr(rows)


def test_that_a_sheet_was_given_is_in_the_audit_with_nobodys_name(core: Core) -> None:
    core.answers("Alex", f"given {OAK} mum", BY_HAND)
    with core.store.transaction() as tx:
        rows = tx.connection.execute(text("SELECT verb, subject FROM audit WHERE verb = 'gave-sheet'")).all()
    assert [tuple(row) for row in rows] == [("gave-sheet", "mum")]
