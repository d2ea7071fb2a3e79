"""Documents and forms as HTML."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Tone,
)
from bot.messages.form import Control, Field, Form
from bot.render import icons
from bot.render.html import SHEET_STYLE, page, render_document, render_form
from bot.render.html.environment import TEMPLATES

PICTURES = ["home", "school", "heart", "door", "users", "calendar", "lifebuoy", "child"]
PICTURES += ["quote", "check", "phone", "list"]
OPTIONS = (("yes", "Yes"), ("not known", "Not known yet"))


class Read(HTMLParser):
    """What a browser makes of HTML: elements with their attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str, **having: str) -> list[dict[str, str]]:
        return [a for t, a in self.elements if t == tag and having.items() <= a.items()]

    @property
    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.elements if "id" in a]

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, sorted(attributes)) for tag, attributes in self.elements]


def drawn(*blocks: Block, press: str = "press") -> Read:
    def address(block: Print | Download) -> str:
        return f"/{block.reference}/{block.reader if isinstance(block, Print) else block.which}"

    return Read(render_document(Document("A title", blocks), press=press, prints=address))


def asked(*fields: Field, **more: Any) -> Read:
    return Read(render_form(Form("Home", "step OAK-417 home", fields, **more), change="/change"))


# Documents


@pytest.mark.parametrize("kind", get_args(Block))
def test_every_kind_of_block_has_a_template(kind: type) -> None:
    assert (TEMPLATES / f"{kind.__name__.lower()}.html").exists()


@pytest.mark.parametrize("control", Control)
def test_every_control_has_a_template(control: Control) -> None:
    assert (TEMPLATES / "controls" / f"{control}.html").exists()


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (Heading("Where I will live", "home"), "Where I will live"),
        (Paragraph("You will live with your family."), "You will live with your family."),
        (Bullets(("One", "Two")), "Two"),
        (Pairs((("Address agreed", "yes"),)), "Address agreed"),
        (Quote("I want to go home.", "Your words"), "“I want to go home.”"),
        (Row("No address is agreed.", "Closes when one is."), "Closes when one is."),
        (Meter("Home", 3, 9, "3 of 9 answered"), "3 of 9 answered"),
        (Buttons((Button("Gaps", "gaps OAK-417"),)), "Gaps"),
        (Print("Open as a page", "OAK-417", "child"), "Open as a page"),
        (Download("Next meeting", "OAK-417", "next"), "Next meeting"),
        (SentenceLine("A line", (Mark(0, "5 January: sentenced"),)), "5 January: sentenced"),
        (HeatMap("Gaps", ("week 1",), (Counts("Home", (3,)),)), "week 1"),
        (Bars("In six months", (Bar("At home", 12, 20, "12 of 20"),)), "12 of 20"),
        (Blank("Who is here?", ("Mum", "Sam"), 2), "Mum"),
    ],
)
def test_a_block_says_what_it_holds(block: Block, says: str) -> None:
    assert says in drawn(block).words


@pytest.mark.parametrize("tone", [Tone.GOOD, Tone.WATCH, Tone.URGENT])
@pytest.mark.parametrize("toned", [Paragraph("x"), Row("x"), Meter("x", 1, 2, "x")])
def test_a_tone_has_a_mark_and_a_word_besides_its_colour(tone: Tone, toned: Any) -> None:
    read = drawn(replace(toned, tone=tone))
    assert tone.capitalize() in read.words
    assert read.all("svg")


def test_rows_that_follow_each_other_are_one_list() -> None:
    read = drawn(Row("a"), Row("b"), Paragraph("c"), Row("d"))
    assert len(read.all("ul")) == 2
    assert len(read.all("li")) == 3


def test_a_button_sends_its_command_with_the_form_that_it_names() -> None:
    (button,) = drawn(Buttons((Button("Gaps", "gaps OAK-417", main=True),))).all("button")
    assert (button["form"], button["name"], button["value"]) == ("press", "text", "gaps OAK-417")
    assert "main" in button["class"]


def test_buttons_of_several_rows_can_be_told_apart_by_ear() -> None:
    row = Row("No address is agreed.", buttons=(Button("Why?", "why OAK-417 ACC01"),))
    assert "Why? – No address is agreed." in drawn(row).words


def test_a_button_does_not_show_again_what_stands_beside_it() -> None:
    html = render_document(
        Document("x", (Meter("Home", 1, 2, "x", buttons=(Button("Open Home", "step"),)),)), press="p"
    )
    assert 'Open<span class="unseen"> Home</span>' in html


def test_paper_has_no_buttons_and_no_links() -> None:
    blocks = (Buttons((Button("Gaps", "gaps"),)), Row("a", buttons=(Button("b", "c"),)), Print("d", "e", "f"))
    read = Read(page(Document("My plan", blocks)))
    assert not read.all("button") + read.all("a")


