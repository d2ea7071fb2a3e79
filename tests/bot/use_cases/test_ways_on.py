"""Nothing that is shown about a case is a dead end: the meeting, or the case, is one press away."""

import pytest

from bot.conversation.heard import Filled, Outcome, Said
from bot.messages.document import Bullets, Buttons, Document, Pairs
from bot.messages.form import Form
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import a_clash
from tests.bot.use_cases.test_cases import started

MEET, CASE = f"meet {OAK}", f"case {OAK}"
FINISH = f"finish {OAK}"


def leads_to(outcome: Outcome) -> list[str]:
    """What the buttons below say, of every document that is shown."""
    documents = [shown for shown in outcome.shown if isinstance(shown, Document)]
    rows = [block for one in documents for block in one.blocks if isinstance(block, Buttons)]
    return [button.command for row in rows for button in row.items]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_step_of_a_new_case_leads_on_and_back_without_an_answer(core: Core, step: type[Step]) -> None:
    reference = started(core)
    core.says("Sam", f"meet {reference}")
    for name in ("step", "change", "private"):
        ways = leads_to(core.says("Sam", f"{name} {reference} {step.key}"))
        assert f"meet {reference}" in ways
        assert any(way.startswith((f"step {reference}", f"finish {reference}")) for way in ways)


def test_whoever_skips_the_open_questions_is_offered_the_private_ones(core: Core) -> None:
    form = core.opens("Sam", f"change {OAK} health")
    outcome = core.sends("Sam", form, {})
    assert titles(outcome) == ["Health"]
    assert f"private {OAK} health" in leads_to(outcome)


def test_a_step_in_which_two_disagree_leads_on_past_it(core: Core) -> None:
    core.says("Sam", MEET)
    a_clash(core)
    outcome = core.says("Jo", f"step {OAK} home")
    assert titles(outcome) == ["Two answers to one question", "Or leave it for now"]
    assert {f"step {OAK} education", MEET} <= set(leads_to(outcome))


def test_a_form_with_an_error_leads_on_too(core: Core) -> None:
    core.says("Sam", MEET)
    outcome = core.sends("Sam", core.opens("Sam", f"change {OAK} home"), {"home.address": "long " * 100})
    assert outcome.refused
    assert MEET in leads_to(outcome)


def test_without_a_meeting_the_way_back_opens_none(core: Core) -> None:
    ways = leads_to(core.says("Sam", f"change {OAK} home"))
    assert CASE in ways
    assert MEET not in ways


def test_a_step_saved_twice_leads_on_where_the_first_answer_stood(core: Core) -> None:
    core.says("Sam", MEET)
    form = core.opens("Sam", f"change {OAK} home")
    core.sends("Sam", form, {"home.council": "Ashfield"}, "the same")
    again = core.sends("Sam", form, {"home.council": "Ashfield"}, "the same")
    assert titles(again) == ["Done already"]
    assert leads_to(again)[:2] == [f"step {OAK} home", MEET]


def test_whoever_is_not_on_the_case_is_led_to_nothing_of_it(core: Core) -> None:
    core.joins_service("Kim", "worker")
    assert OAK not in str(leads_to(core.says("Kim", f"gaps {OAK}")))


def test_an_action_that_is_accepted_already_is_shown_to_whoever_accepts_it(core: Core) -> None:
    action = {"what": "Ring", "owner": "jo", "by": "9/3/2026", "for_child": "no"}
    core.answers("Sam", f"add {OAK}", action)
    assert titles(core.says("Jo", f"accept {OAK} a5")) == ["Action kept"]
    again = core.says("Jo", f"accept {OAK} a5")
    assert titles(again) == ["Action kept"]
    assert "accepted" in words(again)


@pytest.mark.parametrize("said", [f"gaps {OAK}", f"all {OAK}", f"actions {OAK}", f"why {OAK} ACC07"])
def test_while_a_meeting_is_open_what_is_looked_at_leads_back_to_it(core: Core, said: str) -> None:
    assert MEET not in leads_to(core.says("Sam", said))
    core.says("Sam", MEET)
    assert {MEET, FINISH} <= set(leads_to(core.says("Sam", said)))


def test_a_refusal_about_a_case_leads_back_to_it(core: Core) -> None:
    assert CASE in leads_to(core.says("Sam", f"done {OAK} a99"))
    core.says("Sam", MEET)
    assert MEET in leads_to(core.says("Sam", f"done {OAK} a99"))


def test_where_no_meeting_is_open_there_is_a_button_to_open_one(core: Core) -> None:
    for said in (FINISH, f"step {OAK} attendance", f"step {OAK}"):
        outcome = core.says("Sam", said)
        assert outcome.refused
        assert MEET in leads_to(outcome)


