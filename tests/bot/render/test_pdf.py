"""A sheet as PDF/UA-1: what an independent checker says of it, and what stands on it."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.messages.document import (
    GAP,
    Blank,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Pictured,
    Print,
    Quote,
    Row,
    Tone,
)
from bot.messages.sheets import child_sheet, worker_plan
from bot.messages.sheets.ready import adult_ready, child_ready
from bot.render.pdf import pdf
from planning_rules.refusal import Refusal
from tests.bot.messages.sheets.kept_from import ACTIONS, full_plans
from tests.bot.messages.sheets.made import DAY, TODAY, every_sheet, plan_with
from tests.bot.messages.sheets.reading import with_short_texts
from tests.bot.render.printed import PRINTED
from tests.bot.render.teams_limits import squeezed
from tests.bot.render.test_every_medium import BLOCKS, PRESSED
from tests.planning_rules.any_plan import text

MARKUP = "#panic() *b* _i_ $x^2$ <a> @b [c] \\ `d` // e ~ {value} <script>alert(1)</script>"
SIGNS = "#*_`$\\[]{}<>@/~=-+'\";:.,&%^| \nabc"
# A page may end in the middle of what was typed.
FOOT = re.compile(r"Page\d+of\d+")
FEW = settings(max_examples=15)
# As many letters as fit into a line of the smallest print, and then some.
WIDEST = 110


def read(made: bytes) -> str:
    """What a person reads on it, in the order in which it is told, without blanks."""
    return squeezed("".join(lines_of(made)))


def lines_of(made: bytes) -> list[str]:
    """Each line as it stands on paper, without the places at which a long word may be broken."""
    pages = [one.extract_text() for one in PdfReader(BytesIO(made)).pages]
    return [line.replace("\u200b", "").strip() for one in pages for line in one.splitlines()]


def colours(made: bytes) -> set[tuple[str, int]]:
    """What sets a colour, with how many parts that has: one where it is grey, three or four elsewhere."""
    told = [one.get_contents().operations for one in PdfReader(BytesIO(made)).pages]  # type: ignore[union-attr]
    return {
        (operator.decode(), len(operands))
        for page in told
        for operands, operator in page
        if operator in (b"g", b"G", b"rg", b"RG", b"k", b"K", b"sc", b"SC", b"scn", b"SCN")
    }


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


@pytest.mark.parametrize("name", PRINTED)
def test_each_sheet_and_paper_is_accessible_grey_and_within_its_page(
    printed: dict[str, Document], name: str
) -> None:
    made = pdf(printed[name])
    assert_accessible(made)
    assert {parts for _, parts in colours(made)} == {1}
    assert max(len(line) for line in lines_of(made)) <= WIDEST


@FEW
@given(full_plans())
def test_every_sheet_to_get_ready_with_is_accessible_whatever_is_answered(plan: Any) -> None:
    for sheet in (child_ready(plan, DAY), adult_ready(plan, "mum", DAY)):
        if isinstance(made := pdf(sheet), bytes):
            assert_accessible(made)


@FEW
@given(st.text(SIGNS).filter(lambda typed: typed.strip() and GAP not in typed))
def test_whatever_markup_is_typed_is_printed_as_typed(typed: str) -> None:
    blocks = (
        *(Heading(typed), Paragraph(typed), Quote(typed, typed), Row(typed, typed), Pictured("home", typed)),
        *(Bullets((typed,)), Pairs(((typed, typed),)), Blank(typed, (typed,), help=typed)),
    )
    printed = FOOT.sub("", read(pdf(Document("Plan", blocks))))
    assert printed.count(squeezed(typed)) >= 13


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
    assert read(pdf(Document("Plan", pressed))) == "PlanaPage1of1"


def test_letters_of_other_scripts_are_printed_where_there_is_a_typeface() -> None:
    for written in ("Diolch, Siân a Llŷr Ŵyn", "שלום", "Zażółć gęślą jaźń"):
        assert_accessible(pdf(Document("Plan", (Paragraph(written),))))
    assert "LlŷrŴyn" in said("Llŷr Ŵyn")


def test_an_emoji_is_told_by_its_name() -> None:
    assert said("my dog 🐶 and 👩🏽\u200d👧") == squeezed(
        "Plan my dog [dog face] and [woman][girl] Page 1 of 1"
    )


def test_letters_without_a_typeface_are_refused_and_not_told() -> None:
    refused = pdf(Document("Plan", (Paragraph("漢字"),)))
    assert isinstance(refused, Refusal)
    assert "漢" not in refused.sentence


@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("lines_before", range(0, 40, 3))
def test_whom_to_call_is_never_torn_over_two_pages(lines_before: int, pictures: bool) -> None:
    wishes = "\n".join(f"Wish {number}" for number in range(lines_before))
    made = pdf(child_sheet(plan_with(child__good_at=wishes or "Bikes"), TODAY, pictures=pictures))
    assert not isinstance(made, Refusal)
    pages = [one.extract_text() for one in PdfReader(BytesIO(made)).pages]
    on = next(page for page in pages if "Who to call" in page)
    for said in ("Sam, your youth justice worker", "Alex, from Fernbrook", "Priya, your health worker"):
        assert said in on.partition("Who to call")[2]


def test_a_loose_page_says_which_of_how_many_it_is_and_no_more() -> None:
    made = pdf(child_sheet(plan_with(child__good_at="Bikes"), TODAY))
    assert not isinstance(made, Refusal)
    pages = PdfReader(BytesIO(made)).pages
    for number, one in enumerate(pages, 1):
        assert one.extract_text().strip().endswith(f"Page {number} of {len(pages)}")
