"""Dates: custody's beside ours, the calendar, and calendar files."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import vobject

from bot.messages.document import Download, SentenceLine
from bot.use_cases.example import example_plan
from planning_rules.gaps.timing import release_date_disagrees
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from tests.bot.core import OAK, Core, words

WRONG = {"order.middle_date": "29/6/2026", "order.credit_days": "0"}


def fetched(core: Core, which: str = "", who: str = "Sam", reference: str = OAK) -> list[Any]:
    """The entries of a calendar file as another program reads them."""
    file = core.day_one.calendar(core.people[who], reference, which)
    assert isinstance(file, str), file
    return list(vobject.readOne(file, validate=True).contents["vevent"])


def days(events: list[Any]) -> dict[str, date]:
    return {event.summary.value: event.dtstart.value for event in events}


def test_the_page_has_custody_s_dates_beside_ours_the_working_the_calendar_and_the_picture(
    core: Core,
) -> None:
    shown = core.says("Jo", f"dates {OAK}")
    said = words(shown)
    assert "The dates that custody gave follow from the order." in said
    assert "Custody: Tuesday 30 June 2026" in said
    assert "From the order: Tuesday 30 June 2026" in said
    assert "Half: 183 days" in said
    assert "Last meeting before release: Thursday 30 April 2026" in said
    kinds = [type(block) for block in shown.shown[0].blocks]  # type: ignore[union-attr]
    assert (kinds.count(SentenceLine), kinds.count(Download)) == (1, 2)


def test_the_case_leads_to_its_dates_and_they_lead_to_changing_them(core: Core) -> None:
    assert f"dates {OAK}" in repr(core.says("Sam", f"case {OAK}"))
    assert f"change {OAK} order" in repr(core.says("Sam", f"dates {OAK}"))


def test_a_date_that_differs_is_urgent_and_why_shows_both_with_the_working(each_core: Core) -> None:
    each_core.answers("Alex", f"change {OAK} order", WRONG)
    said = words(each_core.says("Sam", f"dates {OAK}"))
    assert "Differs · Middle date" in said
    assert said.count("Agrees · ") == 3
    assert "Custody gave a date that is not the one that follows" in words(
        each_core.says("Sam", f"dates {OAK}")
    )
    assert "TIM06" in repr(each_core.says("Sam", f"gaps {OAK}"))
    why = words(each_core.says("Sam", f"why {OAK} TIM06"))
    assert "custody gave Monday 29 June 2026; from the order it is Tuesday 30 June 2026" in why
    assert "Half: 183 days" in why
    assert "Sentencing Act 2020" in why


def test_who_gave_a_date_and_when_stands_beside_it(core: Core) -> None:
    core.answers("Alex", f"change {OAK} order", WRONG)
    said = words(core.says("Sam", f"dates {OAK}"))
    assert "Custody: Monday 29 June 2026 (typed by Alex on Monday 2 March 2026)" in said


def test_what_moved_the_dates_stands_there_with_whose_word_it_is(core: Core) -> None:
    moves = {
        "order.credit_days": "0",
        "order.at_large_days": "3",
        "order.moved_on": "9/3/2026",
        "order.moved_to": "Elm Lodge",
    }
    core.answers("Alex", f"change {OAK} order", moves)
    said = words(core.says("Sam", f"dates {OAK}"))
    assert "Days unlawfully at large: 3 days (typed by Alex on Monday 2 March 2026)" in said
    assert "Moves to: Elm Lodge" in said
    assert "From the order: Friday 3 July 2026" in said


def test_a_case_without_dates_says_what_is_needed(core: Core) -> None:
    reference = core.answers("Sam", "new", {"my_role": "youth justice worker"}).reference
    assert "the day of sentence and the length" in words(core.says("Sam", f"dates {reference}"))
    nothing = core.day_one.calendar(core.people["Sam"], reference, "")
    assert isinstance(nothing, Refusal)
    assert f"/dto change {reference} order" in nothing.sentence


@pytest.mark.parametrize("weeks", range(0, 110, 3))
def test_the_example_s_dates_follow_from_its_order_whenever_it_is_opened(weeks: int) -> None:
    today = date(2026, 3, 2) + timedelta(weeks=weeks)
    plan = example_plan(today)
    assert plan.order.middle_date.is_given
    assert list(release_date_disagrees.check(plan, Day(today))) == []
    wrong = replace(plan.order.middle_date, value=today)
    assert list(release_date_disagrees.check(plan.with_answers({wrong.fact: wrong}), Day(today)))


def test_the_whole_calendar_and_the_next_meeting_can_be_fetched(core: Core) -> None:
    every = days(fetched(core))
    assert every["OAK-417: last meeting before release, due"] == date(2026, 4, 30)
    assert every["OAK-417: release"] == date(2026, 6, 30)
    assert days(fetched(core, "next")) == {"OAK-417: review, booked": date(2026, 3, 2)}


def test_a_calendar_file_names_nobody_and_no_place(core: Core) -> None:
    file = str(core.day_one.calendar(core.people["Sam"], OAK, ""))
    plan = core.plan()
    places = [plan.order.setting.value, plan.home.address.value, plan.education.place.value]
    called = [person.name for person in plan.people] + [plan.first_name]
    assert [one for one in (*places, *called) if one and one in file] == []
    with core.case() as case:
        assert str(case.case.id) not in file


def test_what_is_fetched_again_takes_the_place_of_what_it_was(core: Core) -> None:
    before = {event.uid.value: event for event in fetched(core)}
    core.answers("Alex", f"change {OAK} order", {"order.granted_date": "15/6/2026"})
    after = {event.uid.value: event for event in fetched(core)}
    assert before.keys() == after.keys()
    assert all(int(before[uid].sequence.value) < int(after[uid].sequence.value) for uid in before)
    moved = [uid for uid in before if before[uid].dtstart.value != after[uid].dtstart.value]
    assert date(2026, 6, 15) in [after[uid].dtstart.value for uid in moved]


def test_a_review_keeps_its_place_once_it_is_held(core: Core) -> None:
    (planned,) = fetched(core, "next")
    core.says("Sam", f"meet {OAK}")
    (held,) = [event for event in fetched(core) if event.uid.value == planned.uid.value]
    assert held.summary.value == "OAK-417: review, held"


def test_two_cases_share_no_entry(core: Core) -> None:
    order = {"order.kind": "dto", "order.sentenced_on": "23/2/2026", "order.term_months": "12"}
    other = core.answers("Sam", "new", {"my_role": "youth justice worker", **order}).reference
    ids = [{event.uid.value for event in fetched(core, reference=one)} for one in (OAK, other)]
    assert ids[0].isdisjoint(ids[1])


def test_who_is_not_on_the_case_fetches_nothing_and_who_does_is_kept(core: Core) -> None:
    core.joins_service("Kim", "worker")
    refused = core.day_one.calendar(core.people["Kim"], OAK, "")
    assert isinstance(refused, Refusal)
    assert (
        refused.sentence
        == f"There is no case {OAK} that you are on. Check it, or ask the case lead to add you."
    )
    before = repr(core.kept()["audit"])
    fetched(core, "next")
    assert repr(core.kept()["audit"]).count("fetched-calendar") == before.count("fetched-calendar") + 1
