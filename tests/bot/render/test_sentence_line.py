"""The sentence as a line: a picture that says no more than its words, in every medium."""

from html.parser import HTMLParser

from hypothesis import given

from bot.messages.document import Document, Mark, SentenceLine
from bot.messages.document_json import document_from_json, document_to_json
from bot.render.html import page, render_document
from bot.render.lines import Placed, laid_out
from bot.render.slack import messages
from bot.render.text import document_text
from tests.bot.render.strategies import documents, sentence_lines

LINE = SentenceLine(
    "The sentence as a line",
    (
        Mark(0, "5 January: sentenced"),
        Mark(20, "14 January: first meeting, held"),
        Mark(300, "2 March: today", "Today"),
        Mark(500, "6 July: middle date"),
        Mark(1000, "4 January: order ends"),
    ),
    custody=500,
    caption="Thick: in custody.",
)


class Pictures(HTMLParser):
    """The pictures of a page with what a screen reader says of each, and the numbers drawn in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.drawn: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "svg" and given.get("role") == "img":
            self.said.append(given.get("aria-label") or "")
        self.inside = tag == "text"

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.drawn.append(data.strip())


def drawn(line: SentenceLine) -> str:
    return str(render_document(Document("Dates", (line,))))


def numbers(line: SentenceLine) -> list[Placed]:
    return [mark for mark in laid_out(line).marks if not mark.label]


def test_the_alternative_text_says_all_that_is_drawn_and_listed() -> None:
    (alt,) = Pictures(drawn(LINE)).said
    assert alt.split("\n") == ["The sentence as a line", *(mark.says for mark in LINE.marks)]
    for mark in LINE.marks:
        assert f"<span>{mark.says}</span>" in drawn(LINE)


def test_days_are_numbered_in_order_and_today_is_written_at_its_place() -> None:
    assert Pictures(drawn(LINE)).drawn == ["1", "2", "Today", "3", "4"]


def test_numbers_that_are_close_stand_above_each_other() -> None:
    first, second, middle, end = numbers(LINE)
    assert second.y < first.y == middle.y == end.y


@given(sentence_lines)
def test_no_two_numbers_lie_on_each_other_or_outside(line: SentenceLine) -> None:
    """On the narrowest line, 250 pixels, where a number is 22 pixels wide."""
    layout = laid_out(line)
    across = [float(mark.x.removesuffix("%")) * 2.5 for mark in numbers(line)]
    places = list(zip(across, (mark.y for mark in numbers(line)), strict=True))
    for at, (x, y) in enumerate(places):
        assert 10 <= x <= 240
        assert 11 <= y <= layout.line - 11
        assert all(abs(x - other) >= 22 or y != level for other, level in places[:at])


def test_text_and_slack_say_the_same_line_by_line() -> None:
    lines = [f"• {mark.says}" for mark in LINE.marks]
    assert document_text(Document("Dates", (LINE,))).split("\n")[3:-1] == lines
    (blocks,) = messages(Document("Dates", (LINE,)))
    assert blocks[-1]["text"]["text"].split("\n") == lines


def test_on_paper_nothing_is_told_by_colour_alone() -> None:
    html = page(Document("Dates", (LINE,)))
    assert "fill=" not in html
    assert "stroke=" not in html
    assert 'stroke-width="8"' in html
    assert 'stroke-width="2"' in html


@given(documents)
def test_what_was_posted_stays_as_it_was_posted(document: Document) -> None:
    assert document_from_json(document_to_json(document)) == document
