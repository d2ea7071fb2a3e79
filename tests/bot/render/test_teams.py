"""Teams takes every document that we draw; nothing typed is lost, and nothing typed is formatting."""

from typing import Any

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
from bot.render.teams import FETCHES, PRINTS, SAYS, cards, in_a_dialog, opening_dialogs, sent
from tests.bot.render.strategies import NASTY, documents, words_of
from tests.bot.render.teams_limits import Json, check_card, objects_in, shown, squeezed

SOME = settings(max_examples=40, suppress_health_check=list(HealthCheck))
MARKDOWN = "**b** _i_ [q](https://x.test) <at>all</at> {{DATE(2026-04-17T09:00:00Z)}} \\* &amp;"


def one_card(*blocks: Any, title: str = "Gaps in OAK-417") -> Json:
    (card,) = cards(Document(title, blocks))
    check_card(card)
    return card


def pressed(card: Json) -> list[Json]:
    return [one for one in objects_in(card) if one["type"].startswith("Action.")]


@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.GOOD, Tone.WATCH])
def test_only_what_is_urgent_has_a_colour_since_the_others_are_too_pale_to_read(tone: Tone) -> None:
    assert "color" not in repr(one_card(Paragraph("Kept", tone), Row("A gap", "", tone, "gap")))


def test_a_short_document_is_one_card() -> None:
    card = one_card(
        Paragraph("2 gaps."),
        Heading("Home"),
        Row("No address", "Closes when: agreed.", Tone.URGENT, "urgent", (Button("Why?", "why x"),)),
        Meter("Health", 1, 3, "1 of 3 answered"),
        Quote("I want to cook", "Robin"),
        Pairs((("Address agreed", "no"), ("Council area", "Leeds"))),
        Bullets(("one", "two")),
        Buttons((Button("Close", "finish x", main=True), Button("Back", "meet x"))),
    )
    headings = [one["text"] for one in objects_in(card) if one["type"] == "TextBlock"]
    assert headings == ["Gaps in OAK-417", "Home"]
    texts, button = (column["items"] for column in card["body"][3]["columns"])
    assert texts[0]["inlines"] == [
        {"type": "TextRun", "text": "Urgent · No address", "weight": "Bolder", "color": "Attention"}
    ]
    assert button[0]["actions"][0]["data"] == {"verb": SAYS, "command": "why x"}
    assert [one["title"] for one in card["body"][-1]["actions"]] == ["Close", "Back"]
    assert [one.get("style") for one in card["body"][-1]["actions"]] == ["positive", None]


@SOME
@given(documents)
def test_teams_takes_any_document(document: Document) -> None:
    for card in cards(document):
        check_card(card)
        check_card(opening_dialogs(card))
        check_card(in_a_dialog(card))


@SOME
@given(documents)
def test_no_text_of_a_document_is_lost(document: Document) -> None:
    drawn = shown(cards(document))
    for block in document.blocks:
        for words in words_of(block):
            assert squeezed(words) in drawn


