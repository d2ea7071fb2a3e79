"""The people of a case: named, invited with a code that works once, and let in by who leads."""

import re
from datetime import timedelta

import pytest

from bot.messages.form import Form
from planning_rules.parts import Contact, Role
from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import ready

NO_CODE = "That code does not work. It may be used up or too old."


def invited(core: Core) -> str:
    """Kim is named and has an account; the code that joins them."""
    core.answers("Sam", f"person {OAK}", {"role": "education", "name": "Kim"})
    core.joins_service("Kim", "partner")
    return a_code(core)


def a_code(core: Core) -> str:
    code = re.search(r"\w{4}-\w{4}-\w{4}", words(core.says("Sam", f"invite {OAK} p9")))
    assert code
    return code[0]


def test_who_is_named_stands_on_the_list_with_what_was_said(core: Core) -> None:
    typed = {
        "role": "carer",
        "name": "Aunt 🙂",
        "contact": "unsafe",
        "gets_sheet": "",
        "phone": "01632 960199",
    }
    outcome = core.answers("Sam", f"person {OAK}", typed)
    assert "Aunt 🙂" in words(outcome)
    assert "Contact is not safe" in words(outcome)
    person = core.plan().person("p9")
    assert person
    assert (person.role, person.contact, person.phone) == (Role.CARER, Contact.UNSAFE, "01632 960199")


def test_what_is_asked_of_somebody_follows_from_what_they_are(core: Core) -> None:
    for role, asked in (("carer", {"contact", "gets_sheet"}), ("health", {"organisation", "sees"})):
        (form,) = core.sends("Sam", core.opens("Sam", f"person {OAK}"), {"role": role}).shown
        assert isinstance(form, Form)
        assert {field.name for field in form.shown} == {"role", "name", "phone"} | asked


def test_who_is_named_for_private_questions_may_see_them(core: Core) -> None:
    core.answers("Sam", f"person {OAK}", {"role": "health", "name": "Lee", "sees": "health"})
    person = core.plan().person("p9")
    assert person
    assert person.sees == ("health",)


def test_a_code_works_in_any_spelling_and_once(each_core: Core) -> None:
    code = invited(each_core)
    each_core.joins_service("Lou", "worker")
    assert titles(each_core.says("Kim", f"join {code.lower().replace('-', ' ')}")) == ["Your code was taken"]
    assert NO_CODE in words(each_core.says("Lou", f"join {code}"))


def test_a_second_code_takes_the_place_of_the_first(each_core: Core) -> None:
    first, second = invited(each_core), a_code(each_core)
    assert NO_CODE in words(each_core.says("Kim", f"join {first}"))
    assert titles(each_core.says("Kim", f"join {second}")) == ["Your code was taken"]


@pytest.mark.parametrize("person", ["mum", "robin"])
def test_no_code_is_made_for_the_child_or_family(core: Core, person: str) -> None:
    assert "Only workers join with a code" in words(core.says("Sam", f"invite {OAK} {person}"))


def test_who_is_turned_away_is_not_on_it_and_may_be_invited_again(core: Core) -> None:
    core.says("Kim", f"join {invited(core)}")
    core.says("Sam", f"admit {OAK} p9 no")
    assert core.says("Kim", f"case {OAK}").refused
    assert not core.says("Kim", f"join {a_code(core)}").refused


def test_who_leaves_sees_nothing_from_that_day_and_what_they_did_stays(each_core: Core) -> None:
    each_core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert "There is no case OAK-417" in words(each_core.says("Jo", f"case {OAK}"))
    assert each_core.feed("Jo") == []
    assert "already" not in words(each_core.says("Jo", "join K7QX-3MPD-9RTA"))
    assert "said by Jo" in words(each_core.says("Sam", f"sheet {OAK} worker"))
    assert "• Jo\n" not in words(each_core.says("Sam", f"people {OAK}"))


def test_who_leads_the_case_cannot_leave_it(core: Core) -> None:
    assert "press “Let them lead” beside another first" in words(core.says("Morgan", f"leave {OAK} sam"))


def test_what_is_kept_about_somebody_can_be_changed(core: Core) -> None:
    core.answers("Sam", f"edit {OAK} nan", {"contact": "safe", "gets_sheet": "By hand"})
    nan = core.plan().person("nan")
    assert nan
    assert (nan.contact, nan.gets_sheet, nan.phone) == (Contact.SAFE, "By hand", "01632 960102")


@pytest.mark.parametrize(("days", "works"), [(6, True), (7, False), (8, False)])
def test_a_code_works_for_a_week(core: Core, days: int, works: bool) -> None:
    code = invited(core)
    core.now += timedelta(days=days)
    assert core.says("Kim", f"join {code}").refused is not works


@pytest.mark.parametrize("code", ["K7QX-3MPD-9RTA", "🙂", "'", "K7QX", "0" * 400])
def test_a_code_that_was_never_made_gets_the_same_answer(core: Core, code: str) -> None:
    core.joins_service("Kim", "partner")
    assert NO_CODE in words(core.says("Kim", f"join {code}"))


def test_a_refused_code_is_not_used_up(core: Core) -> None:
    code = invited(core)
    assert "You are on OAK-417 already" in words(core.says("Jo", f"join {code}"))
    assert not core.says("Kim", f"join {code}").refused


def test_nobody_is_let_in_who_has_not_joined(core: Core) -> None:
    invited(core)
    assert "Kim has not used a code yet" in words(core.says("Sam", f"admit {OAK} p9"))


def test_no_code_is_made_for_who_has_joined(core: Core) -> None:
    assert "Jo has joined already" in words(core.says("Sam", f"invite {OAK} jo"))


@pytest.mark.parametrize("name", ["invite", "admit"])
def test_somebody_who_is_not_named_gets_a_sentence(core: Core, name: str) -> None:
    assert "There is no person “jp” here. Did you mean “jo”?" in words(core.says("Sam", f"{name} {OAK} jp"))


def test_who_waits_to_be_let_in_is_shown_with_a_button_to_who_leads(core: Core) -> None:
    core.says(*ready(core, "join"))
    assert "waiting to be let in" in words(core.says("Sam", f"people {OAK}"))
    assert f"admit {OAK} p9" in repr(core.says("Sam", f"people {OAK}"))
    assert f"admit {OAK} p9" not in repr(core.says("Alex", f"people {OAK}"))
