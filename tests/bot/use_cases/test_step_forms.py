"""The form of a step: follow-ups where they are called for, errors beside fields, nothing forged."""

import pytest

from bot.conversation.heard import Changed, Filled
from bot.messages.form import Form
from tests.bot.core import OAK, Core, titles, words

HOME = f"change {OAK} home"


def names(form: Form) -> list[str]:
    return [field.name for field in form.fields]


def test_an_answer_calls_for_its_follow_ups_and_for_no_others(core: Core) -> None:
    outcome = core.answers("Sam", f"change {OAK} temporary_release", {"temporary_release.decision": "agreed"})
    saved, form = outcome.shown
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
        "home.suitable#by": "31/4/2026",
        "home.warning_signs#or": "does not apply",
        "said_by": "mum",
    }
    outcome = core.sends("Sam", core.opens("Sam", HOME), typed)
    (form,) = outcome.shown
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
    (form,) = wrong.shown
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
