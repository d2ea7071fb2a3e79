"""The first week: a day, and under it who, where and how to get there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.document import Document, Heading, Paragraph, Pictured
from bot.messages.sheets import Edition, child_sheet
from bot.render.text import document_text
from planning_rules.plan import Plan
from tests.bot.messages.sheets.made import TODAY, for_adult, plan_with

LEAVES = date(2026, 6, 30)
WEEK = plan_with(
    order__kind="dto",
    order__middle_date=LEAVES,
    home__address_agreed="yes",
    home__address="12 Mill Lane",
    education__planned="college",
    education__place="Oakbridge College",
    education__starts_on=LEAVES + timedelta(days=6),
    health__needs=("mental",),
    health__mental_health_booked="yes",
    health__mental_health_with="Kim at the clinic, bus 7",
    health__mental_health_on=LEAVES + timedelta(days=2),
    release_day__way_home="Mum comes by train",
    release_day__seen_by="sam",
    release_day__first_week="yes",
)


def week_of(sheet: Document) -> str:
    """What stands under the heading, in lines."""
    blocks = list(sheet.blocks)
    heading = next(
        (one for one in blocks if isinstance(one, Heading) and one.text.endswith("first week")), None
    )
    if heading is None:
        return ""
    after = blocks[blocks.index(heading) + 1 :]
    end = next(at for at, block in enumerate(after) if isinstance(block, Heading))
    return document_text(Document("", tuple(after[:end])))


def on(day: date, plan: Plan = WEEK) -> str:
    return week_of(child_sheet(plan, day))


def test_it_runs_day_by_day_from_the_day_on_which_the_child_leaves() -> None:
    assert on(TODAY).splitlines() == [
        "• You have a list of what happens in your first week.",
        "",
        "Tuesday 30 June 2026:",
        "",
        "• Sam will see you on the day that you leave.",
        "• How you get home:",
        "  Mum comes by train",
        "• Your address:",
        "  12 Mill Lane",
        "",
        "Thursday 2 July 2026:",
        "",
        "• You have a visit about how you feel.",
        "• Who you can talk to about how you feel:",
        "  Kim at the clinic, bus 7",
        "",
        "Monday 6 July 2026:",
        "",
        "• You are due to start school, college, training or work.",
        "• Where it is:",
        "  Oakbridge College",
    ]


@pytest.mark.parametrize(("days", "is_in_it"), [(6, True), (7, False)])
def test_a_week_has_seven_days(days: int, is_in_it: bool) -> None:
    starts = plan_with(education__starts_on=LEAVES + timedelta(days=days)).answers
    assert ("due to start" in on(TODAY, WEEK.with_answers(starts))) is is_in_it


def test_a_day_that_is_over_is_left_out_and_so_is_the_week_once_it_is_over() -> None:
    left = WEEK.with_answers(plan_with(order__released_on=LEAVES).answers)
    assert "Mum comes by train" in on(LEAVES, left)
    assert on(LEAVES + timedelta(days=1), left).splitlines()[2] == "Thursday 2 July 2026:"
    assert on(LEAVES + timedelta(days=7), left) == ""


def test_while_the_day_is_not_known_or_is_checked_the_week_has_no_days() -> None:
    undated = replace(WEEK, answers={k: a for k, a in WEEK.answers.items() if k != "order.middle_date"})
    assert "• Sam will see you" in on(TODAY, undated)
    assert "2026" not in on(TODAY, undated)


def test_an_adult_and_a_shared_room_get_no_more_of_it_than_they_may_read() -> None:
    mum = week_of(for_adult(WEEK))
    assert "Mum comes by train" in mum
    assert "Oakbridge College" in mum
    assert "how you feel" not in mum
    assert "Mill Lane" not in mum
    assert week_of(child_sheet(WEEK, TODAY, Edition.ROOM)) == ""


def test_an_address_that_is_held_back_is_held_back_here_too() -> None:
    unsafe = WEEK.with_answers(plan_with(home__suitable=("not_safe",)).answers)
    assert "Mill Lane" not in on(TODAY, unsafe)


def test_in_the_edition_with_pictures_each_day_has_one_too() -> None:
    blocks = child_sheet(WEEK, TODAY, pictures=True).blocks
    assert Pictured("calendar", "Thursday 2 July 2026:") in blocks
    assert Pictured("bus", "How you get home:\nMum comes by train") in blocks
    assert Paragraph("Thursday 2 July 2026:") not in blocks
