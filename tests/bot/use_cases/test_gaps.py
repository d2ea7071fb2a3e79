"""Gaps: listed, explained, made into actions, or said not to count."""

import re
from datetime import timedelta

import pytest

from bot.messages.document import Document, Row
from bot.messages.rulebook.rule_lines import measure
from bot.messages.rulebook.rules_markdown import rules_markdown
from planning_rules.gaps import RULES
from planning_rules.recommendations import answered
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise
from tests.bot.use_cases.test_cases import started

WAIVED = {"reason": "not ours", "words": "The council decides"}


def lines(core: Core, text: str, who: str = "Sam") -> list[Row]:
    (shown,) = core.says(who, text).shown
    assert isinstance(shown, Document)
    return [block for block in shown.blocks if isinstance(block, Row)]


@pytest.mark.parametrize("who", ["Sam", "Morgan", "Jo"])
def test_seven_lines_at_first_glance_the_rest_one_press_away_and_how_many(core: Core, who: str) -> None:
    few, every = lines(core, f"gaps {OAK}", who), lines(core, f"all {OAK}", who)
    assert few == every[:7]
    assert f"Button(label='Show all {len(every)}, {len(every) - 7} more', command='all {OAK}'" in repr(
        core.says(who, f"gaps {OAK}")
    )
    assert "more'" not in repr(core.says(who, f"all {OAK}"))


def test_each_line_says_who_could_close_it(core: Core) -> None:
    assert [line for line in lines(core, f"all {OAK}") if "Who can" not in line.detail] == []


def test_what_was_not_asked_fills_the_first_glance_where_there_are_few_gaps(core: Core) -> None:
    reference = started(core)
    few = lines(core, f"gaps {reference}")
    assert len(few) == 7
    assert "questions not asked" in few[-1].title
    assert few[-1].buttons[0].label == "Ask"
    assert "Not asked yet" in words(core.says("Sam", f"gaps {reference}"))


def test_the_urgent_come_first_and_then_what_comes_before_the_next_meeting(core: Core) -> None:
    assert [line.mark for line in lines(core, f"all {OAK}")][:5] == ["urgent", *["coming"] * 3, "gap"]


def test_what_is_coming_says_on_which_day_and_in_how_many(core: Core) -> None:
    def coming() -> str:
        return next(line.detail for line in lines(core, f"all {OAK}") if line.mark == "coming")

    assert coming().startswith("Becomes a gap on Saturday 4 April 2026. That is in 33 days. ")
    core.now += timedelta(days=32)
    assert coming().startswith("Becomes a gap on Saturday 4 April 2026. That is tomorrow. ")


def test_an_open_gap_that_will_be_urgent_says_when(core: Core) -> None:
    details = [line.detail for line in lines(core, f"all {OAK}", "Priya")]
    assert [one for one in details if "Becomes urgent on Saturday 16 May 2026. That is in 75 days." in one]


def test_every_gap_that_is_listed_has_a_reason_an_action_and_a_way_to_be_waived(core: Core) -> None:
    shown = repr(core.says("Morgan", f"all {OAK}"))
    for pressed in set(re.findall(rf"(?:why|make|waive) {OAK}[^']*", shown)):
        outcome = core.says("Morgan", pressed)
        assert not outcome.refused, pressed


def test_why_gives_the_answers_behind_it_and_the_source(core: Core) -> None:
    shown = words(core.says("Jo", f"why {OAK} acc07"))
    assert "What the child wants" in shown
    assert "What would close it" in shown
    assert "Joint thematic inspection of resettlement, 2015, paragraph 3.16" in shown


def test_why_says_what_the_rules_page_says(core: Core) -> None:
    """Sources with the share of cases, what it is measured by, which recommendations it answers."""
    page = rules_markdown()
    for code, who in (("HLT02", "Priya"), ("ACC07", "Jo"), ("ETE01", "Sam")):
        why, rule = words(core.says(who, f"why {OAK} {code}")), RULES[code]
        parts = [rule.why, rule.closes_when, rule.closed_by, *map(measure, rule.thresholds)]
        parts += [source.cited for source in rule.sources] + [one.subject for one in answered(rule)]
        assert [part for part in parts if part not in why or part not in page] == []
    assert "of some 30 children looked at in 2014" in words(core.says("Priya", f"why {OAK} HLT02"))


@pytest.mark.parametrize("name", ["why", "make", "waive"])
@pytest.mark.parametrize("code", ["ACC99", "ACC01", "HLT02", "ACC07 mum", "🙂", "%s"])
def test_a_gap_that_is_not_there_or_not_for_ones_eyes_is_one_answer(core: Core, name: str, code: str) -> None:
    outcome = core.says("Alex", f"{name} {OAK} {code}")
    assert f"There is no gap “{code.upper() if ' ' not in code else code}” here." in words(outcome)
    assert f"Type /dto gaps {OAK} to see what is missing." in words(outcome)


def test_a_waived_gap_is_gone_until_its_day_has_passed(core: Core) -> None:
    core.answers("Jo", f"waive {OAK} ACC07", {**WAIVED, "until": "9/3/2026"})
    for days, there in ((0, False), (7, False), (8, True)):
        core.now += timedelta(days=days)
        assert ("ACC07" in repr(core.says("Sam", f"all {OAK}"))) is there
        core.now -= timedelta(days=days)


def test_the_reason_of_a_waiver_is_kept_for_everybody_on_the_case(each_core: Core) -> None:
    each_core.answers("Jo", f"waive {OAK} ACC07", {**WAIVED, "until": ""})
    waiver = each_core.plan().waivers[-1]
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
