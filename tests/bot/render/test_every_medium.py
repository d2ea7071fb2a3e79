"""Every block and every control that there is can be drawn in every medium, and says there what it says."""

from collections.abc import Callable, Mapping
from typing import get_args

import pytest

from bot.messages.document import (
    Bar,
    Bars,
    Blank,
    Block,
    Bullets,
    Button,
    Buttons,
    Counts,
    Document,
    Download,
    Heading,
    HeatMap,
    Mark,
    Meter,
    Pairs,
    Paragraph,
    Pictured,
    Print,
    Quote,
    Row,
    SentenceLine,
)
from bot.messages.form import Control, Field, Form
from bot.render import slack, teams
from bot.render.html import render_document, render_form
from bot.render.text import document_text, form_text
from tests.bot.every_medium import drawn_everywhere
from tests.bot.render import slack_limits, teams_limits

WHY = Button("Why?", "why x")
BLOCKS: tuple[tuple[Block, tuple[str, ...]], ...] = (
    (Heading("Home"), ("Home",)),
    (Paragraph("No address"), ("No address",)),
    (Bullets(("one thing", "another")), ("one thing", "another")),
    (Pictured("bus", "The way home"), ("The way home",)),
    (Pairs((("Council", "Leeds"),)), ("Council", "Leeds")),
    (Quote("I want to cook", "Robin"), ("I want to cook", "Robin")),
    (Row("No address", "when agreed", mark="urgent", buttons=(WHY,)), ("No address", "when agreed", "Why?")),
    (Meter("Health", 1, 3, "1 of 3", buttons=(WHY,)), ("Health", "1 of 3", "Why?")),
    (Buttons((WHY,)), ("Why?",)),
    (Print("To print", "OAK-417", "child"), ("To print",)),
    (Download("As a file", "OAK-417"), ("As a file",)),
    (SentenceLine("A line", (Mark(0, "2 March: today"),)), ("2 March: today",)),
    (HeatMap("Gaps", ("week 1",), (Counts("Home", (3,)),)), ("Gaps", "week 1", "Home", "3")),
    (Bars("In six months", (Bar("At home", 12, 20, "12 of 20"),)), ("In six months", "At home", "12 of 20")),
    (Blank("Who is here?", ("Mum", "Sam"), 2, help="Tick"), ("Who is here?", "Mum", "Sam", "Tick")),
)
DOCUMENTS: Mapping[str, Callable[[Document], str]] = {
    "text": document_text,
    "html": lambda shown: render_document(shown, press="press", prints=lambda block: "/sheet"),
    "slack": lambda shown: slack_limits.shown(slack.messages(shown)),
    "teams": lambda shown: teams_limits.shown(teams.cards(shown)),
}
FORMS: Mapping[str, Callable[[Form], str]] = {
    "text": form_text,
    "html": lambda shown: render_form(shown, action="/fill"),
    "slack": lambda shown: slack_limits.shown(slack.modals([shown])),
    "teams": lambda shown: teams_limits.shown(teams.screens([shown])),
}
# On paper nothing can be pressed.
PRESSED = {"Why?", "To print", "As a file"}


def test_each_block_that_there_is_has_an_example() -> None:
    assert {type(block) for block, _ in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("medium", DOCUMENTS)
@pytest.mark.parametrize(("block", "words"), BLOCKS, ids=lambda one: type(one).__name__)
def test_each_block_says_in_each_medium_what_it_says(
    block: Block, words: tuple[str, ...], medium: str
) -> None:
    document = Document("Title", (block,))
    drawn_everywhere(document)
    drawn = teams_limits.squeezed(DOCUMENTS[medium](document))
    for said in words:
        assert teams_limits.squeezed(said) in drawn or (medium == "text" and said in PRESSED)


@pytest.mark.parametrize("medium", FORMS)
@pytest.mark.parametrize("control", Control)
def test_each_control_asks_in_each_medium_what_it_asks(control: Control, medium: str) -> None:
    options = (("yes", "Agreed"), ("no", "Refused"))
    form = Form("Title", "step x", (Field("x", "Is it so?", control, options, help="Look", error="Wrong"),))
    drawn_everywhere(form)
    drawn = teams_limits.squeezed(FORMS[medium](form))
    chosen = ("Agreed", "Refused") if control in (Control.RADIO, Control.SELECT, Control.TICKS) else ()
    for said in ("Is it so?", "Look", "Wrong", *chosen):
        assert teams_limits.squeezed(said) in drawn
