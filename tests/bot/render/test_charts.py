"""Counts as pictures: the number stands in each place, and black and white loses nothing."""

import re
from html.parser import HTMLParser

from hypothesis import given

from bot.messages.document import TOO_FEW, Bar, Bars, Counts, Document, HeatMap
from bot.render.charts import SHADES, shaded
from bot.render.html import SHEET_STYLE, page
from bot.render.pdf import pdf
from bot.render.text import document_text
from tests.bot.render.strategies import heat_maps
from tests.bot.render.test_pdf import assert_accessible, read

MAP = HeatMap(
    "Gaps by topic and weeks to release",
    ("Weeks 1 to 6", "Weeks 7 to 12"),
    (Counts("Home", (12, 1)), Counts("Education", (0, 0)), Counts("Health", (None, 6))),
)
BARS = Bars(
    "Six months after release",
    (Bar("At home", 12, 20, "12 of 20"), Bar("Back in custody", 0, 20, TOO_FEW)),
)


class Table(HTMLParser):
    """What each header and cell says, with the class of each cell."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str]] = []
        self.hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.hidden = given.get("aria-hidden") == "true"
        if tag in ("th", "td"):
            self.cells.append((tag, given.get("scope") or given.get("class") or "", ""))

    def handle_data(self, data: str) -> None:
        if self.cells and not self.hidden and data.strip():
            self.cells[-1] = (*self.cells[-1][:2], data.strip())

    @property
    def body(self) -> list[tuple[str, str, str]]:
        return [cell for cell in self.cells if cell[:2] != ("td", "") and cell[1] != "col"]


def test_in_words_a_heat_map_tells_every_count_that_is_not_nothing() -> None:
    assert document_text(Document("Digest", (MAP,))).split("\n")[3:-1] == [
        "Gaps by topic and weeks to release",
        "• Home: 12 (Weeks 1 to 6), 1 (Weeks 7 to 12)",
        "• Education: none",
        f"• Health: 6 (Weeks 7 to 12), {TOO_FEW} (Weeks 1 to 6)",
    ]


def test_in_words_bars_tell_each_count_of_its_total() -> None:
    assert document_text(Document("Report", (BARS,))).split("\n")[3:-1] == [
        "Six months after release",
        "• At home: 12 of 20",
        f"• Back in custody: {TOO_FEW}",
    ]


def test_on_a_page_a_heat_map_is_a_table_with_headers_for_who_hears_it() -> None:
    table = Table(page(Document("Digest", (MAP,))))
    assert [cell for cell in table.cells if cell[1] == "col"] == [("th", "col", one) for one in MAP.columns]
    assert table.body == [
        ("th", "row", "Home"),
        ("td", "shade-4", "12"),
        ("td", "shade-1", "1"),
        ("th", "row", "Education"),
        ("td", "shade-0", "0"),
        ("td", "shade-0", "0"),
        ("th", "row", "Health"),
        ("td", "shade-0", TOO_FEW),
        ("td", "shade-2", "6"),
    ]


@given(heat_maps())
def test_a_higher_count_is_never_paler_and_nothing_has_no_shade(drawn: HeatMap) -> None:
    cells = [cell for _, row in shaded(drawn) for cell in row]
    told = sorted((int(sign), shade) for sign, shade, instead in cells if not instead)
    assert [shade for _, shade in told] == sorted(shade for _, shade in told)
    assert all((shade > 0) == (count > 0) and shade <= SHADES for count, shade in told)
    assert all(shade == 0 for _, shade, instead in cells if instead)


def test_a_bar_is_as_long_as_its_share() -> None:
    html = page(Document("Report", (BARS,)))
    assert re.findall(r'class="part" x="0" y="0" width="([\d.]+)%"', html) == ["60.0", "0.0"]


def test_on_paper_charts_have_no_colour() -> None:
    rules = [line for line in SHEET_STYLE.splitlines() if line.startswith((".heatmap", ".bars"))]
    drawn = [line for line in rules if "fill" in line or "background" in line or "stroke" in line]
    assert len(drawn) >= 6
    for line in drawn:
        assert set(re.findall(r"--[a-z]+", line)) <= {"--ink", "--card", "--edge", "--line"}


def test_in_print_charts_are_tagged_and_say_their_numbers() -> None:
    made = pdf(Document("Report", (MAP, BARS)))
    assert_accessible(made)
    for said in ("Home121", "Education00", "Health–6", "12of20"):
        assert said in read(made)
