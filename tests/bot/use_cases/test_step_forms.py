"""The form of a step: follow-ups where they are called for, errors beside fields, nothing forged."""

import pytest

from bot.conversation.heard import Changed, Filled
from bot.messages.document import Document
from bot.messages.form import Field, Form
from planning_rules.facts.answers import State
from tests.bot.core import OAK, Core, titles, words

HOME = f"change {OAK} home"


def names(form: Form) -> list[str]:
    return [field.name for field in form.fields]


def test_an_answer_calls_for_its_follow_ups_and_for_no_others(core: Core) -> None:
    outcome = core.answers("Sam", f"change {OAK} temporary_release", {"temporary_release.decision": "agreed"})
    saved, form, leave = outcome.shown
    assert leave.title == "Or leave it for now"
    assert saved.title == "Temporary release (RoTL): saved"
    assert isinstance(form, Form)
    assert {"temporary_release.purpose", "temporary_release.first_on"} <= set(names(form))
    assert not any("refused" in name or "decision" in name for name in names(form))


def test_follow_ups_come_while_the_form_is_filled_in_and_nothing_is_saved(core: Core) -> None:
    form, before = core.opens("Sam", HOME), core.kept()
    typed = {"home.living_with": "care", "home.address_agreed": "no", "home.council": "Ash"}
    again = core.hear("Sam", Changed(HOME, typed, form.version)).shown[0]
    assert isinstance(again, Form)
    assert {"home.next_step", "home.council"} <= set(names(again))
    assert "home.address" not in names(again)
    assert next(field.value for field in again.fields if field.name == "home.council") == "Ash"
    assert again.version == form.version
    assert core.kept() == before


def test_what_was_not_asked_is_not_taken(core: Core) -> None:
    private = {"health.needs": "none", "order.kind": "remand", "home.child_told": "yes", "nonsense.here": "x"}
    before = core.plan()
    core.answers("Alex", HOME, {**private, "home.council": "Ashfield"})
    changed = {key for key, answer in core.plan().answers.items() if answer != before.answer(key)}
    assert changed == {"home.council"}


def test_a_step_is_not_opened_twice_to_get_at_its_private_part(core: Core) -> None:
    outcome = core.hear("Alex", Filled(f"step {OAK} health", {"health.needs": "none"}))
    assert "Nothing was changed." in words(outcome)
    assert core.plan().health.needs.value == ("mental",)


def test_what_is_wrong_stands_beside_its_field_and_all_that_was_typed_is_still_there(core: Core) -> None:
    typed = {
        "home.council": "Ashfield",
        "home.address": "long " * 100,
        "home.suitable#or": "not known",
        "home.suitable#who": "",
        "home.suitable#by": "31/4/2026",
        "home.warning_signs#or": "does not apply",
        "home.warning_signs#why": "",
        "said_by": "mum",
    }
    outcome = core.sends("Sam", core.opens("Sam", HOME), typed)
    form = outcome.shown[0]
    assert isinstance(form, Form)
    assert outcome.refused
    assert typed.items() <= {field.name: field.value for field in form.fields}.items()
    errors = {field.name: field.error for field in form.fields if field.error}
    assert set(errors) == {
        "home.address",
        "home.suitable#who",
        "home.suitable#by",
        "home.warning_signs#why",
    }
    assert errors["home.suitable#by"] == "April 2026 has no day 31. Please check the date."
    assert core.plan().home.council.value == "Oakshire"


def test_a_form_with_an_error_is_mended_and_sent_again(core: Core) -> None:
    wrong = core.sends("Sam", core.opens("Sam", HOME), {"home.address": "a" * 20_000, "home.council": "B"})
    form = wrong.shown[0]
    assert isinstance(form, Form)
    assert titles(core.sends("Sam", form, {"home.address": "4 Hill Road"})) == ["Home: saved"]
    assert core.plan().home.council.value == "B"


