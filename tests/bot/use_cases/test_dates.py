"""Dates: custody's beside ours, the calendar, and calendar files."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import vobject

from bot.messages.document import Download, SentenceLine
from bot.use_cases.example import example_plan
from planning_rules.dates import in_full
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
    order = ("follow from the order.", "Without a date of birth", "as a line", "beside ours", "is due when")
    assert sorted(order, key=said.index) == list(order)
    assert said.index("is due when") < said.index("The working") < said.index("MTD is the middle date")
    assert "of some 30 children" not in said
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


def test_dates_that_fit_only_if_days_count_that_nobody_spoke_of_are_not_ticked(core: Core) -> None:
    """20 days off each: the dates of an order of which 20 days count already."""
    early = {"early_date": "10/5/2026", "middle_date": "10/6/2026", "late_date": "10/7/2026"}
    dates = {**early, "end_date": "9/12/2026"}
    core.answers("Alex", f"change {OAK} order", {f"order.{name}": day for name, day in dates.items()})
    said = words(core.says("Sam", f"dates {OAK}"))
    assert "These dates fit only if 20 days count already. Nobody has said so. Ask custody." in said
    assert said.count("Fits if 20 days count · ") == 4
    assert "Credit assumed: 20 days" in said
    assert "Agrees" not in said
    assert "follow from the order." not in said
    assert "bail" not in said


@pytest.mark.parametrize(
    ("granted", "says"),
    [
        ("27/5/2026", "Wednesday 27 May 2026 is before “Early release date”, Saturday 30 May 2026."),
        ("28/5/2026", ""),
        ("30/7/2026", ""),
        ("31/7/2026", "Friday 31 July 2026 is after “Late release date”, Thursday 30 July 2026."),
    ],
)
def test_a_date_granted_outside_its_window_is_asked_again(core: Core, granted: str, says: str) -> None:
    """Custody may bring a release on Saturday forward to a working day that another follows."""
    form = core.opens("Alex", f"change {OAK} order")
    outcome = core.sends("Alex", form, {"order.granted_date": granted})
    assert outcome.refused is bool(says)
    assert says in words(outcome)


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


def test_what_somebody_types_in_place_of_which_calendar_stands_in_no_audit(core: Core) -> None:
    for which in ("Robin-told-the-nurse", "in two words", "é"):
        assert isinstance(core.day_one.calendar(core.people["Sam"], OAK, which), str)
    assert sum("fetched-calendar" in row for row in core.kept()["audit"]) == 3
    assert "nurse" not in repr(core.kept()["audit"])


def test_a_meeting_whose_day_has_passed_is_asked_about_and_is_no_next_meeting(core: Core) -> None:
    core.now += timedelta(days=1)
    said = words(core.says("Sam", f"dates {OAK}"))
    assert "Was it held? · Review: Monday 2 March 2026" in said
    refused = core.day_one.calendar(core.people["Sam"], OAK, "next")
    assert isinstance(refused, Refusal)
    assert "booked for Monday 2 March 2026: was it held?" in refused.sentence


@pytest.mark.parametrize(
    ("on", "mark", "which"),
    [
        ("1/6/2026", "Booked · ", ""),
        ("30/5/2026", "Booked · ", "This is a Saturday."),
        ("25/5/2026", "Booked · ", "This is a bank holiday."),
        ("3/6/2026", "Booked late · ", ""),
    ],
)
def test_a_meeting_booked_late_or_on_a_day_that_nobody_works_says_so(
    core: Core, on: str, mark: str, which: str
) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes", "next_on": on})
    lines = words(core.says("Sam", f"dates {OAK}")).splitlines()
    day = in_full(date(*map(int, reversed(on.split("/")))))
    (at,) = [number for number, line in enumerate(lines) if f"Review: {day}" in line]
    assert mark in lines[at]
    said = lines[at + 1]
    assert (which in said) if which else ("This is a" not in said)


def test_on_remand_there_are_no_dates_to_work_out(core: Core) -> None:
    remand = {"my_role": "youth justice worker", "order.kind": "remand"}
    reference = core.answers("Sam", "new", remand).reference
    said = words(core.says("Sam", f"dates {reference}"))
    assert "There is no sentence yet, so there are no dates to work out." in said
    assert "day of sentence and the length" not in said


def test_an_order_of_no_months_says_so(core: Core) -> None:
    core.answers("Alex", f"change {OAK} order", {"order.term_months": "0"})
    assert "The length is recorded as 0 months" in words(core.says("Sam", f"dates {OAK}"))


def test_the_form_that_closes_a_meeting_says_by_when_the_next_is_due(core: Core) -> None:
    """30 April is a Thursday; the review that is due on Saturday 30 May comes after it."""
    core.says("Sam", f"meet {OAK}")
    (field,) = [one for one in core.opens("Sam", f"finish {OAK}").fields if one.name == "next_on"]
    assert field.help == "Last meeting before release. Due by Thursday 30 April 2026."


def test_a_calendar_file_has_the_working_day_of_the_page_and_the_days_of_the_order(core: Core) -> None:
    """A month before the release that was granted is Sunday 24 May."""
    core.answers("Alex", f"change {OAK} order", {"order.granted_date": "24/6/2026"})
    assert "hold it by Friday 22 May 2026" in words(core.says("Sam", f"dates {OAK}"))
    every = days(fetched(core))
    assert every["OAK-417: last meeting before release, due"] == date(2026, 5, 22)
    assert every["OAK-417: early release date"] == date(2026, 5, 30)
    assert every["OAK-417: order ends"] == date(2026, 12, 29)
