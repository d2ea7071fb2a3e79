"""Whatever signs somebody types, no chat reads them as bold, a link, a mention or an emoji."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import (
    Blank,
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Mark,
    Meter,
    Pairs,
    Paragraph,
    Pictured,
    Quote,
    Row,
    SentenceLine,
)
from bot.render import slack, teams
from tests.bot.render.slack_limits import texts_in
from tests.bot.render.teams_limits import objects_in

SIGNS = "*_~`<>&|@#!:/\\[](){}=-+'\".,%$^? \nabc"


def blocks_of(typed: str) -> tuple[Block, ...]:
    return (
        *(Heading(typed), Paragraph(typed), Bullets((typed,)), Pictured("home", typed), Quote(typed, typed)),
        *(Row(typed, "calm"), Row("calm", typed), Row(typed, typed, mark="late"), Pairs(((typed, typed),))),
        *(Meter(typed, 1, 2, typed), Buttons((Button(typed, "why x"),)), Blank(typed, (typed,), 1)),
        SentenceLine("A line", (Mark(0, typed),)),
    )


@pytest.fixture(scope="module", params=range(len(blocks_of("x"))))
def which(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@given(typed=st.text(SIGNS, min_size=1).filter(str.strip))
def test_slack_formats_nothing_that_somebody_typed(which: int, typed: str) -> None:
    for text in texts_in(slack.messages(Document(typed, (blocks_of(typed)[which],)))):
        if text["type"] == "mrkdwn":
            assert not set("_~`<>&") & set(text["text"])
            assert text["text"].startswith("*")
            assert text["text"].count("*") == 2


@given(typed=st.text(SIGNS, min_size=1).filter(str.strip))
def test_teams_formats_nothing_that_somebody_typed(which: int, typed: str) -> None:
    cards: list[Any] = list(teams.cards(Document(typed, (blocks_of(typed)[which],))))
    for one in objects_in(cards):
        if one.get("type") == "TextBlock":
            assert not set("\\`*_[]~<>&{}") & set(one["text"])