@pytest.mark.parametrize("version", [-1, 0, 1, 10**9, -(10**9), 10**19, -(10**19)])
def test_a_forged_version_can_at_most_make_a_clash(each_core: Core, version: int) -> None:
    outcome = each_core.hear("Sam", Filled(HOME, {"home.council": "Ashfield"}, version))
    assert not outcome.refused
    kept = [each_core.plan().home.council.value]
    assert "Ashfield" in repr(outcome.shown) if kept == ["Oakshire"] else kept == ["Ashfield"]


def test_a_step_that_does_not_exist_gets_the_nearest_one(core: Core) -> None:
    assert "Did you mean “education”?" in words(core.says("Sam", f"step {OAK} educaton"))
    assert core.fills("Sam", f"step {OAK} nowhere").refused


def test_a_step_with_nothing_left_to_ask_shows_what_is_known(core: Core) -> None:
    outcome = core.says("Alex", f"step {OAK} temporary_release")
    assert titles(outcome) == ["Temporary release (RoTL): known already"]
    assert "Decision: Yes, and it is not decided yet" in words(outcome)


@pytest.mark.parametrize("who", ["robin", "mum", "nobody", ""])
def test_only_workers_are_asked_to_find_out(core: Core, who: str) -> None:
    typed = {"home.council#or": "not known", "home.council#who": who, "home.council#by": "16/3/2026"}
    outcome = core.sends("Sam", core.opens("Sam", HOME), typed)
    assert outcome.refused
    assert len(core.plan().actions) == 4


UNKNOWN = {"home.council": "", "home.council#or": "not known"}


def fields(form: Document | Form) -> dict[str, Field]:
    assert isinstance(form, Form)
    return {field.name: field for field in form.shown}


def test_not_known_yet_asks_calmly_who_finds_out_and_by_when(core: Core) -> None:
    outcome = core.sends("Sam", core.opens("Sam", HOME), {**UNKNOWN, "home.address": "4 Hill Road"})
    saved, form, _ = outcome.shown
    assert not outcome.refused
    assert saved.title == "Home: saved"
    assert core.plan().home.address.value == "4 Hill Road"
    asked = fields(form)
    assert [name for name in asked if "#" in name and name.startswith("home.council")] == [
        "home.council#or",
        "home.council#who",
        "home.council#by",
    ]
    assert not any(field.error for field in asked.values())
    assert isinstance(form, Form)
    assert form.intro == "Two more things: who will find out, and by when?"
    assert asked["home.council#who"].value == "sam"


def test_who_and_when_are_filled_in_with_oneself_and_the_next_meeting(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes", "next_on": "16/3/2026"})
    asked = fields(core.sends("Alex", core.opens("Alex", HOME), UNKNOWN).shown[0])
    assert asked["home.council#who"].value == "alex"
    assert asked["home.council#by"].value == "2026-03-16"


def test_what_is_filled_in_already_may_be_sent_as_it_stands(core: Core) -> None:
    form = core.sends("Sam", core.opens("Sam", HOME), {**UNKNOWN, "said_by": "mum"}).shown[0]
    assert isinstance(form, Form)
    core.sends("Sam", form, {"home.council#by": "16/3/2026"})
    answer = core.plan().home.council
    assert (answer.state, answer.finds_out, answer.said_by) == (State.NOT_KNOWN, "sam", "mum")


def test_does_not_apply_asks_calmly_why(core: Core) -> None:
    typed = {"home.council": "", "home.council#or": "does not apply"}
    outcome = core.sends("Sam", core.opens("Sam", HOME), typed)
    form = outcome.shown[0]
    assert not outcome.refused
    assert isinstance(form, Form)
    assert form.intro == "One more thing: why does it not apply?"
    assert fields(form)["home.council#why"].error == ""
    core.sends("Sam", form, {"home.council#why": "Lives abroad"})
    assert core.plan().home.council.reason == "Lives abroad"


def test_who_finds_out_is_missing_only_where_it_was_asked(core: Core) -> None:
    form = core.sends("Sam", core.opens("Sam", HOME), UNKNOWN).shown[0]
    assert isinstance(form, Form)
    outcome = core.sends("Sam", form, {"home.council#who": ""})
    assert outcome.refused
    assert fields(outcome.shown[0])["home.council#who"].error == "Please choose who will find out."
