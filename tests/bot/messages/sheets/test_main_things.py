"""The first half-page of a sheet, who can read it, whom to call, and what the reader has to do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.document import Document
from bot.messages.sheets import Edition, child_sheet
from bot.render.text import document_text
from planning_rules.facts import FACTS
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.health import Health
from planning_rules.parts import Action, Contact, Person, Progress, Role
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import PEOPLE
from tests.bot.messages.sheets.made import EMPTY, TODAY, for_adult, plan_with, with_people

LEAVES = date(2026, 6, 30)
NOBODY_REACHABLE = tuple(replace(one, phone="", evenings=False) for one in PEOPLE)


def section(sheet: Document, title: str) -> str:
    return document_text(sheet).partition(f"\n{title}\n")[2].split("\n\n", 1)[1].partition("\n---")[0]


def said(plan: Plan, title: str, day: date = TODAY) -> str:
    return section(child_sheet(plan, day), title)


def test_first_come_when_where_who_meets_the_child_and_whom_to_call() -> None:
    plan = plan_with(
        order__kind="dto", order__middle_date=LEAVES, home__living_with="family", release_day__seen_by="sam"
    )
    assert said(plan, "The main things").splitlines()[:6] == [
        "• You are due to leave on Tuesday 30 June 2026.",
        "• The plan is for you to live with your family.",
        "• Sam will see you on the day that you leave.",
        "• Sam, your youth justice worker",
        "  Call 01632 960002.",
        "• In the evening, call Alex on 01632 960003.",
    ]
    assert document_text(child_sheet(plan, TODAY)).count("We still need an evening number") == 1


def test_to_an_adult_they_are_told_of_the_child_and_a_shared_room_gets_none() -> None:
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES)
    assert section(for_adult(plan), "The main things").splitlines()[:3] == [
        "• Robin is due to leave on Tuesday 30 June 2026.",
        "• Ask Sam about where Robin will live.",
        "• We still need to plan who meets Robin on the day.",
    ]
    assert "The main things" not in document_text(child_sheet(plan, TODAY, Edition.ROOM))


def test_on_the_day_itself_it_says_today_and_whom_to_ask_now() -> None:
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES)
    text = said(plan, "The main things", LEAVES)
    assert "• You are due to leave today, Tuesday 30 June 2026." in text
    assert "• Ask Sam now who will see you today." in text
    assert "see you" not in said(plan, "The main things", LEAVES + timedelta(days=1))


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (TODAY, "After you leave, you are still on your sentence until Tuesday 29 December 2026."),
        (date(2026, 8, 1), "You are still on your sentence until Tuesday 29 December 2026."),
        (date(2026, 12, 29), "Your whole sentence ends today, Tuesday 29 December 2026."),
        (date(2026, 12, 30), "Your whole sentence ended on Tuesday 29 December 2026."),
    ],
)
def test_the_end_of_the_sentence_is_no_second_day_in_custody(on: date, says: str) -> None:
    dates = {"order__middle_date": LEAVES, "order__end_date": date(2026, 12, 29)}
    assert says in document_text(child_sheet(plan_with(order__kind="dto", **dates), on))


def test_where_nobody_gave_a_number_it_says_whose_is_needed_and_what_to_do_until_then() -> None:
    plan = with_people(EMPTY, NOBODY_REACHABLE)
    for title in ("The main things", "Who to call"):
        text = said(plan, title)
        assert "We still need a number for Sam. You can ask staff here to call Sam." in text
        assert "We still need a number for the evening. For now, ask staff here." in text
    assert "• Sam, your youth justice worker\n" in said(plan, "Who to call")
    left = with_people(plan_with(order__released_on=date(2026, 2, 20)), NOBODY_REACHABLE)
    assert "staff here" not in document_text(child_sheet(left, TODAY))
    assert "staff here" not in document_text(for_adult(plan))


def test_a_number_for_any_time_is_a_number_for_the_evening() -> None:
    text = said(
        with_people(plan_with(plan_b__call="Duty team, 01632 960009"), NOBODY_REACHABLE), "Who to call"
    )
    assert "for the evening" not in text
    finds_out = Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17))
    assert "call at any time. Sam will find out by Friday 17 April 2026." in said(
        plan_with(plan_b__call=finds_out), "Who to call"
    )


def test_after_the_leaving_day_whoever_is_left_behind_is_no_evening_number() -> None:
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES)
    assert said(plan, "Who to call").endswith(
        "We still need an evening number for after you leave.\n\nIf something is wrong"
    )
    for day, says in (
        (LEAVES, "We still need a number for the evening. Ask staff here before you leave.\n"),
        (LEAVES + timedelta(days=1), "We still need a number for the evening.\n"),
    ):
        assert says in said(plan, "Who to call", day)
        assert "Call 01632 960003.\n" in said(plan, "Who to call", day)
        assert "call Alex" not in said(plan, "The main things", day)


def test_who_finds_out_who_meets_the_child_is_said_once_among_the_main_things() -> None:
    finds_out = Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17))
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES, release_day__seen_by=finds_out)
    says = "who will see you on the day. Sam will find out by Friday 17 April 2026."
    assert says in said(plan, "The main things")
    assert document_text(child_sheet(plan, TODAY)).count(says) == 1


def test_after_the_leaving_day_nothing_is_said_to_be_still_to_come() -> None:
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES, order__end_date=date(2026, 12, 29))
    after = document_text(child_sheet(plan, LEAVES + timedelta(days=1)))
    assert "We still need to write down where you live." in after
    assert "The rules now\n" in after
    assert "We still need to tell you the rules.\n" in after
    assert "will live" not in said(plan, "The main things", LEAVES + timedelta(days=1))


def test_what_stands_in_place_of_a_name_is_not_used_as_one() -> None:
    people = (Person("y", "Youth justice worker", Role.YOT), Person("m", "Morgan", Role.MANAGER))
    text = document_text(child_sheet(with_people(EMPTY, people), TODAY))
    assert "Tell your worker, or someone you trust." in text
    assert "Is it about your worker? Tell Morgan." in text
    assert "• Your youth justice worker\n" in text
    assert "Ask Youth" not in text


def test_the_child_reads_who_can_read_their_sheet() -> None:
    plan = plan_with(child__wants="To cook")
    text = said(plan, "Who can read this")
    assert "The workers on your plan can read it. Only some can read about your health." in text
    assert "Your own words in “ ” marks are for the workers only." in text
    assert "Mum can get a copy with less in it." in text
    assert "Dad" not in text
    assert "“ ” marks" not in said(EMPTY, "Who can read this")


@pytest.mark.parametrize(
    ("shown_to", "says"),
    [
        (("family",), "You said that your family can read your own words too."),
        (("setting",), "You said that other staff where you live can read your own words too."),
        (("family", "setting"), "You said that your family and other staff can read your own words too."),
    ],
)
def test_whom_the_child_lets_read_their_own_words_is_said(shown_to: tuple[str, ...], says: str) -> None:
    plan = plan_with(child__wants="To cook", child__shown_to=shown_to)
    text = said(plan, "Who can read this")
    assert says in text
    assert "workers only" not in text
    assert ("“To cook”" in document_text(for_adult(plan))) is ("family" in shown_to)


@pytest.mark.parametrize("contact", [one for one in Contact if one is not Contact.SAFE])
def test_nobody_is_said_to_get_a_copy_who_could_not_have_one(contact: Contact) -> None:
    people = tuple(replace(one, contact=contact) if one.id == "mum" else one for one in PEOPLE)
    text = said(with_people(EMPTY, people), "Who can read this")
    assert "No copy goes to your family now." in text
    assert "Mum" not in text


def test_only_about_health_is_there_anything_private_on_a_sheet() -> None:
    """As every child's sheet says of itself."""
    assert {fact.step for fact in FACTS.values() if fact.is_private and fact.child} == {Health}


