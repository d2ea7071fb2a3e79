"""What is in another language than the page is marked as that, in each medium that can mark it."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.messages.apart import apart
from bot.messages.document import (
    Bar,
    Bars,
    Blank,
    Block,
    Bullets,
    Counts,
    Document,
    Heading,
    HeatMap,
    Mark,
    Paragraph,
    Pictured,
    Quote,
    Row,
    SentenceLine,
)
from bot.render.html import page
from bot.render.pdf import pdf
from bot.render.text import document_text
from tests.bot.render.test_pdf import assert_accessible, read

TYPED = apart("Nan's <b>\nhouse")
MARKED = '<span lang="en-GB">Nan&#39;s &lt;b&gt;\nhouse</span>'
BLOCKS: tuple[Block, ...] = (
    Heading(TYPED),
    Paragraph(f"Y lle: {TYPED}."),
    Bullets((f"Y lle:\n{TYPED}",)),
    Pictured("", TYPED),
    Quote(TYPED),
    Row(TYPED, "Ddydd Gwener"),
    Row("Y cam", TYPED),
    Blank(TYPED),
    Blank("Y lle", (TYPED,)),
    Blank("Y lle", help=TYPED),
    SentenceLine("Dedfryd", (Mark(0, TYPED), Mark(1000, "Y diwedd"))),
    SentenceLine("Dedfryd", (Mark(0, "Y dechrau"), Mark(1000, "Y diwedd")), 500, TYPED),
    HeatMap("Bylchau", ("1",), (Counts(TYPED, (1,)),)),
    Bars("Y plant", (Bar(TYPED, 1, 2, "1"),)),
)
each_block = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)


def in_welsh(block: Block) -> Document:
    return Document("Cynllun", (block,), "cy-GB")


def languages(made: bytes) -> set[str]:
    """Those of the document, of its parts, and of runs of words within a part."""
    words = b"".join(one.get_contents().get_data() for one in PdfReader(BytesIO(made)).pages)  # type: ignore[union-attr]
    return {found.decode() for found in re.findall(rb"/Lang ?\(([\w-]+)\)", made + words)}


@each_block
def test_a_page_marks_it_where_it_stands_and_nowhere_within_a_tag(block: Block) -> None:
    html = page(in_welsh(block))
    assert '<html lang="cy-GB"' in html
    assert html.count(MARKED) == html.count("<span lang=") == 1


@each_block
def test_paper_marks_it_and_is_accessible(block: Block) -> None:
    made = pdf(in_welsh(block))
    assert_accessible(made)
    assert languages(made) == {"cy-GB", "en-GB"}
    assert "house" in read(made)


def test_paper_marks_nothing_where_nothing_is_in_another_language() -> None:
    assert languages(pdf(in_welsh(Paragraph("Y lle")))) == {"cy-GB"}
    assert languages(pdf(Document("Plan", (Quote("Nan's house"),)))) == {"en-GB"}


@each_block
def test_plain_text_says_it_without_a_sign(block: Block) -> None:
    said = document_text(in_welsh(block))
    assert "house" in said or isinstance(block, SentenceLine)
    assert not {"\u2068", "\u2069"} & set(said)


def test_the_pages_of_a_paper_in_welsh_are_counted_in_welsh() -> None:
    blocks = (Paragraph("Y lle"),)
    assert "1o1" in read(pdf(Document("Cynllun", blocks, "cy-GB")))
    assert "1of1" in read(pdf(Document("Plan", blocks)))
