"""Whatever goes wrong with Teams or with us: a sentence, a quiet log, and nothing that was typed is lost."""

import logging

import pytest

from bot.messages.helping import FAULT
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person, pressed
from tests.bot.chat.teams.platform import Fault
from tests.bot.core import OAK

SECRET = "12 Mill Lane"


@pytest.fixture
def sam(here: InTeams) -> Person:
    return here.people["Sam"]


def forgiven(here: InTeams) -> str:
    """What was logged, which would be a problem otherwise."""
    logged = "\n".join(here.platform.problems)
    here.platform.problems.clear()
    return logged


def test_somebody_whom_teams_does_not_know_hears_that_something_went_wrong(
    here: InTeams, sam: Person
) -> None:
    here.platform.faults.append(Fault("GET", "/members/", 500, times=3))
    assert sam.sends(sam.activity("message", text=f"gaps {OAK} {SECRET}")) == (200, None)
    assert sam.own.texts == [FAULT]
    assert SECRET not in forgiven(here)


def test_what_was_typed_into_a_card_stays_there_where_we_fail(here: InTeams, sam: Person) -> None:
    form = sam.types(f"add {OAK}")
    here.core.now = here.core.now.replace(hour=18)
    here.platform.faults.append(Fault("GET", "/members/", 500, times=3))
    assert form.sends
    data = form.pressed(form.sends, {"what": SECRET})
    invoke = sam.activity("invoke", name="adaptiveCard/action", value=pressed(data), replyToId=sam.newest)
    status, answer = sam.sends(invoke)
    assert (status, answer["value"], answer["type"].endswith("message")) == (200, FAULT, True)
    assert len(sam.own.messages) == 1
    assert SECRET not in forgiven(here)


def test_an_answer_that_teams_does_not_take_is_no_reason_to_undo_anything(here: InTeams, sam: Person) -> None:
    here.platform.faults.append(Fault("POST", "a%3Asam/activities", 500, times=3))
    assert sam.sends(sam.activity("message", text=f"meet {OAK}")) == (200, None)
    assert here.core.plan().meeting
    assert "HTTPStatusError, without its message" in forgiven(here)


def test_whoever_did_not_get_an_answer_asks_again(here: InTeams, sam: Person) -> None:
    here.platform.faults.append(Fault("POST", "a%3Asam/activities", 500, times=3))
    sam.sends(sam.activity("message", text=f"meet {OAK}"))
    forgiven(here)
    assert "Review meeting" in sam.types(f"meet {OAK}").text


def test_who_somebody_is_is_asked_once_in_five_minutes(here: InTeams, sam: Person) -> None:
    for _ in range(3):
        sam.types("list")
    asked = [call for call in here.platform.calls if "/members/" in call.path]
    assert len(asked) == 1


def test_nothing_that_was_typed_stands_in_the_log(
    here: InTeams, sam: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "bot"):
        sam.types(f"add {OAK}")
        sam.sends_in(what=SECRET, owner="sam", by="2026-03-20", for_child="no")
        here.platform.faults.append(Fault("POST", "a%3Asam/activities", 400))
        sam.sends(sam.activity("message", text=SECRET))
    assert SECRET not in "\n".join(record.getMessage() for record in caplog.records if "bot" in record.name)
    forgiven(here)