def test_a_long_document_is_cut_between_rows_and_never_between_a_row_and_its_buttons() -> None:
    ways = (Button("Why?", "why x"), Button("Make this an action", "make x"))
    drawn = cards(
        Document("Gaps", tuple(Row(f"Gap {number}", "detail", buttons=ways) for number in range(99)))
    )
    assert len(drawn) > 1
    for card in drawn:
        check_card(card)
        kinds = [block["type"] for block in card["body"] if block["type"] != "TextBlock"]
        assert kinds == ["RichTextBlock", "RichTextBlock", "ActionSet"] * (len(kinds) // 3)


def test_a_heading_stays_with_what_follows_it() -> None:
    blocks = (*(Paragraph("x" * 2900) for _ in range(8)), Heading("Health"), Paragraph("y" * 2900))
    last = cards(Document("Plan", blocks))[-1]
    assert last["body"][0]["text"] == "Health"


@pytest.mark.parametrize(
    "block",
    [
        Heading(MARKDOWN),
        Paragraph(MARKDOWN),
        Bullets((MARKDOWN,)),
        Quote(MARKDOWN, MARKDOWN),
        Pairs(((MARKDOWN, MARKDOWN),)),
        Row(MARKDOWN, "calm", buttons=(Button(MARKDOWN, "why x"),)),
        Row("calm", MARKDOWN),
        Meter(MARKDOWN, 0, 1, MARKDOWN),
    ],
)
@pytest.mark.parametrize("markup", [MARKDOWN, NASTY])
def test_markup_in_an_answer_is_inert_and_whole(block: Any, markup: str) -> None:
    card = one_card(block, title=markup)
    assert not [one for one in objects_in(card) if one["type"] == "TextBlock"]
    assert squeezed(markup) in shown(card)
    assert squeezed(MARKDOWN) in shown(card)


def test_every_line_of_an_answer_is_a_line() -> None:
    card = one_card(Paragraph("one\ntwo\n\nthree"))
    texts = [(block["inlines"][0]["text"], block.get("spacing")) for block in card["body"][1:]]
    assert texts == [("one", None), ("two", "None"), ("three", None)]


def test_labels_too_long_for_a_button_stand_above_it_in_full() -> None:
    label = "Make an action of this gap and of all the others like it"
    card = one_card(Buttons((Button(label, "make x"),)))
    assert card["body"][1]["inlines"][0]["text"] == label
    assert card["body"][2]["actions"][0]["title"].endswith("…")


def test_no_more_buttons_stand_in_a_row_than_are_shown() -> None:
    card = one_card(Buttons(tuple(Button("Go", f"go {number}") for number in range(20))))
    assert [one["data"]["command"] for one in pressed(card)] == [f"go {number}" for number in range(20)]


@pytest.mark.parametrize(
    ("block", "verb", "command"),
    [
        (Print("Open to print", "OAK-417", "adult:mum"), PRINTS, "OAK-417 adult:mum html"),
        (Download("As a file", "OAK-417"), FETCHES, "OAK-417"),
        (Download("As a file", "OAK-417", "next"), FETCHES, "OAK-417 next"),
        (Buttons((Button("Why?", "why OAK-417 ACC01"),)), SAYS, "why OAK-417 ACC01"),
    ],
)
def test_what_is_pressed_comes_back_as_it_was_drawn(block: Any, verb: str, command: str) -> None:
    (one,) = pressed(one_card(block))
    assert one["verb"] == verb
    read = sent(one["data"])
    assert read
    assert (read.verb, read.command, read.values) == (verb, command, {})


def test_the_buttons_of_a_card_can_open_dialogs_or_stand_in_one() -> None:
    card = one_card(Buttons((Button("Open Home", "step OAK-417 home"),)))
    (opening,), (inside,) = pressed(opening_dialogs(card)), pressed(in_a_dialog(card))
    assert opening["type"] == inside["type"] == "Action.Submit"
    assert opening["data"]["msteams"] == {"type": "task/fetch"}
    assert "msteams" not in inside["data"]
    assert sent(opening["data"]) == sent(inside["data"]) == sent(pressed(card)[0]["data"])


@pytest.mark.parametrize(
    "data",
    [
        None,
        "says",
        {},
        {"verb": "says"},
        {"command": "list"},
        {"verb": "says", "command": ["list"]},
        {"verb": "form", "command": "step OAK-417 home", "part": -1},
        {"verb": "form", "command": "step OAK-417 home", "asked": [7]},
        {"verb": "form", "command": "step OAK-417 home", "version": "new"},
    ],
)
def test_what_no_card_of_ours_sends_is_nothing(data: Any) -> None:
    assert sent(data) is None


def test_what_one_is_told_to_type_is_what_teams_lets_an_app_hear() -> None:
    drawn = str(one_card(Paragraph("Type /dto help."), Pairs((("/dto gaps OAK-417", "What is missing."),))))
    assert "/dto" not in drawn
    assert "Type @Day One help." in drawn
    assert "@Day One gaps OAK-417" in drawn
