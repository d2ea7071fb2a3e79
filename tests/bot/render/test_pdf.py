"""A sheet as PDF/UA-1: what an independent checker says of it, and what stands on it."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from bot.messages.document import Bullets, Button, Buttons, Document, Paragraph, Print, Quote, Row, Tone
from bot.messages.sheets import child_sheet, worker_plan
from bot.render.pdf import pdf
from planning_rules.refusal import Refusal
from tests.bot.messages.sheets.kept_from import ACTIONS, full_plans
from tests.bot.messages.sheets.made import DAY, TODAY, every_sheet, plan_with
from tests.bot.messages.sheets.reading import with_short_texts
from tests.bot.render.teams_limits import squeezed
from tests.bot.render.test_every_medium import BLOCKS, PRESSED
from tests.planning_rules.any_plan import text

MARKUP = "#panic() *b* _i_ $x^2$ <a> @b [c] \\ `d` // e ~ {value} <script>alert(1)</script>"
FEW = settings(max_examples=15)


def read(made: bytes) -> str:
    """What a person reads on it, in the order in which it is told, without blanks."""
    return squeezed("".join(one.extract_text() for one in PdfReader(BytesIO(made)).pages))


def said(text: str) -> str:
    return read(pdf(Document("Plan", (Paragraph(text),))))


def assert_accessible(made: bytes | Refusal) -> None:
    assert isinstance(made, bytes)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures


@pytest.mark.parametrize(("block", "words"), BLOCKS, ids=lambda one: type(one).__name__)
def test_each_block_is_accessible_and_says_what_it_says(block: Any, words: tuple[str, ...]) -> None:
    made = pdf(Document("Title", (block,)))
    assert_accessible(made)
    for one in words:
        assert (squeezed(one) in read(made)) != (one in PRESSED)


@FEW
@given(full_plans())
def test_every_sheet_is_accessible_whatever_is_answered(plan: Any) -> None:
    typed_plainly = with_short_texts(replace(plan, actions=ACTIONS))
    for sheet in (*every_sheet(typed_plainly), worker_plan(typed_plainly, DAY, private=True)):
        if isinstance(made := pdf(sheet), bytes):
            assert_accessible(made)


@FEW
@given(text)
def test_whatever_is_typed_is_printed_or_refused(typed: str) -> None:
    made = pdf(Document(typed, (Paragraph(typed), Quote(typed, typed), Row(typed, typed))))
    if isinstance(made, bytes):
        assert_accessible(made)


def test_the_sheet_is_the_same_each_time() -> None:
    sheet = child_sheet(plan_with(home__living_with="family"), TODAY)
    assert pdf(sheet) == pdf(sheet)
    assert b"Andika-Bold" in pdf(sheet)


def test_markup_that_somebody_typed_stands_there_as_typed() -> None:
    blocks = (Paragraph(MARKUP, Tone.URGENT), Quote(MARKUP, MARKUP), Bullets((MARKUP,)), Row(MARKUP, MARKUP))
    found = read(pdf(Document(MARKUP, blocks)))
    assert found.count(squeezed(MARKUP)) == 7


def test_a_tone_is_told_in_words() -> None:
    assert "Urgent:Ringnow" in read(pdf(Document("Plan", (Paragraph("Ring now", Tone.URGENT),))))


def test_nothing_that_is_pressed_is_printed() -> None:
    pressed = (
        Buttons((Button("Gaps", "gaps"),)),
        Row("a", buttons=(Button("Why?", "c"),)),
        Print("d", "e", "f"),
    )
    assert read(pdf(Document("Plan", pressed))) == "Plana1of1"


def test_letters_of_other_scripts_are_printed_where_there_is_a_typeface() -> None:
    for written in ("Diolch, Siân a Llŷr Ŵyn", "שלום", "Zażółć gęślą jaźń"):
        assert_accessible(pdf(Document("Plan", (Paragraph(written),))))
    assert "LlŷrŴyn" in said("Llŷr Ŵyn")


def test_an_emoji_is_told_by_its_name() -> None:
    assert said("my dog 🐶 and 👩🏽\u200d👧") == squeezed("Plan my dog [dog face] and [woman][girl] 1 of 1")


def test_letters_without_a_typeface_are_refused_and_not_told() -> None:
    refused = pdf(Document("Plan", (Paragraph("漢字"),)))
    assert isinstance(refused, Refusal)
    assert "漢" not in refused.sentence
