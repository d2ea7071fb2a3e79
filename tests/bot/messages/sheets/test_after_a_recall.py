"""After a recall no sheet reads as if the child were free."""

from datetime import date

from bot.messages.document import Document
from bot.messages.sheets import Edition, adult_sheet, child_sheet
from bot.messages.sheets.ready import child_ready
from bot.render.text import document_text
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.made import plan_with

TODAY = date(2026, 8, 3)
FREE = {
    "order__kind": "dto",
    "order__sentenced_on": date(2025, 12, 30),
    "order__middle_date": date(2026, 6, 30),
    "order__released_on": date(2026, 6, 30),
    "order__end_date": date(2026, 12, 29),
    "release_day__seen_by": "sam",
    "release_day__way_home": "Mum comes by train",
    "release_day__timetable": "Tuesday: see Sam",
    "family__contact_plan": "no",
}
RECALLED = {**FREE, "order__recalled_on": date(2026, 7, 20)}


def text_for_the_child(plan: Plan) -> str:
    return document_text(child_sheet(plan, TODAY))


def test_it_says_that_the_child_came_back_and_that_no_new_day_is_known() -> None:
    text = text_for_the_child(plan_with(**RECALLED))
    main = text.partition("The main things")[2].partition("\n---")[2]
    assert main.splitlines()[2] == "• We do not know yet when you can leave again. Ask Sam."
    assert "You had to come back (recall) on Monday 20 July 2026." in text
    assert "Your whole sentence ends on Tuesday 29 December 2026." in text
    for told_to_the_free in ("You left on", "still on your sentence", "The rules now", "After I leave"):
        assert told_to_the_free not in text
    assert "You left on Tuesday 30 June 2026." in text_for_the_child(plan_with(**FREE))


def test_nothing_that_was_planned_for_the_first_leaving_day_is_promised_again() -> None:
    text = text_for_the_child(plan_with(**RECALLED))
    for planned in ("will see you", "Mum comes by train", "see Sam", "first week"):
        assert planned not in text


def test_what_matters_in_custody_is_back_on_it() -> None:
    keep_in_touch = "We still need a plan for how you and your family keep in touch."
    assert keep_in_touch in text_for_the_child(plan_with(**RECALLED))
    assert keep_in_touch not in text_for_the_child(plan_with(**FREE))


def test_a_new_day_is_told_and_an_old_one_is_not() -> None:
    text = text_for_the_child(plan_with(**RECALLED, order__granted_date=date(2026, 9, 1)))
    assert "You are due to leave on Tuesday 1 September 2026." in text
    assert "can leave again" not in text
    old = text_for_the_child(plan_with(**RECALLED, order__granted_date=date(2026, 6, 1)))
    assert "1 June 2026" not in old


def test_an_adult_is_told_the_same_of_the_child() -> None:
    sheet = adult_sheet(plan_with(**RECALLED), "mum", TODAY)
    assert isinstance(sheet, Document)
    text = document_text(sheet)
    assert "We do not know yet when Robin can leave again. Ask Sam." in text
    assert "Robin had to go back (recall) on Monday 20 July 2026." in text
    assert "Robin left" not in text


def test_a_shared_room_hears_nothing_of_it() -> None:
    week = {"release_day__first_week": "yes"}
    free, recalled = plan_with(**FREE, **week), plan_with(**RECALLED, **week)
    assert child_sheet(recalled, TODAY, Edition.ROOM) == child_sheet(free, TODAY, Edition.ROOM)


def test_a_meeting_then_is_about_the_plan_and_not_about_how_it_goes_since() -> None:
    assert "since you left" in document_text(child_ready(plan_with(**FREE), Day(TODAY)))
    assert "since you left" not in document_text(child_ready(plan_with(**RECALLED), Day(TODAY)))
