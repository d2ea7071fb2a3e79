"""Who of the adults gets a copy, and what is left out of it."""

from dataclasses import replace

import pytest

from bot.messages.sheets import Edition, adult_sheet, child_sheet
from bot.render.text import document_text
from planning_rules.parts import Contact
from planning_rules.refusal import Refusal
from tests.bot.messages.sheets.kept_from import ACTIONS, PEOPLE
from tests.bot.messages.sheets.made import EMPTY, TODAY, every_sheet, for_adult, plan_with


def test_an_adult_s_sheet_says_whose_plan_it_is_and_who_you_means() -> None:
    sheet = for_adult(EMPTY)
    assert sheet.title == "The plan for Robin: a copy for Mum"
    assert "“you” means Robin" in document_text(sheet)


@pytest.mark.parametrize(
    ("adult", "says"),
    [
        ("dad", "recorded as barred"),
        ("sam", "Workers have the full plan"),
        ("robin", "no parent"),
        ("mun", "Did you mean “mum”?"),
        ("x", "There is mum and dad."),
    ],
)
def test_an_adult_s_sheet_is_refused_with_what_to_do(adult: str, says: str) -> None:
    refused = adult_sheet(EMPTY, adult, TODAY)
    assert isinstance(refused, Refusal)
    assert says in refused.sentence


@pytest.mark.parametrize("contact", [Contact.UNSAFE, Contact.BARRED])
def test_no_sheet_for_an_adult_whose_contact_is_not_safe(contact: Contact) -> None:
    people = tuple(replace(one, contact=contact) if one.id == "mum" else one for one in PEOPLE)
    assert isinstance(adult_sheet(replace(EMPTY, people=people), "mum", TODAY), Refusal)


def test_no_sheet_for_an_adult_until_it_is_recorded_how() -> None:
    people = tuple(replace(one, gets_sheet=" ") if one.id == "mum" else one for one in PEOPLE)
    refused = adult_sheet(replace(EMPTY, people=people), "mum", TODAY)
    assert isinstance(refused, Refusal)
    assert "not recorded how it is safe" in refused.sentence


def test_the_child_s_own_words_reach_family_only_where_the_child_lets_them() -> None:
    plan = plan_with(child__wants="To live at Nan's")
    shared = plan_with(child__wants="To live at Nan's", child__shown_to=("family",))
    assert "Nan's" not in document_text(for_adult(plan))
    assert "“To live at Nan's”" in document_text(for_adult(shared))
    assert "Nan's" not in document_text(child_sheet(shared, TODAY, Edition.ROOM))


def test_actions_behind_which_something_is_kept_back_reach_only_the_child() -> None:
    plan = replace(EMPTY, actions=ACTIONS)
    child, room, adult = (document_text(sheet) for sheet in every_sheet(plan))
    assert [action.id for action in ACTIONS if action.what in child] == ["a1", "a2", "a3", "a4", "a5"]
    assert [action.id for action in ACTIONS if action.what in adult] == ["a1", "a3", "a4"]
    assert [action.id for action in ACTIONS if action.what in room] == ["a1"]


def test_only_the_child_reads_that_there_is_a_health_worker() -> None:
    child, room, adult = (document_text(sheet) for sheet in every_sheet(EMPTY))
    assert "Priya" in child
    assert "Priya" not in room + adult
