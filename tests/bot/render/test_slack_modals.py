"""Slack takes every form that we draw, nothing that stands in it is lost, and it comes back as it was."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bot.messages.document import Button, Document, Paragraph, Row
from bot.messages.form import PRIVATE, Control, Field, Form
from bot.render.slack import PAGES, modals, opened, values_of
from tests.bot.render.slack_limits import Json, check_view, shown, squeezed
from tests.bot.render.strategies import forms

YES_NO = (("yes", "Yes"), ("no", "No"))
SOME = settings(max_examples=40, suppress_health_check=list(HealthCheck))


def one_view(*fields: Field, title: str = "Home") -> Json:
    (view,) = modals([Form(title, "step OAK-417 home", fields, version=3)])
    check_view(view)
    return view


def one_input(field: Field) -> Json:
    return one_view(field)["blocks"][-1]


@SOME
@given(forms)
def test_slack_takes_any_form(form: Form) -> None:
    for view in modals([form]):
        check_view(view)


@SOME
@given(forms)
def test_no_text_of_a_form_is_lost(form: Form) -> None:
    views = modals([form], "C1")
    drawn = shown(views) + squeezed(json.dumps(views, ensure_ascii=False))
    for field in form.shown:
        for words in (field.label, field.error):
            assert squeezed(words) in drawn


@pytest.mark.parametrize(
    ("control", "value", "kind"),
    [
        (Control.RADIO, "yes", "radio_buttons"),
        (Control.SELECT, "no", "static_select"),
        (Control.TICKS, "yes\nno", "checkboxes"),
        (Control.DATE, "2026-04-17", "datepicker"),
        (Control.LINE, "Leeds", "plain_text_input"),
        (Control.WORDS, "one\ntwo", "plain_text_input"),
        (Control.NUMBER, "12", "number_input"),
        (Control.MEMBER, "U0123", "users_select"),
    ],
)
def test_what_stands_in_a_field_comes_back_as_it_was(control: Control, value: str, kind: str) -> None:
    options = YES_NO if control in (Control.RADIO, Control.SELECT, Control.TICKS) else ()
    drawn = one_input(Field("home.x/mum#or", "Label", control, options, value))
    assert drawn["element"]["type"] == kind
    assert values_of(as_slack_sends(drawn)) == {"home.x/mum#or": value}


def as_slack_sends(drawn: Json) -> Json:
    element = drawn["element"]
    sent = {
        "radio_buttons": {"selected_option": element.get("initial_option")},
        "static_select": {"selected_option": element.get("initial_option")},
        "checkboxes": {"selected_options": element.get("initial_options", [])},
        "datepicker": {"selected_date": element.get("initial_date")},
        "users_select": {"selected_user": element.get("initial_user")},
        "number_input": {"value": element.get("initial_value")},
        "plain_text_input": {"value": element.get("initial_value")},
    }[element["type"]]
    return {"values": {drawn["block_id"]: {element["action_id"]: {"type": element["type"], **sent}}}}


@pytest.mark.parametrize("control", Control)
def test_an_empty_field_comes_back_empty(control: Control) -> None:
    drawn = one_input(Field("x", "Label", control, YES_NO))
    assert values_of(as_slack_sends(drawn)) == {"x": ""}


def test_eleven_options_are_a_list_and_a_hundred_and_one_are_groups() -> None:
    def drawn(control: Control, number: int) -> Json:
        options = tuple((f"k{n}", f"Option {n}") for n in range(number))
        element: Json = one_input(Field("x", "Label", control, options, "k0"))["element"]
        return element

    assert drawn(Control.RADIO, 11)["type"] == "static_select"
    assert drawn(Control.TICKS, 11)["type"] == "multi_static_select"
    assert [len(group["options"]) for group in drawn(Control.SELECT, 101)["option_groups"]] == [100, 1]


def test_long_options_are_numbered_and_stand_in_full_above() -> None:
    long = tuple((key, "The same long beginning of two different options " * 3 + key) for key in "ab")
    view = one_view(Field("x", "Label", Control.RADIO, long, "b"))
    assert [words + f"{key}" in shown(view) for key, words in long]
    assert view["blocks"][0]["text"]["text"] == "\n".join(
        f"{n}. {words}" for n, (_, words) in enumerate(long, 1)
    )
    assert view["blocks"][1]["element"]["initial_option"]["text"]["text"].startswith("2. The same")


def test_a_select_with_nobody_in_it_says_so() -> None:
    view = one_view(Field("x", "Who?", Control.SELECT))
    assert "nothing to choose from" in view["blocks"][0]["text"]["text"]
    assert "submit" not in view


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
    view = one_view(Field("x", "Label", control, value=value, error="Please look again."))
    assert squeezed(f"“{value}”") in shown(view)
    assert not any(name.startswith("initial") for name in view["blocks"][-1]["element"])


def test_only_what_is_called_for_is_drawn() -> None:
    who = Field("who", "Who?", Control.SELECT, (("sam", "Sam"),), only_if=("agreed", ("not known",)))
    agreed = Field("agreed", "Agreed?", Control.RADIO, (*YES_NO, ("not known", "Not known yet")))
    form = Form("Home", "step OAK-417 home", (agreed, who))
    (closed,) = modals([form])
    (open_,) = modals([form.filled({"agreed": "not known"})])
    assert [block["block_id"] for block in closed["blocks"]] == ["agreed"]
    assert [block["block_id"] for block in open_["blocks"]] == ["agreed", "who"]


@pytest.mark.parametrize("control", Control)
def test_what_is_picked_or_typed_is_sent_at_once(control: Control) -> None:
    options = YES_NO if control in (Control.RADIO, Control.SELECT, Control.TICKS) else ()
    assert one_input(Field("x", "Label", control, options))["dispatch_action"] is True


@pytest.mark.parametrize(
    ("title", "said_again"), [("School, training or work", False), ("School, training or a job", True)]
)
def test_a_title_stands_above_where_the_frame_cuts_it_short(title: str, said_again: bool) -> None:
    (view,) = modals([Document(title, (Paragraph("Words"),))])
    assert ([block["type"] for block in view["blocks"]] == ["header", "section"]) is said_again


def test_what_is_shown_together_stands_in_one_modal_in_order() -> None:
    saved = Document("Home: saved", (Paragraph("One gap is left"),))
    form = Form("Home", "step OAK-417 home", (Field("x", "X", Control.LINE),))
    (view,) = modals([saved, form])
    assert view["title"]["text"] == "Home"
    texts = shown(view)
    assert texts.index(squeezed("One gap")) < texts.index("X")
    assert opened(view).command == form.command


def test_what_is_too_long_to_read_at_once_has_a_button_to_the_next_page() -> None:
    rows = tuple(
        Row(f"Gap {number}", buttons=(Button("Why?", "why OAK-417 ACC01"),) * 2) for number in range(90)
    )
    views = modals([Document("Gaps", rows)], command="all OAK-417")
    assert len(views) == 2
    assert views[0]["blocks"][-1]["elements"][0]["action_id"] == PAGES
    assert views[0]["blocks"][-1]["elements"][0]["value"] == "1"
    assert opened(views[1]).command == "all OAK-417"
    for view in views:
        check_view(view)


def test_a_form_that_is_too_long_is_shown_without_what_stands_beside_it() -> None:
    fields = tuple(Field(f"x{number}", "X", Control.LINE) for number in range(120))
    views = modals(
        [Document("Home: known", (Paragraph("Known"),)), Form("Home", "step OAK-417 home", fields)]
    )
    assert [view["submit"]["text"] for view in views] == ["Go on", "Save"]
    assert not any("Known" in shown(view) for view in views)


def test_the_ways_on_from_a_form_are_buttons_in_it() -> None:
    form = Form("Home", "new", (Field("x", "X", Control.LINE),), ways=(Button("Start afresh", "afresh new"),))
    (view,) = modals([form])
    assert view["blocks"][0]["elements"][0]["value"] == "afresh new"


def test_a_modal_brings_back_what_it_was_opened_with() -> None:
    (view,) = modals([Form("Home", "step OAK-417 home", (Field("x", "X", Control.LINE),), version=7)], "C123")
    was = opened(view)
    assert (was.command, was.version, was.place, was.part, was.parts) == (
        "step OAK-417 home",
        7,
        "C123",
        0,
        1,
    )


def test_a_newer_version_of_a_form_does_not_show_what_was_typed_into_the_older() -> None:
    form = Form("Home", "step OAK-417 home", (Field("x", "X", Control.LINE),), version=7)
    ids = [
        modals([replace(form, version=version)])[0]["blocks"][0]["element"]["action_id"] for version in (7, 8)
    ]
    assert ids[0] != ids[1]


def test_a_form_too_long_for_one_modal_takes_two_and_asks_everything_once() -> None:
    fields = tuple(
        Field(f"f{n}", f"Question {n}", Control.LINE, help="Help", error="Wrong.") for n in range(70)
    )
    views = modals([Form("A title that is longer than Slack allows", "step OAK-417 home", fields)])
    for view in views:
        check_view(view)
    asked = [block["block_id"] for view in views for block in view["blocks"] if block["type"] == "input"]
    assert asked == [field.name for field in fields]
    assert [view["title"]["text"][-4:] for view in views] == [" 1/2", " 2/2"]
    assert [opened(view).part for view in views] == [0, 1]
    assert "A title that is longer than Slack allows" in views[0]["blocks"][0]["text"]["text"]


def test_a_private_form_says_that_it_is_private() -> None:
    form = Form("Health", "private OAK-417 health", (Field("x", "X", Control.LINE),), private=True)
    assert modals([form])[0]["blocks"][0]["text"]["text"] == PRIVATE
