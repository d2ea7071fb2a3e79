"""Two answers to one question: shown to both, and settled by either."""

import re
from datetime import timedelta

import pytest

from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import a_clash


def way(text: str, how: str) -> str:
    return text.replace(" other", f" {how}")


def test_the_first_answer_stands_and_the_second_waits_beside_it(each_core: Core) -> None:
    a_clash(each_core)
    assert each_core.plan().home.council.value == "Ashfield"
    for who in ("Sam", "Alex", "Jo"):
        shown = words(each_core.says(who, f"step {OAK} home"))
        assert "Kept: Ashfield (typed by Sam). The other: Birchley (typed by Alex)." in shown


def test_both_answers_are_shown_to_the_one_who_came_second(core: Core) -> None:
    sam, alex = (core.opens(who, f"change {OAK} home") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {"home.council": "Ashfield"})
    outcome = core.sends("Alex", alex, {"home.council": "Birchley", "home.address": "4 Hill Road"})
    assert titles(outcome) == ["Home: saved", "Two answers to one question", "Or leave it for now"]
    assert core.plan().home.address.value == "4 Hill Road"


@pytest.mark.parametrize(("how", "stands"), [("kept", "Ashfield"), ("other", "Birchley")])
@pytest.mark.parametrize("who", ["Sam", "Alex", "Jo"])
def test_anybody_on_the_case_may_settle_it(core: Core, who: str, how: str, stands: str) -> None:
    _, text = a_clash(core)
    assert titles(core.says(who, way(text, how))) == ["Settled"]
    answer = core.plan().home.council
    assert (answer.value, answer.typed_by) == (stands, {"Ashfield": "sam", "Birchley": "alex"}[stands])
    assert "Two answers" not in words(core.says("Sam", f"step {OAK} home"))


def test_an_answer_that_changed_since_it_was_shown_is_looked_at_again(core: Core) -> None:
    who, text = a_clash(core)
    core.answers("Jo", f"change {OAK} home", {"home.council": "Cedarham"})
    assert "has changed since you looked at it" in words(core.says(who, text))
    assert core.plan().home.council.value == "Cedarham"


def test_a_clash_of_one_meeting_is_not_settled_in_the_next(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    sam, alex = (core.opens(who, f"change {OAK} attendance") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {"attendance.child_here": "here"})
    clash = core.sends("Alex", alex, {"attendance.child_here": "remote"})
    settle = re.search(r"settle \S+ \S+ other \d+", repr(clash))
    assert settle
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    core.now += timedelta(weeks=1)
    core.says("Sam", f"meet {OAK}")
    assert core.says("Sam", settle[0]).refused
    assert not core.plan().attendance.child_here.is_asked


def test_what_is_settled_is_settled_once(each_core: Core) -> None:
    who, text = a_clash(each_core)
    each_core.says(who, text)
    after = each_core.kept()
    assert each_core.says("Alex", way(text, "kept")).refused
    assert each_core.kept() == after


@pytest.mark.parametrize(
    "words_after",
    ["nonsense kept 1", "home.address other 1", "home.council kept", "home.council neither 2", "🙂 other 2"],
)
def test_nothing_else_settles_it(core: Core, words_after: str) -> None:
    a_clash(core)
    assert core.says("Sam", f"settle {OAK} {words_after}").refused
    assert "Two answers" in words(core.says("Sam", f"step {OAK} home"))


def test_an_answer_taken_after_all_becomes_an_action_where_nobody_knows_it(core: Core) -> None:
    sam, alex = (core.opens(who, f"change {OAK} home") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {"home.council": "Ashfield"})
    unknown = {"home.council#or": "not known", "home.council#who": "jo", "home.council#by": "16/3/2026"}
    clash = re.search(r"settle \S+ \S+ other \d+", repr(core.sends("Alex", alex, unknown).shown))
    assert clash
    assert len(core.plan().actions) == 4
    core.says("Sam", clash[0])
    assert core.plan().actions[4].owner == "jo"


def test_a_clash_of_private_answers_is_for_those_who_may_read_them(core: Core) -> None:
    sam, priya = (core.opens(who, f"private {OAK} health") for who in ("Sam", "Priya"))
    core.sends("Sam", sam, {"health.needs": "mental\nphysical"})
    outcome = core.sends("Priya", priya, {"health.needs": "substance"})
    clash = re.search(r"settle \S+ \S+ other \d+", repr(outcome.shown))
    assert clash
    assert core.says("Alex", clash[0]).refused
    core.says("Sam", f"meet {OAK}")
    assert "to settle" not in words(core.says("Alex", f"meet {OAK}"))
    for text in (f"step {OAK} health", f"change {OAK} health"):
        assert "Two answers" not in words(core.says("Alex", text))
    assert not core.says("Sam", clash[0]).refused
    assert core.plan().health.needs.value == ("substance",)
