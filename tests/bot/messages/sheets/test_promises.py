"""Who does what by when, and on whose sheet it stands."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.sheets import child_sheet
from bot.render.text import document_text
from planning_rules.parts import Action, Progress
from tests.bot.messages.sheets.kept_from import ACTIONS
from tests.bot.messages.sheets.made import EMPTY, TODAY, every_sheet

SOON, PAST = date(2026, 4, 17), date(2026, 2, 20)
ACCEPTED = Progress.ACCEPTED


def action(owner: str, by: date | None, progress: Progress = Progress.OFFERED) -> Action:
    return Action("a", "X", owner, by, progress, "ETE01", for_child=True)


def said(*actions: Action) -> str:
    return document_text(child_sheet(replace(EMPTY, actions=actions), TODAY))


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (action("robin", SOON, ACCEPTED), "You will do this by Friday 17 April 2026."),
        (action("sam", SOON), "We have asked Sam to do this by Friday 17 April 2026."),
        (action("sam", None, ACCEPTED), "Sam will do this. We still need to agree a day."),
        (action("", SOON), "We still need to find someone to do this by Friday 17 April 2026."),
        (action("mum", PAST), "We asked Mum to do this by Friday 20 February 2026. Ask Sam about it."),
        (action("mum", PAST, ACCEPTED), "due by Friday 20 February 2026. Ask Sam if Mum has done it."),
        (action("sam", PAST, ACCEPTED), "Sam was going to do this by Friday 20 February 2026. Ask Sam"),
        (action("", PAST), "due by Friday 20 February 2026. We still need to find someone. Ask Sam."),
        (action("robin", PAST), "We asked you to do this by Friday 20 February 2026. If it is hard, ask Sam"),
        (action("robin", PAST, ACCEPTED), "You were going to do this by Friday 20 February 2026. If it is"),
    ],
)
def test_an_action_is_one_thing_one_person_one_date(action: Action, says: str) -> None:
    assert says in said(action)


def test_what_the_child_does_comes_before_what_others_do() -> None:
    text = said(action("sam", SOON), replace(action("robin", None), id="b", what="Y"))
    assert (
        text.index("What I will do")
        < text.index("• Y")
        < text.index("What others will do")
        < text.index("• X")
    )


def test_what_is_done_or_skipped_is_no_longer_promised() -> None:
    assert "• X" not in said(action("sam", SOON, Progress.DONE))


def test_the_child_reads_their_own_actions_and_those_that_a_worker_let_them_read() -> None:
    text = said(*ACTIONS)
    assert [action.id for action in ACTIONS if action.what in text] == ["a1", "a2", "a3", "a6"]


def test_what_somebody_finds_out_stands_on_no_sheet_whoever_does_it() -> None:
    for owner in ("robin", "mum", "sam"):
        finds = Action(
            "f", "Settle a disagreement", owner, SOON, ACCEPTED, "ETE01", finds_out="education.place"
        )
        plan = replace(EMPTY, actions=(finds,))
        assert not any("Settle" in document_text(sheet) for sheet in every_sheet(plan))


def test_what_a_barred_adult_took_on_stands_on_no_sheet() -> None:
    plan = replace(EMPTY, actions=(action("dad", SOON, ACCEPTED),))
    assert not any("Dad" in document_text(sheet) for sheet in every_sheet(plan))