def test_a_meter_with_nothing_to_ask_is_drawn() -> None:
    (bar,) = drawn(Meter("Home", 0, 0, "Nothing to ask")).all("progress")
    assert bar["max"] == "1"


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_of_the_steps_exist_and_are_silent(name: str) -> None:
    assert name in icons.NAMES
    (picture,) = drawn(Heading("x", name)).all("svg")
    assert picture["aria-hidden"] == "true"


def test_a_picture_that_does_not_exist_is_left_out() -> None:
    assert not drawn(Heading("x", "../home")).all("svg")


# One page by itself


def test_a_page_says_its_language_and_title_and_asks_for_nothing_else() -> None:
    read = Read(page(Document("My plan", (Heading("x", "home"),), language="cy")))
    assert read.all("html", lang="cy")
    assert "My plan" in read.words
    assert [a for _, a in read.elements if "src" in a] == []
    assert [a["href"] for _, a in read.elements if "href" in a] == ["data:,"]
    assert not re.search(r"url\(|@import|https?:", SHEET_STYLE)


def test_a_page_is_set_as_clear_print() -> None:
    for rule in ("font-size: 14pt", "line-height: 1.5", "text-align: left", "hyphens: none"):
        assert rule in SHEET_STYLE


def test_nothing_on_a_page_is_coloured() -> None:
    _, _, sheet = SHEET_STYLE.partition("For paper first")
    colours = re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", sheet)
    assert colours
    assert all(red == green == blue for red, green, blue in colours)


# Forms


@pytest.mark.parametrize("control", Control)
def test_every_control_has_a_name_for_the_ear(control: Control) -> None:
    read = asked(Field("home.address_agreed/mum", "Is an address agreed?", control, OPTIONS))
    labels = {a.get("for") for a in read.all("label")}
    typed = [a for tag, a in read.elements if tag in ("input", "select", "textarea") and "id" in a]
    assert typed
    assert all(a["id"] in labels or a["type"] in ("radio", "checkbox") for a in typed)
    assert read.all("legend") or labels
    assert {a["name"] for a in typed} == {"home.address_agreed/mum"}


@pytest.mark.parametrize("control", Control)
def test_a_problem_stands_beside_its_field_and_above_the_form_with_a_link(control: Control) -> None:
    read = asked(Field("a", "By when?", control, OPTIONS, help="Some help", error="No such day."))
    (link,) = [a for a in read.all("a") if a["href"].startswith("#")]
    assert link["href"][1:] in read.ids
    assert read.words.count("No such day.") == 2
    described = [a["aria-describedby"].split() for _, a in read.elements if "aria-describedby" in a]
    assert described
    assert all(id in read.ids for ids in described for id in ids)


@pytest.mark.parametrize("typed", ["31/2/2026", "soon", "2026-02-31", "4/13/26", "20260417"])
def test_a_date_that_cannot_be_read_comes_back_as_typed(typed: str) -> None:
    assert asked(Field("a", "By when?", Control.DATE, value=typed)).all("input", type="text", value=typed)


def test_a_date_that_is_kept_is_shown_day_first() -> None:
    read = asked(Field("a", "By when?", Control.DATE, value="2026-04-17"))
    assert read.all("input", type="text", value="17/4/2026")


@pytest.mark.parametrize("control", [Control.LINE, Control.WORDS, Control.NUMBER, Control.DATE])
def test_no_control_cuts_off_what_is_pasted(control: Control) -> None:
    read = asked(Field("a", "b", control, value="x" * 400, longest=300, required=True))
    assert not [a for _, a in read.elements if "maxlength" in a or "required" in a]
    assert not [a for _, a in read.elements if a.get("type") in ("number", "date")]


def test_words_keep_their_lines() -> None:
    html = render_form(Form("x", "x", (Field("a", "b", Control.WORDS, value="\n one\n\ntwo\n"),)))
    assert ">\n\n one\n\ntwo\n</textarea>" in html


@pytest.mark.parametrize("control", [Control.RADIO, Control.TICKS])
def test_a_field_with_nothing_ticked_still_sends_its_name(control: Control) -> None:
    assert asked(Field("a", "b", control, OPTIONS)).all("input", type="hidden", name="a", value="")


def test_what_is_ticked_stays_ticked() -> None:
    read = asked(Field("a", "b", Control.TICKS, (*OPTIONS, ("no", "No")), value="yes\nno"))
    assert [a["value"] for a in read.all("input") if "checked" in a] == ["yes", "no"]


def test_a_private_form_says_so() -> None:
    assert "Private" in asked(private=True).words


def test_a_section_has_its_heading_once() -> None:
    sections = [Field(name, name, Control.LINE, section="Whose word") for name in "ab"]
    assert asked(*sections).words.count("Whose word") == 1


