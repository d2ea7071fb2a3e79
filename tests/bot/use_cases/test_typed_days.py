"""A day typed in words: said back in full, picked, and kept with the words beside it."""

import pytest

from bot.conversation.heard import Outcome
from bot.messages.form import Control, Field, Form
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise

EDUCATION = f"change {OAK} education"
STARTS = "education.starts_on"


def form_of(outcome: Outcome) -> Form:
    form = outcome.shown[0]
    assert isinstance(form, Form)
    return form


def field_of(form: Form, name: str) -> Field:
    return next(field for field in form.fields if field.name == name)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Friday week", "Friday 13 March 2026"),
        ("next Friday", "Friday 6 March 2026"),
        ("3/4/26", "Friday 3 April 2026"),
    ],
)
def test_a_day_in_words_is_said_back_picked_and_kept_with_the_words(
    each_core: Core, typed: str, says: str
) -> None:
    outcome = each_core.sends("Sam", each_core.opens("Sam", EDUCATION), {STARTS: typed})
    form = form_of(outcome)
    assert outcome.refused
    assert typed in words(outcome)
    asked = field_of(form, STARTS)
    assert asked.control is Control.RADIO
    day = next(key for key, option in asked.options if option == says)
    assert f"{says} (typed as “{typed}”)" in words(each_core.sends("Sam", form, {STARTS: day}))
    answer = each_core.plan().answer(STARTS)
    assert answer.value is not None
    assert (answer.typed, answer.typed_by) == (typed, "sam")


def test_the_form_stays_as_typed_while_a_day_is_asked_about(core: Core) -> None:
    form = form_of(
        core.sends("Sam", core.opens("Sam", f"add {OAK}"), promise("Ring Nan", "jo", "next Friday"))
    )
    assert field_of(form, "what").value == "Ring Nan"
    day = field_of(form, "by").options[0][0]
    core.sends("Sam", form, {"by": day})
    action = core.plan().actions[-1]
    assert (action.what, action.owner, str(action.by)) == ("Ring Nan", "jo", "2026-03-06")


def test_a_form_sent_again_unchanged_keeps_the_words(core: Core) -> None:
    form = form_of(core.sends("Sam", core.opens("Sam", EDUCATION), {STARTS: "Friday week"}))
    core.sends("Sam", form, {})
    core.sends("Alex", core.opens("Alex", EDUCATION), {})
    answer = core.plan().answer(STARTS)
    assert (answer.typed, answer.typed_by) == ("Friday week", "sam")
