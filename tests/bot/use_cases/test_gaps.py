"""Gaps: listed, explained, made into actions, or said not to count."""

import re
from datetime import timedelta

import pytest

from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise

WAIVED = {"reason": "not ours", "words": "The council decides"}


def test_seven_gaps_at_first_glance_and_all_of_them_on_demand(core: Core) -> None:
    few, every = repr(core.says("Sam", f"gaps {OAK}")), repr(core.says("Sam", f"all {OAK}"))
    assert few.count("why OAK-417") <= 7 <= every.count("why OAK-417")
    assert f"all {OAK}" in few


def test_every_gap_that_is_listed_has_a_reason_an_action_and_a_way_to_be_waived(core: Core) -> None:
    shown = repr(core.says("Morgan", f"all {OAK}"))
    for pressed in set(re.findall(rf"(?:why|make|waive) {OAK}[^']*", shown)):
        outcome = core.says("Morgan", pressed)
        assert not outcome.refused, pressed


def test_why_gives_the_answers_behind_it_and_the_source(core: Core) -> None:
    shown = words(core.says("Jo", f"why {OAK} acc07"))
    assert "What the child wants" in shown
    assert "What would close it" in shown
    assert "joint thematic" in shown.lower() or "3.16" in shown


@pytest.mark.parametrize("name", ["why", "make", "waive"])
@pytest.mark.parametrize("code", ["ACC99", "ACC01", "HLT02", "ACC07 mum", "🙂", "%s"])
def test_a_gap_that_is_not_there_or_not_for_ones_eyes_is_one_answer(core: Core, name: str, code: str) -> None:
    outcome = core.says("Alex", f"{name} {OAK} {code}")
    assert f"There is no gap “{code.upper() if ' ' not in code else code}” here." in words(outcome)


def test_a_waived_gap_is_gone_until_its_day_has_passed(core: Core) -> None:
    core.answers("Jo", f"waive {OAK} ACC07", {**WAIVED, "until": "9/3/2026"})
    for days, there in ((0, False), (7, False), (8, True)):
        core.now += timedelta(days=days)
        assert ("ACC07" in repr(core.says("Sam", f"all {OAK}"))) is there
        core.now -= timedelta(days=days)


def test_the_reason_of_a_waiver_is_kept_for_everybody_on_the_case(each_core: Core) -> None:
    each_core.answers("Jo", f"waive {OAK} ACC07", {**WAIVED, "until": ""})
    (waiver,) = each_core.plan().waivers
    assert (waiver.words, waiver.by, str(waiver.reason)) == ("The council decides", "jo", "not ours")
    assert "The council decides" in words(each_core.says("Alex", f"sheet {OAK} worker"))


def test_an_action_made_of_a_gap_would_close_it(core: Core) -> None:
    form = core.opens("Sam", f"make {OAK} ACC07")
    assert "Somebody has explained to the child why the plan is different." in repr(form)
    core.sends("Sam", form, promise("Tell Robin why", "jo", "9/3/2026"))
    action = core.plan().actions[-1]
    assert (action.what, action.closes, action.owner) == ("Tell Robin why", "ACC07", "jo")


def test_an_action_made_of_a_private_gap_is_for_those_who_may_see_the_gap(core: Core) -> None:
    core.answers("Priya", f"make {OAK} HLT02", promise("Book CAMHS", "sam", "9/3/2026"))
    core.now += timedelta(weeks=2)
    for who in ("Alex", "Morgan", "Jo"):
        for text in ("actions", "all", "people", "case", "sheet"):
            assert "CAMHS" not in words(core.says(who, f"{text} {OAK}" + " worker" * (text == "sheet")))
        assert core.says(who, f"done {OAK} a5").refused
    assert "CAMHS" in words(core.says("Sam", f"actions {OAK}"))
    assert "CAMHS" in words(core.says("Priya", f"actions {OAK}"))


@pytest.mark.parametrize("until", ["1/1/2100", "1/1/2026", ""])
def test_an_urgent_gap_is_waived_until_the_next_meeting_at_most(core: Core, until: str) -> None:
    form = core.opens("Morgan", f"waive {OAK} ACC06")
    typed = {"reason": "wrong time", "words": "Nan decides first", "until": until}
    assert core.sends("Morgan", form, typed).refused
    assert "ACC06" in repr(core.says("Morgan", f"all {OAK}"))