def test_a_follow_up_is_opened_by_the_answers_that_call_for_it() -> None:
    read = asked(
        Field("a", "Agreed?", Control.RADIO, OPTIONS),
        Field("a#who", "Who?", Control.SELECT, OPTIONS, only_if=("a", ("not known",))),
        Field("a#by", "When?", Control.DATE, only_if=("a#who", ("yes",))),
    )
    classes = {a["value"]: a["class"] for a in read.all("input", type="radio")}
    assert classes == {"yes": "", "not known": "opens-1"}
    waits = [a["class"].split()[-2:] for a in read.all("div") if "follows" in a.get("class", "")]
    assert waits == [["follows", "when-1"], ["when-2", "when-1"]]


def test_a_follow_up_with_a_problem_is_always_shown() -> None:
    agreed = Field("a", "Agreed?", Control.RADIO, OPTIONS)
    read = asked(agreed, Field("b", "Who?", Control.LINE, error="Who?", only_if=("a", ("not known",))))
    assert not [a for a in read.all("div") if "follows" in a.get("class", "")]


def test_a_follow_up_of_what_is_typed_is_always_shown() -> None:
    read = asked(Field("a", "b", Control.LINE), Field("c", "d", Control.LINE, only_if=("a", ("x",))))
    assert not [a for a in read.all("div") if "follows" in a.get("class", "")]


def test_only_a_form_that_redraws_offers_the_questions_that_follow() -> None:
    field = Field("a", "b", Control.RADIO, OPTIONS)
    assert not asked(field).all("button", formaction="/change")
    assert asked(replace(field, redraws=True)).all("button", formaction="/change")


# Whatever is typed

NASTY = [
    "<script>alert(1)</script>",
    '" onfocus="alert(1)',
    "</textarea><b>",
    "{{ 7*7 }}",
    "<!channel>",
    "&lt;",
]
TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=9))
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
TWO = st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple)
TONE = st.sampled_from(Tone)
BUTTONS = st.lists(st.builds(Button, TEXT, TEXT, st.booleans()), max_size=2).map(tuple)
COUNT = st.integers(0, 99)
BLOCKS = st.one_of(
    st.builds(Heading, TEXT, st.sampled_from(["", "home", "none such"])),
    st.builds(Paragraph, TEXT, TONE),
    st.builds(Bullets, TEXTS),
    st.builds(Pairs, TWO),
    st.builds(Quote, TEXT, TEXT),
    st.builds(Pictured, TEXT, TEXT),
    st.builds(Blank, TEXT, TEXTS, st.integers(0, 3), st.booleans(), TEXT),
    st.builds(Row, TEXT, TEXT, TONE, TEXT, BUTTONS),
    st.builds(Meter, TEXT, COUNT, COUNT, TEXT, TONE, st.just("home"), BUTTONS),
    st.builds(Buttons, BUTTONS),
    st.builds(Print, TEXT, TEXT, TEXT),
    st.builds(Download, TEXT, TEXT, TEXT),
    st.builds(SentenceLine, TEXT, st.lists(st.builds(Mark, COUNT, TEXT, TEXT), max_size=3).map(tuple)),
)
DOCUMENTS = st.builds(Document, TEXT, st.lists(BLOCKS, max_size=4).map(tuple), TEXT)
NAMES = st.one_of(TEXT, st.sampled_from(["home.a", "home/a", "home-a", "home.a#who"]))
FIELDS = st.builds(
    Field,
    NAMES,
    TEXT,
    st.sampled_from(Control),
    TWO,
    TEXT,
    TEXT,
    TEXT,
    COUNT,
    st.booleans(),
    st.booleans(),
    st.one_of(st.none(), st.tuples(NAMES, TEXTS)),
    TEXT,
)
FORMS = st.builds(Form, TEXT, TEXT, st.lists(FIELDS, max_size=5).map(tuple), TEXT, TEXT, COUNT, st.booleans())
MARKUP = {ord(sign): chr(0xE000 + at) for at, sign in enumerate("<>&\"'{}/!=#")}


def without_markup(value: Any) -> Any:
    """The same value with every sign that HTML reads turned into one that it does not."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value.translate(MARKUP)
    if isinstance(value, tuple):
        return tuple(without_markup(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: without_markup(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **changed)
    return value


@given(DOCUMENTS)
def test_markup_in_a_document_is_inert(document: Document) -> None:
    plain = without_markup(document)
    assert Read(page(document)).shape == Read(page(plain)).shape
    pressed = [Read(render_document(one, press="p", prints=str)).shape for one in (document, plain)]
    assert pressed[0] == pressed[1]


@given(FORMS)
def test_markup_in_a_form_is_inert(form: Form) -> None:
    hidden = {form.title: form.intro}
    said = [Read(render_form(one, change="/change", hidden=hidden)) for one in (form, without_markup(form))]
    assert said[0].shape == said[1].shape


@given(FORMS)
def test_no_two_ids_are_the_same(form: Form) -> None:
    read = Read(render_form(form, prefix="one") + render_form(form, prefix="two"))
    assert [id for id, times in Counter(read.ids).items() if times > 1] == []


@given(TEXT)
def test_a_quote_comes_out_letter_by_letter(words: str) -> None:
    assert f"“{words}”" in drawn(Quote(words)).words