def test_whoever_else_reads_a_copy_is_told_what_it_is() -> None:
    mum = section(for_adult(EMPTY), "Who can read this")
    assert "It has private things in it. Keep it safe." in mum
    assert "Robin's own copy has more in it. That is so for every family." in mum
    room = section(child_sheet(EMPTY, TODAY, Edition.ROOM), "Who can read this")
    assert room.startswith("Other people may see this copy.")


def test_what_the_child_has_to_do_is_said_even_where_it_is_nothing() -> None:
    assert said(EMPTY, "What I will do").startswith("There is nothing on your list now.")
    hidden = Action("f", "Find out", "robin", None, Progress.ACCEPTED, finds_out="education.place")
    assert said(replace(EMPTY, actions=(hidden,)), "What I will do").startswith(
        "Ask Sam what you need to do."
    )
    finds_out = plan_with(home__council=Answer(State.NOT_KNOWN, finds_out="robin"))
    assert said(finds_out, "What I will do").startswith("Ask Sam what you need to do.")


def test_the_first_week_and_the_rules_stand_line_by_line_on_the_child_s_own_sheet_alone() -> None:
    typed = {"release_day__timetable": "Tuesday: Sam meets you\nWednesday, 10:00: college, bus 7"}
    plan = plan_with(**typed, release_day__rules="See Sam each week\nBe home by 9")
    sheet = document_text(child_sheet(plan, TODAY))
    assert (
        "• What happens in your first week:\n  Tuesday: Sam meets you\n• Wednesday, 10:00: college, bus 7\n"
    ) in sheet
    assert "• The rules after you leave:\n  See Sam each week\n• Be home by 9\n" in sheet
    assert "tell you the rules" not in sheet
    for other in (for_adult(plan), child_sheet(plan, TODAY, Edition.ROOM)):
        assert not [word for word in ("bus 7", "home by 9") if word in document_text(other)]