def test_the_message_of_a_closed_meeting_leads_to_the_sheet_and_the_actions(core: Core) -> None:
    core.says("Sam", MEET)
    core.answers("Sam", FINISH, {"sure": "yes"})
    (post,) = core.feed("Jo")
    ways = [f"sheet {OAK} child", f"minutes {OAK}", f"actions {OAK}"]
    assert leads_to(Outcome((post.document,))) == ways


@pytest.mark.parametrize("who", ["Jo", "Alex", "Priya"])
def test_everybody_on_the_case_sees_what_is_missing_before_it_closes(core: Core, who: str) -> None:
    core.says("Sam", MEET)
    outcome = core.says(who, FINISH)
    assert titles(outcome) == ["Before you close the meeting on OAK-417"]
    assert "The case lead, the chair or a manager can close the meeting" in words(outcome)
    assert MEET in leads_to(outcome)
    assert core.hear(who, Filled(FINISH, {"sure": "yes"})).refused
    assert core.plan().meetings[-1].is_open


def test_a_form_to_close_that_is_sent_empty_comes_back_with_what_is_missing(core: Core) -> None:
    core.says("Sam", MEET)
    outcome = core.hear("Sam", Filled(FINISH, {}))
    assert outcome.refused
    assert [type(shown) for shown in outcome.shown] == [Document, Form]


def test_what_is_saved_after_the_close_says_that_it_waits_for_the_next_meeting(core: Core) -> None:
    core.says("Sam", MEET)
    form = core.opens("Sam", f"change {OAK} home")
    assert "No meeting is open." not in words(core.sends("Sam", form, {"home.council": "Ashfield"}))
    core.answers("Sam", FINISH, {"sure": "yes"})
    after = core.answers("Sam", f"change {OAK} home", {"home.council": "Birchley"})
    assert "No meeting is open. This goes into the plan that the next one keeps." in words(after)


def test_a_first_meeting_offers_no_actions_from_last_time(core: Core) -> None:
    reference = started(core)
    assert f"actions {reference}" not in leads_to(core.says("Sam", f"meet {reference}"))
    assert f"actions {OAK}" in leads_to(core.says("Sam", MEET))


def test_a_plan_about_which_nothing_was_asked_does_not_read_as_finished(core: Core) -> None:
    reference = started(core)
    for said in (f"meet {reference}", f"meet {reference}", f"case {reference}", "list"):
        shown = words(core.says("Sam", said))
    glance, card = words(core.says("Sam", f"case {reference}")), words(core.says("Sam", f"meet {reference}"))
    for text in (glance, card, shown):
        assert "questions not asked" in text
    assert "private ones not counted" in card


def test_the_step_that_is_not_named_is_picked_in_the_meeting(core: Core) -> None:
    core.says("Sam", MEET)
    assert titles(core.says("Sam", f"step {OAK}")) == ["Review meeting for OAK-417"]
    assert len(core.plan().meetings) == 2


@pytest.mark.parametrize("said", ["done", f"done {OAK}", f"skip {OAK}"])
def test_the_action_that_is_not_named_is_picked_from_the_list(core: Core, said: str) -> None:
    assert titles(core.says("Sam", said)) == ["Actions for OAK-417"]


def test_on_several_cases_an_action_that_is_not_named_is_picked_from_ones_own(core: Core) -> None:
    started(core)
    outcome = core.hear("Sam", Said("done"))
    assert titles(outcome) == ["Your cases"]
    assert "Your actions" in words(outcome)


def test_the_worker_who_is_asked_in_private_is_named_in_plain_order(core: Core) -> None:
    assert "Ask the health worker to speak in private." in words(core.says("Sam", f"change {OAK} health"))


@pytest.mark.parametrize("name", ["gaps", "all", "actions"])
def test_a_list_of_a_case_leads_back_to_the_case(core: Core, name: str) -> None:
    assert CASE in leads_to(core.says("Sam", f"{name} {OAK}"))


def test_a_manager_gets_from_home_to_the_figures_and_back(core: Core) -> None:
    assert "board" in leads_to(core.says("Morgan", "home"))
    assert "learn" in leads_to(core.says("Morgan", "board"))
    assert "board" in leads_to(core.says("Morgan", "learn"))
    assert "board" not in leads_to(core.says("Sam", "home"))


@pytest.mark.parametrize("name", ["minutes", "room", "agenda"])
@pytest.mark.parametrize("who", ["Sam", "Alex"])
def test_no_list_without_a_line_is_drawn(core: Core, name: str, who: str) -> None:
    core.says("Sam", MEET)
    (shown,) = core.says(who, f"{name} {OAK}").shown
    assert isinstance(shown, Document)
    lists = [block for block in shown.blocks if isinstance(block, Bullets | Pairs)]
    assert lists
    assert all(block.items for block in lists)
