"""Teams takes every form that we draw, nothing that stands in it is lost, and it comes back as it was."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.messages.document import Button, Document, Paragraph, Row
from bot.messages.form import PRIVATE, Control, Field, Form
from bot.render.teams import (
    FORM,
    PAGES,
    REDRAWS,
    Sent,
    asked_in,
    in_a_dialog,
    screens,
    sent,
    values_of,
)
from bot.render.teams.actions import action
from tests.bot.render.strategies import forms
from tests.bot.render.teams_limits import Json, check_card, objects_in, shown, squeezed

YES_NO = (("yes", "Yes"), ("no", "No"))
PICKED = (Control.RADIO, Control.SELECT, Control.TICKS)
PLACE = "teams:0f1e2d3c-tenant:19:abc@thread.tacv2"
SOME = settings(max_examples=40, suppress_health_check=list(HealthCheck))


def one_screen(*fields: Field, title: str = "Home", **more: Any) -> Json:
    (card,) = screens([Form(title, "step OAK-417 home", fields, version=3, **more)])
    check_card(card)
    return card


def inputs(card: Json) -> list[Json]:
    return [one for one in objects_in(card) if one["type"].startswith("Input.")]


def actions(card: Json) -> dict[str, Json]:
    return {one["verb"]: one for one in objects_in(card) if one["type"] == "Action.Execute"}


def as_teams_sends(card: Json, verb: str = FORM, **typed: str) -> Json:
    """The data of a press: what is empty is left out."""
    stands = {one["id"]: str(one["value"]) for one in inputs(card) if "value" in one}
    return {**actions(card)[verb]["data"], **stands, **typed}


def came_back(card: Json, verb: str = FORM, **typed: str) -> Sent:
    read = sent(json.loads(json.dumps(as_teams_sends(card, verb, **typed))))
    assert read
    return read


def read_through(card: Json) -> list[Json]:
    """Its blocks without what ends each part of a form, where a long text may go on in the next."""
    body: list[Json] = card["body"][:-1]
    ends = (at for at, block in enumerate(body) if shown(block).startswith("Thisisnotsavedyet"))
    return body[: next(ends, len(body))]


@SOME
@given(forms)
def test_teams_takes_any_form(form: Form) -> None:
    for card in screens([form], PLACE):
        check_card(card)
        check_card(in_a_dialog(card))


@SOME
@given(forms)
def test_no_text_of_a_form_is_lost(form: Form) -> None:
    drawn = shown([read_through(card) for card in screens([form], PLACE)])
    for field in form.shown:
        for words in (field.label, field.help, field.error):
            assert squeezed(words) in drawn
        if field.control not in (*PICKED, Control.MEMBER):
            assert squeezed(field.value) in drawn


@SOME
@given(forms)
def test_whatever_stands_in_a_form_comes_back_as_it_was(form: Form) -> None:
    for card in screens([form]):
        back = came_back(card).values
        for field in form.shown:
            if field.name in asked_in(card) and field.control in (Control.LINE, Control.WORDS):
                assert back[field.name] in (field.value, "")


@pytest.mark.parametrize(
    ("control", "value", "kind"),
    [
        (Control.RADIO, "yes", "Input.ChoiceSet"),
        (Control.SELECT, "no", "Input.ChoiceSet"),
        (Control.TICKS, "yes\nno", "Input.ChoiceSet"),
        (Control.DATE, "2026-04-17", "Input.Date"),
        (Control.LINE, "Leeds, West", "Input.Text"),
        (Control.WORDS, "one,\ntwo", "Input.Text"),
        (Control.NUMBER, "12", "Input.Number"),
        (Control.MEMBER, "29f3e9a1-aad", "Input.ChoiceSet"),
    ],
)
def test_what_stands_in_a_field_comes_back_as_it_was(control: Control, value: str, kind: str) -> None:
    options = YES_NO if control in PICKED else ()
    card = one_screen(Field("home.x/mum#or", "Label", control, options, value))
    assert asked_in(card) == {"home.x/mum#or": kind}
    assert came_back(card).values == {"home.x/mum#or": value}


@pytest.mark.parametrize("control", Control)
def test_an_empty_field_comes_back_empty(control: Control) -> None:
    assert came_back(one_screen(Field("x", "Label", control, YES_NO))).values == {"x": ""}


@pytest.mark.parametrize(
    ("arrived", "value"), [(12, "12"), (12.0, "12"), ("12", "12"), (None, ""), ([1], "")]
)
def test_a_number_is_read_however_a_client_sends_it(arrived: object, value: str) -> None:
    assert values_of({"asked": ["number:x"], "number:x": arrived}) == {"x": value}


def test_a_field_that_was_not_asked_is_not_read() -> None:
    card = one_screen(Field("x", "Label", Control.LINE))
    assert came_back(card, **{"line:y": "slipped in", "y": "too"}).values == {"x": ""}


def test_a_choice_from_a_list_can_be_taken_back() -> None:
    card = one_screen(Field("x", "Label", Control.SELECT, YES_NO, "yes"))
    first = inputs(card)[0]["choices"][0]
    assert came_back(card, **{"select:x": first["value"]}).values == {"x": ""}


def test_ten_options_are_seen_at_once_and_eleven_are_a_list() -> None:
    def style(control: Control, number: int) -> str:
        options = tuple((f"k{n}", f"Option {n}") for n in range(number))
        return str(inputs(one_screen(Field("x", "Label", control, options, "k0")))[0]["style"])

    assert [style(Control.RADIO, 10), style(Control.RADIO, 11)] == ["expanded", "compact"]
    assert [style(Control.TICKS, 10), style(Control.TICKS, 11)] == ["expanded", "compact"]
    assert style(Control.SELECT, 2) == "compact"


def test_long_options_are_numbered_and_stand_in_full_above() -> None:
    long = tuple((key, "The same long beginning of two different options " * 4 + key) for key in "ab")
    card = one_screen(Field("x", "Label", Control.RADIO, long, "b"))
    for _, words in long:
        assert squeezed(words) in shown(card["body"][:3])
    assert inputs(card)[0]["choices"][1]["title"].startswith("(2) The same")


def test_no_label_or_option_hides_a_link_or_stands_for_a_date() -> None:
    words = "[Confirm](https://evil.example) {{DATE(2020-01-01T00:00:00Z,SHORT)}}"
    card = one_screen(Field("x", words, Control.RADIO, (("a", words),)))
    (asked,) = inputs(card)
    for drawn in (asked["label"], asked["choices"][0]["title"], action(words, "says", "x")["title"]):
        assert "](" not in drawn
        assert "{{" not in drawn
        assert drawn.startswith("[Confirm]")


def test_a_person_is_picked_from_the_directory_or_from_those_whom_the_chat_gives() -> None:
    directory = inputs(one_screen(Field("x", "Who?", Control.MEMBER)))[0]
    given_ = inputs(one_screen(Field("x", "Who?", Control.MEMBER, (("1", "Sam"),))))[0]
    assert directory["choices.data"] == {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    assert [choice["title"] for choice in given_["choices"]] == ["Please choose", "Sam"]


def test_a_select_with_nobody_in_it_says_so() -> None:
    card = one_screen(Field("x", "Who?", Control.SELECT))
    assert "nothingtochoosefrom" in shown(card)
    assert inputs(card) == []


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (Control.DATE, "3/4/26"),
        (Control.DATE, "2026-02-30"),
        (Control.DATE, "20260417"),
        (Control.NUMBER, "twelve"),
        (Control.NUMBER, "²"),
        (Control.WORDS, "x" * 20_000),
        (Control.LINE, "one\ntwo"),
    ],
)
def test_what_a_control_cannot_show_stands_above_it(control: Control, value: str) -> None:
    card = one_screen(Field("x", "Label", control, value=value, error="Please look again."))
    assert squeezed(f"“{value}”") in shown(card)
    assert "value" not in inputs(card)[0]


def test_what_is_wrong_stands_in_red_above_its_field_and_is_named_beside_the_button() -> None:
    why = Field("x#why", "Why not?", Control.LINE, error="Please say why not.")
    card = one_screen(Field("x", "Address agreed?", Control.RADIO, YES_NO), why)
    kinds = [block["type"] for block in card["body"]]
    at = kinds.index("Input.Text")
    assert card["body"][at - 1]["inlines"][0] == {
        "type": "TextRun",
        "text": "‼ Please say why not.",
        "color": "Attention",
    }
    assert card["body"][-1]["type"] == "ActionSet"
    assert card["body"][-2]["inlines"][0]["text"] == "• Address agreed?"


def test_only_what_is_called_for_is_drawn_and_the_rest_can_be_asked_for() -> None:
    who = Field("who", "Who?", Control.SELECT, (("sam", "Sam"),), only_if=("agreed", ("not known",)))
    agreed = Field("agreed", "Agreed?", Control.RADIO, (*YES_NO, ("not known", "Not known yet")))
    form = Form("Home", "step OAK-417 home", (agreed, who), version=3)
    (closed,) = screens([form])
    (open_,) = screens([form.filled({"agreed": "not known"})])
    assert list(asked_in(closed)) == ["agreed"]
    assert list(asked_in(open_)) == ["agreed", "who"]
    asks = came_back(closed, REDRAWS, **{"radio:agreed": "not known"})
    assert (asks.command, asks.version, asks.values) == (form.command, 3, {"agreed": "not known"})


def test_a_form_in_which_no_question_follows_has_no_button_for_it() -> None:
    assert list(actions(one_screen(Field("x", "Label", Control.LINE)))) == [FORM]


def test_what_is_shown_together_stands_on_one_card_in_order_with_save_at_the_end_of_the_form() -> None:
    known = Document("Home: known already", (Paragraph("Address: Leeds"),))
    form = Form("Home", "step OAK-417 home", (Field("x", "Question", Control.LINE),))
    (card,) = screens([form, known])
    check_card(card)
    texts = shown(card)
    assert texts.index("Question") < texts.index("Save") < texts.index("knownalready")


def test_what_is_too_long_to_read_at_once_has_a_button_to_the_next_page() -> None:
    ways = (Button("Why?", "why OAK-417 ACC01"),) * 2
    rows = tuple(Row(f"Gap {number}", buttons=ways) for number in range(70))
    pages = screens([Document("Gaps", rows)], command="all OAK-417")
    assert len(pages) == 2
    for card in pages:
        check_card(card)
    first = sent(actions(pages[0])[PAGES]["data"])
    assert first
    assert (first.command, first.part) == ("all OAK-417", 1)
    assert PAGES not in actions(pages[1])


def test_the_ways_on_from_a_form_are_buttons_that_bring_nothing_typed() -> None:
    card = one_screen(Field("x", "X", Control.LINE), ways=(Button("Start afresh", "afresh new"),))
    assert actions(card)["says"]["associatedInputs"] == "none"
    assert actions(card)["says"]["data"]["command"] == "afresh new"


def test_a_card_brings_back_what_it_was_opened_with() -> None:
    fields = (Field("x", "X", Control.LINE),)
    ways = (Button("Start afresh", "afresh new"),)
    (card,) = screens([Form("Home", "new", fields, version=7, ways=ways)], PLACE)
    was = came_back(card)
    assert (was.command, was.version, was.place, was.part, was.parts) == ("new", 7, PLACE, 0, 1)
    assert came_back(card, "says").place == PLACE


def test_a_form_too_long_for_one_card_takes_two_and_asks_everything_once() -> None:
    fields = tuple(
        Field(f"f{n}", f"Question {n}", Control.LINE, help="Help", error="Wrong.") for n in range(60)
    )
    known = Document("Home: known", (Paragraph("Known"),))
    drawn = screens([known, Form("Home", "step OAK-417 home", fields)])
    for card in drawn:
        check_card(card)
    assert len(drawn) == 2
    assert [name for card in drawn for name in asked_in(card)] == [field.name for field in fields]
    assert [actions(card)[FORM]["title"] for card in drawn] == ["Go on", "Save"]
    assert [(came_back(card).part, came_back(card).parts) for card in drawn] == [(0, 2), (1, 2)]
    assert not any("Known" in shown(card) for card in drawn)


def test_a_private_form_says_that_it_is_private() -> None:
    card = one_screen(Field("x", "X", Control.LINE), title="Health", private=True)
    assert card["body"][1]["inlines"][0]["text"] == PRIVATE
