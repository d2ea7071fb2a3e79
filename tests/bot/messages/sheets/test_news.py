"""What a sheet begins with: what is new since the meeting before, and what went well."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import Document
from bot.messages.sheets import Edition, adult_sheet, child_sheet
from bot.render.text import document_text
from planning_rules.facts import FACTS
from planning_rules.facts.fact import Audience
from planning_rules.gaps.timing import release_date_disagrees
from planning_rules.parts import Meeting, MeetingKind, Progress
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import ACTIONS, MANY, answered_otherwise, full_plans, kept_from
from tests.bot.messages.sheets.made import TODAY, plan_with
from tests.bot.messages.sheets.reading import SHORT_FORM, sentences, with_short_texts, words

MET = date(2026, 1, 5)
CLOSED = Meeting("m1", MeetingKind.FIRST, MET, opened=True, closed_on=MET)
PRIVATE = [fact.key for fact in FACTS.values() if fact.is_private]
# While these differ from custody's dates, no leaving day is said to anybody.
DATES_CHECKED_BY = {fact.key for fact in release_date_disagrees.asks}
KEPT = {
    Edition.ROOM: kept_from(Audience.ROOM),
    Edition.OPEN: PRIVATE,
}


def then(**facts: object) -> Plan:
    return replace(plan_with(**facts), meetings=(CLOSED,))


def beginning(plan: Plan, before: Plan | None, edition: Edition = Edition.FULL) -> str:
    """From below the main things as far as the first topic that there would be without any news."""
    text = document_text(child_sheet(plan, TODAY, edition, before=before))
    _, _, main = text.partition("The main things\n")
    return main.split("\n\n", 2)[2].partition("Where I will live\n-----")[0]


def for_mum(plan: Plan, before: Plan) -> Document:
    sheet = adult_sheet(plan, "mum", TODAY, before=before)
    assert isinstance(sheet, Document)
    return sheet


def test_it_begins_with_what_was_not_there_when_we_met_before() -> None:
    before = then(home__living_with="family", home__address_agreed="no")
    now = plan_with(home__living_with="family", home__address_agreed="yes", home__address="12 Mill Lane")
    text = beginning(now, before)
    assert "What has changed\n" in text
    assert "This is new since we met on Monday 5 January 2026." in text
    assert "• Where I will live:\n  Your address:\n  12 Mill Lane" in text
    assert "live with your family" not in text


def test_a_new_leaving_day_is_news() -> None:
    before = then(order__kind="dto", order__middle_date=date(2026, 6, 30), home__living_with="family")
    now = before.with_answers(plan_with(order__granted_date=date(2026, 6, 1)).answers)
    assert "You are due to leave on Monday 1 June 2026." in beginning(now, before)
    assert "30 June" not in beginning(now, before)


@pytest.mark.parametrize("before", [None, then(home__living_with="family")])
def test_there_is_no_such_heading_where_nothing_is_new_or_there_was_no_meeting_before(
    before: Plan | None,
) -> None:
    assert "changed" not in beginning(plan_with(home__living_with="family"), before)


def test_where_much_of_a_topic_is_new_the_topic_is_named() -> None:
    now = plan_with(
        home__living_with="family",
        home__child_wants="same",
        home__council="Oakshire",
        home__address_agreed="no",
    )
    text = beginning(now, then())
    assert "There is a lot that is new in “Where I will live”." in text
    assert "Oakshire" not in text


def test_what_the_child_told_us_is_no_news_to_them() -> None:
    now = plan_with(child__good_at="Bikes", agreement__child_agrees="disagrees", home__living_with="family")
    assert "do not agree" not in beginning(now, then())
    assert beginning(now, then()).count("Bikes") == 1


def test_what_went_well_stands_before_what_the_child_says_and_only_there() -> None:
    now = plan_with(child__went_well="You finished the course", child__wants="To cook")
    text = document_text(child_sheet(now, TODAY))
    assert text.index("What went well") < text.index("You finished the course") < text.index("“To cook”")
    assert text.count("You finished the course") == 1
    assert "finished the course" not in document_text(for_mum(now, then()))


def test_what_was_promised_then_and_is_done_now_went_well() -> None:
    before = replace(then(home__living_with="family"), actions=ACTIONS)
    done = {"a1": Progress.CONFIRMED, "a6": Progress.DONE, "a2": Progress.SKIPPED}
    now = replace(before, actions=tuple(replace(a, progress=done.get(a.id, a.progress)) for a in ACTIONS))
    text = beginning(now, before)
    assert "Ring the college\n  Sam did this." in text
    assert "Write to the college\n  You did this." in text
    assert "clinic" not in text
    assert "Ring" not in beginning(now, now)


@MANY
@given(st.data(), st.sampled_from(sorted(KEPT)))
def test_nothing_kept_from_a_reader_shows_through_what_changed(data: st.DataObject, edition: Edition) -> None:
    plan, before = (replace(data.draw(full_plans()), actions=ACTIONS, meetings=(CLOSED,)) for _ in "12")
    other, other_before = (data.draw(answered_otherwise(one, KEPT[edition])) for one in (plan, before))
    told = child_sheet(plan, TODAY, edition, before=before)
    assert child_sheet(other, TODAY, edition, before=other_before) == told


@MANY
@given(st.data())
def test_nothing_kept_from_family_shows_through_what_changed(data: st.DataObject) -> None:
    keys = [key for key in kept_from(Audience.FAMILY) if key not in DATES_CHECKED_BY]
    plan, before = (replace(data.draw(full_plans()), actions=ACTIONS, meetings=(CLOSED,)) for _ in "12")
    other, other_before = (data.draw(answered_otherwise(one, keys)) for one in (plan, before))
    assert for_mum(other, other_before) == for_mum(plan, before)


@MANY
@given(full_plans(), full_plans())
def test_what_is_said_of_news_is_short(plan: Plan, before: Plan) -> None:
    short, then = with_short_texts(plan), replace(with_short_texts(before), meetings=(CLOSED,))
    said = sentences(child_sheet(short, TODAY, before=then))
    assert [one for one in said if words(one) > 15 or SHORT_FORM.search(one)] == []
