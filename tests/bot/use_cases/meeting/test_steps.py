"""Steps: several people answer at once, fact by fact, and nothing that anybody typed is lost."""

from planning_rules.facts.answers import State
from tests.bot.core import OAK, Core, titles, words

HOME, SCHOOL = f"change {OAK} home", f"change {OAK} education"
UNKNOWN = {
    "home.council": "",
    "home.council#or": "not known",
    "home.council#who": "jo",
    "home.council#by": "16/3/2026",
}


def test_different_answers_typed_at_once_are_merged(each_core: Core) -> None:
    sam, alex = each_core.opens("Sam", HOME), each_core.opens("Alex", HOME)
    each_core.sends("Sam", sam, {"home.council": "Ashfield"})
    outcome = each_core.sends("Alex", alex, {"home.address": "4 Hill Road"})
    assert titles(outcome) == ["Home: saved"]
    assert "Saved: 1 answer." in words(outcome)
    home = each_core.plan().home
    assert (home.council.value, home.address.value) == ("Ashfield", "4 Hill Road")


def test_what_nobody_touched_is_nobodys_change(core: Core) -> None:
    before, form = core.kept()["answers"], core.opens("Alex", HOME)
    assert "Nothing was changed." in words(core.sends("Alex", form, {}))
    assert core.kept()["answers"] == before


def test_an_untouched_old_answer_does_not_take_back_a_new_one(core: Core) -> None:
    old = core.opens("Alex", HOME)
    core.answers("Sam", HOME, {"home.council": "Ashfield"})
    core.sends("Alex", old, {"home.address": "4 Hill Road"})
    assert core.plan().home.council.value == "Ashfield"


def test_two_who_answer_the_same_do_not_clash(core: Core) -> None:
    sam, alex = core.opens("Sam", HOME), core.opens("Alex", HOME)
    core.sends("Sam", sam, {"home.council": "Ashfield"})
    assert "Nothing was changed." in words(core.sends("Alex", alex, {"home.council": " Ashfield\u200b "}))


def test_who_said_it_is_kept_apart_from_who_typed_it(core: Core) -> None:
    core.answers("Alex", HOME, {"home.council": "Ashfield", "said_by": "mum"})
    answer = core.plan().home.council
    assert (answer.said_by, answer.typed_by) == ("mum", "alex")
    assert (answer.on, answer.fact) == (core.now.date(), "home.council")


def test_somebody_who_is_not_on_the_case_said_nothing(core: Core) -> None:
    core.answers("Alex", HOME, {"home.council": "Ashfield", "said_by": "the queen"})
    assert core.plan().home.council.said_by == "alex"


def test_not_known_yet_becomes_an_action_of_whoever_finds_out(core: Core) -> None:
    outcome = core.answers("Sam", HOME, UNKNOWN)
    assert "this is an action now" in words(outcome)
    (action,) = core.plan().actions[4:]
    assert (action.owner, str(action.by), str(action.progress)) == ("jo", "2026-03-16", "offered")
    assert core.plan().home.council.state is State.NOT_KNOWN


def test_not_known_yet_said_again_makes_no_second_action(core: Core) -> None:
    core.answers("Sam", HOME, UNKNOWN)
    core.answers("Alex", HOME, {**UNKNOWN, "home.council#by": "17/3/2026"})
    assert len(core.plan().actions) == 5


def test_whoever_will_find_out_themself_has_accepted_it(core: Core) -> None:
    core.answers("Sam", HOME, {**UNKNOWN, "home.council#who": "sam"})
    assert str(core.plan().actions[-1].progress) == "accepted"
