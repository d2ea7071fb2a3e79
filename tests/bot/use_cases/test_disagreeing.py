"""Two who disagree write it down, and name the manager who settles it."""

import re

import pytest

from bot.conversation.heard import Outcome
from bot.render.text import document_text
from planning_rules.on_record import Disagreement
from planning_rules.parts import Role
from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import a_clash, a_disagreement


def disagreed(core: Core, **values: str) -> Outcome:
    who, text = a_disagreement(core)
    return core.answers(who, text, values)


def test_two_who_disagree_leave_it_to_a_manager_and_lose_neither_answer(core: Core) -> None:
    outcome = disagreed(core)
    assert "Both answers stay until Morgan settles it." in words(outcome)
    action = core.plan().actions[-1]
    assert action.what == "Settle a disagreement about “Which council area will the child live in?”"
    assert (action.owner, str(action.by)) == ("morgan", "2026-03-09")
    assert [told.account_id for told in outcome.told] == [core.people["Morgan"]]
    text = settling(core)
    assert "Only a manager on the case can settle it" in words(core.says("Sam", text))
    assert "The other: Birchley" in words(core.says("Jo", f"step {OAK} home"))
    assert titles(core.says("Morgan", text)) == ["Settled"]
    assert core.plan().home.council.value == "Birchley"
    assert core.plan().disagreements == ()


def settling(core: Core) -> str:
    clash = re.search(rf"settle {OAK} home.council other \d+", repr(core.says("Sam", f"step {OAK} home")))
    assert clash
    return clash[0]


def test_the_plan_says_who_disagree_about_what(core: Core) -> None:
    who, text = a_disagreement(core)
    assert core.plan().disagreements == ()
    core.answers(who, text, {})
    assert core.plan().disagreements == (Disagreement("home.council", ("sam", "alex")),)


def test_they_may_give_the_manager_another_day(core: Core) -> None:
    disagreed(core, by="16/3/2026")
    assert str(core.plan().actions[-1].by) == "2026-03-16"


def test_who_disagrees_twice_asks_one_manager_and_another_instead(core: Core) -> None:
    core.joins_service("Pat", "manager")
    core.names("Pat", Role.MANAGER)
    disagreed(core, owner="morgan")
    disagreed_again = f"disagree {OAK} home.council"
    core.answers("Alex", disagreed_again, {"owner": "morgan"})
    assert len(core.plan().actions) == 5
    core.answers("Alex", disagreed_again, {"owner": "pat"})
    assert [action.owner for action in core.plan().actions[4:]] == ["pat"]


def test_without_a_manager_it_is_written_down_and_is_a_gap_that_leads_to_naming_one(core: Core) -> None:
    core.answers("Sam", f"edit {OAK} morgan", {"role": "other"})
    who, text = a_disagreement(core)
    assert "No manager is on the case yet" in words(core.says(who, text))
    assert "Nobody is asked to yet" in words(core.answers(who, text, {}))
    assert len(core.plan().actions) == 4
    listed = core.says("Sam", f"all {OAK}")
    assert "Two workers disagree, and no manager is recorded as settling it by a date. (Council" in words(
        listed
    )
    assert f"disagree {OAK} home.council" in repr(listed)
    core.answers("Sam", f"edit {OAK} morgan", {"role": "manager"})
    core.answers("Sam", f"disagree {OAK} home.council", {"owner": "morgan"})
    assert "Two workers disagree" not in words(core.says("Sam", f"all {OAK}"))


def test_a_disagreement_about_an_answer_that_changed_meanwhile_is_looked_at_again(core: Core) -> None:
    form = core.opens(*a_disagreement(core))
    core.answers("Jo", f"change {OAK} home", {"home.council": "Cedarham"})
    assert "has changed since you looked at it" in words(core.sends("Sam", form, {}))
    assert core.plan().disagreements == ()


@pytest.mark.parametrize("fact", ["home.address", "nonsense", "🙂"])
def test_nobody_disagrees_where_there_are_not_two_answers(core: Core, fact: str) -> None:
    a_clash(core)
    assert core.says("Sam", f"disagree {OAK} {fact}").refused


def test_a_private_disagreement_is_a_private_gap(core: Core) -> None:
    core.answers("Sam", f"edit {OAK} morgan", {"role": "other"})
    sam, priya = (core.opens(who, f"private {OAK} health") for who in ("Sam", "Priya"))
    core.sends("Sam", sam, {"health.needs": "mental\nphysical"})
    core.sends("Priya", priya, {"health.needs": "substance"})
    core.says("Sam", f"meet {OAK}")
    before = document_text(core.feed("Sam")[0].document)
    assert core.opens("Priya", f"disagree {OAK} health.needs").private
    assert core.says("Alex", f"disagree {OAK} health.needs").refused
    core.answers("Priya", f"disagree {OAK} health.needs", {})
    assert "Two workers disagree" in words(core.says("Sam", f"all {OAK}"))
    assert "Private." in words(core.says("Sam", f"all {OAK}"))
    assert "Two workers disagree" not in words(core.says("Alex", f"all {OAK}"))
    assert document_text(core.feed("Sam")[0].document) == before
