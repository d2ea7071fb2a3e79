"""What each role may do on a case that names them, and who may see what is private."""

import pytest

from bot.conversation.heard import Said
from planning_rules.parts import Role
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import command, completed, ready


@pytest.mark.parametrize("name", ["finish", "person", "share"])
def test_a_partner_cannot_close_name_people_or_share(core: Core, name: str) -> None:
    _, text = ready(core, name)
    form = core.opens("Sam", text)
    before = core.kept()
    # What is missing before a meeting closes is there for everybody to see.
    looked = [] if name == "finish" else [core.says("Jo", text)]
    for outcome in (*looked, core.sends("Jo", form, completed(form))):
        assert outcome.refused
        assert "You cannot" in words(outcome)
    assert core.kept() == before


@pytest.mark.parametrize("name", ["invite", "edit", "leave"])
def test_a_partner_and_an_ordinary_worker_do_not_say_who_is_on_the_case(core: Core, name: str) -> None:
    _, text = ready(core, name)
    before = core.kept()
    for who in ("Jo", "Alex"):
        assert "You cannot change who is on this case" in words(core.says(who, text))
    assert core.kept() == before


def test_only_the_case_lead_lets_people_in(core: Core) -> None:
    _, text = ready(core, "admit")
    for who in ("Jo", "Alex", "Morgan"):
        assert "Only the case lead lets people in" in words(core.says(who, text))
    assert not core.says("Sam", text).refused


def test_only_those_who_may_start_a_case_are_asked_for_it(core: Core) -> None:
    form = core.opens("Sam", "new")
    for who, roles in (("Kim", ["board"]), ("Lou", ["administrator"]), ("Max", ["partner"])):
        core.joins_service(who, *roles)
        assert core.says(who, "new").refused
        assert core.sends(who, form, completed(form)).refused


def test_only_a_manager_says_that_an_urgent_gap_does_not_count(core: Core) -> None:
    form = core.opens("Morgan", f"waive {OAK} ACC06")
    filled = {**completed(form), "until": "9/3/2026"}
    for who in ("Sam", "Alex", "Jo"):
        assert "Only a manager" in words(core.says(who, f"waive {OAK} ACC06"))
        assert core.sends(who, form, filled).refused
    assert not core.sends("Morgan", form, filled).refused
    assert "ACC06" not in repr(core.says("Sam", f"all {OAK}"))


def test_an_urgent_gap_is_waived_with_an_end_or_not_at_all(core: Core) -> None:
    form = core.opens("Morgan", f"waive {OAK} ACC06")
    assert core.sends("Morgan", form, {**completed(form), "until": ""}).refused
    assert "ACC06" in repr(core.says("Sam", f"all {OAK}"))


def test_what_a_manager_waives_does_not_count_whatever_the_case_calls_them(core: Core) -> None:
    core.joins_service("Kim", "manager")
    core.names("Kim", Role.YOT)
    form = core.opens("Kim", f"waive {OAK} ACC06")
    assert not core.sends("Kim", form, {**completed(form), "until": "9/3/2026"}).refused
    assert "ACC06" not in repr(core.says("Kim", f"all {OAK}"))


def test_private_questions_open_for_the_lead_and_for_those_named_for_them(core: Core) -> None:
    for who in ("Sam", "Priya"):
        assert core.opens(who, f"private {OAK} health").private
    form = core.opens("Priya", f"private {OAK} health")
    for who in ("Alex", "Jo", "Morgan"):
        assert "named workers only" in words(core.says(who, f"private {OAK} health"))
        assert core.sends(who, form, completed(form)).refused


def test_who_looked_at_what_is_private_is_kept(core: Core) -> None:
    before = core.kept()["audit"]
    core.opens("Priya", f"private {OAK} health")
    core.hear("Sam", Said(command("sheet")))
    new = [row for row in core.kept()["audit"] if row not in before]
    assert sum("looked-at-private" in row for row in new) == 1
    assert sum("looked-at-sheet" in row for row in new) == 1


def test_a_reader_of_a_sheet_that_is_no_word_gets_a_sentence(core: Core) -> None:
    for reader in ("dad", "“dad”", "child:mum", "🙂", "adult:🙂", "worker:x"):
        assert core.says("Sam", f"sheet {OAK} {reader}").refused
