"""What was once wrong and must not come back."""

import pytest

from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.test_cases import DTO, started

UNKNOWN = {
    "home.council": "",
    "home.council#or": "not known",
    "home.council#who": "jo",
    "home.council#by": "16/3/2026",
}


def test_who_may_read_the_childs_words_is_asked_once_there_are_words(core: Core) -> None:
    reference = started(core)
    core.says("Sam", f"meet {reference}")
    all_of_them = {"child.says": "Home", "child.wants": "Bikes", "child.good_at": "Bikes"}
    outcome = core.answers("Sam", f"step {reference} child", all_of_them)
    assert "Who else may read the child's own words?" in words(outcome)


@pytest.mark.parametrize(
    ("step", "fact", "tick"), [("child", "shown_to", "family"), ("home", "suitable", "safe")]
)
def test_ticks_can_be_taken_back(core: Core, step: str, fact: str, tick: str) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"change {OAK} child", {"child.says": "Home"})
    core.answers("Sam", f"change {OAK} {step}", {f"{step}.{fact}": tick})
    core.answers("Sam", f"change {OAK} {step}", {f"{step}.{fact}": ""})
    assert not core.plan().answer(f"{step}.{fact}").value


def test_somebody_else_who_will_find_out_gets_the_action(core: Core) -> None:
    core.answers("Sam", f"change {OAK} home", UNKNOWN)
    core.answers("Sam", f"change {OAK} home", {**UNKNOWN, "home.council#who": "alex"})
    assert core.plan().actions[-1].owner == "alex"


def test_the_first_name_is_never_put_into_the_channel(core: Core) -> None:
    core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    assert "Robin" not in repr(core.feed("Alex"))


def test_words_beside_no_answer_are_not_lost(core: Core) -> None:
    typed = {**UNKNOWN, "home.council": "Ash or Birch"}
    outcome = core.sends("Sam", core.opens("Sam", f"change {OAK} home"), typed)
    assert "Ash or Birch" in words(outcome)


def test_a_case_is_not_started_with_what_its_form_does_not_offer(core: Core) -> None:
    outcome = core.sends("Sam", core.opens("Sam", "new"), {**DTO, "order.nation": "not known"})
    assert outcome.refused or "is started" in titles(outcome)[0]


def test_an_account_without_a_role_does_not_break_the_page(core: Core) -> None:
    core.joins_service("Kim")
    assert core.day_one.people()


def test_what_comes_back_can_be_sent(core: Core) -> None:
    typed = {"home.living_with": "\ud800"}
    outcome = core.sends("Sam", core.opens("Sam", f"change {OAK} home"), typed)
    assert words(outcome).encode()


def test_a_case_does_not_start_with_an_end_before_its_beginning(core: Core) -> None:
    form = core.opens("Sam", "new")
    outcome = core.sends("Sam", form, {**DTO, "order.sentenced_on": "1/3/2026", "order.end_date": "1/2/2026"})
    assert outcome.refused
    assert "before “" in words(outcome)


def test_an_order_whose_dates_are_out_of_order_is_asked_again(core: Core) -> None:
    form = core.opens("Sam", f"change {OAK} order")
    outcome = core.sends("Sam", form, {"order.middle_date": "1/1/2025"})
    assert outcome.refused
    assert "This is before “Early release date”, Saturday 30 May 2026." in words(outcome)


def test_a_stale_form_sent_again_makes_no_second_clash(core: Core) -> None:
    sam, alex = (core.opens(who, f"change {OAK} home") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {"home.council": "Ashfield"})
    for _ in range(2):
        core.sends("Alex", alex, {"home.council": "Birchley"})
    assert repr(core.says("Sam", f"step {OAK} home")).count("home.council kept") == 1
