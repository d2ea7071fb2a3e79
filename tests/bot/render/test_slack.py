"""Slack takes every document that we draw; nothing typed is lost, and nothing typed is formatting."""

import pytest
from hypothesis import HealthCheck, given, settings

from bot.messages.document import (
    Bullets,
    Button,
    Buttons,
    Document,
    Download,
    Heading,
    Meter,
    Pairs,
    Paragraph,
    Print,
    Quote,
    Row,
    Tone,
)
from bot.render.slack import FETCHES, PRINTS, messages
from tests.bot.render.slack_limits import check_message, shown, squeezed, texts_in
from tests.bot.render.strategies import NASTY, documents, words_of

SOME = settings(max_examples=40, suppress_health_check=list(HealthCheck))


def test_a_short_document_is_one_message() -> None:
    (blocks,) = messages(
        Document(
            "Gaps in OAK-417",
            (
                Paragraph("2 gaps."),
                Heading("Home"),
                Row("No address", "Closes when: agreed.", Tone.URGENT, "urgent", (Button("Why?", "why x"),)),
                Meter("Health", 1, 3, "1 of 3 answered"),
                Quote("I want to cook", "Robin"),
                Pairs((("Address agreed", "no"), ("Council area", "Leeds"))),
                Bullets(("one", "two")),
                Buttons((Button("Close", "finish x", main=True), Button("Back", "meet x"))),
            ),
        )
    )
    check_message(blocks)
    assert [block["type"] for block in blocks] == [
        *("header", "section", "header", "section", "section", "section", "section", "section", "actions")
    ]
    assert blocks[3]["text"]["text"] == "*Urgent · No address*\nCloses when: agreed."
    assert blocks[3]["accessory"]["value"] == "why x"
    assert blocks[-1]["elements"][0]["style"] == "primary"


@SOME
@given(documents)
def test_slack_takes_any_document(document: Document) -> None:
    for blocks in messages(document):
        check_message(blocks)


@SOME
@given(documents)
def test_no_text_of_a_document_is_lost(document: Document) -> None:
    drawn = shown(messages(document))
    for block in document.blocks:
        for words in words_of(block):
            assert squeezed(words) in drawn or squeezed(words) in drawn.replace("*", "")


def test_a_long_document_is_cut_between_rows_and_never_between_a_row_and_its_buttons() -> None:
    buttons = (Button("Why?", "why x"), Button("Make this an action", "make x"))
    rows = tuple(Row(f"Gap {number}", "detail", buttons=buttons) for number in range(60))
    drawn = messages(Document("Gaps", rows))
    assert len(drawn) > 1
    for blocks in drawn:
        check_message(blocks)
        assert [block["type"] for block in blocks if block["type"] != "header"] == ["section", "actions"] * (
            sum(block["type"] == "section" for block in blocks)
        )


def test_a_printable_page_is_a_button_of_its_own_kind() -> None:
    (blocks,) = messages(Document("Sheet", (Print("Open to print", "OAK-417", "adult:mum"),)))
    check_message(blocks)
    (button,) = blocks[-1]["elements"]
    assert (button["action_id"], button["value"]) == (PRINTS, "OAK-417 adult:mum html")


@pytest.mark.parametrize(("which", "value"), [("", "OAK-417"), ("next", "OAK-417 next")])
def test_a_calendar_file_is_a_button_of_its_own_kind(which: str, value: str) -> None:
    (blocks,) = messages(Document("Dates", (Download("As a file", "OAK-417", which),)))
    check_message(blocks)
    (button,) = blocks[-1]["elements"]
    assert (button["action_id"], button["value"]) == (FETCHES, value)


def test_a_heading_stays_with_what_follows_it() -> None:
    blocks = (*(Paragraph("x" * 2900) for _ in range(3)), Heading("Health"), Paragraph("y" * 2900))
    last = messages(Document("Plan", blocks))[-1]
    assert last[0]["text"]["text"] == "Health"


@pytest.mark.parametrize(
    "block",
    [
        Heading(NASTY),
        Paragraph(NASTY),
        Bullets((NASTY,)),
        Quote(NASTY, NASTY),
        Pairs(((NASTY, NASTY),)),
        Row(NASTY, "calm", buttons=(Button(NASTY, "why x"),)),
        Row("calm", NASTY),
        Meter(NASTY, 0, 1, NASTY),
    ],
)
def test_markup_in_an_answer_is_inert(block: object) -> None:
    drawn = messages(Document(NASTY, (block,)))  # type: ignore[arg-type]
    touched = [text for text in texts_in(drawn) if "<!channel>" in text["text"]]
    assert touched
    assert all(text["type"] == "plain_text" for text in touched)
