"""Every page that we make, in Chromium: for whoever listens to it, enlarges it, presses keys or prints it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bot.messages.document import Button, Buttons, Document, Row
from bot.render.html import page
from bot.render.print_size import size_of
from bot.render.text import document_text
from tests.bot.render.printed import LONG, PRINTED

each_page = pytest.mark.parametrize("name", PRINTED)
# WCAG 2.2, 1.4.12: nothing is lost where a reader spaces letters, words and lines out like this.
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
)
# Every text with where it begins, in the order in which it is told.
TEXTS = """() => {
  const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const [first] = range.getClientRects();
    const drawn = node.parentElement.closest("svg, .unseen");
    const words = node.data.trim();
    if (words && first && !drawn) found.push([words, first.top, first.left, first.height]);
  }
  return found;
}"""
COLOURS = """() => [...document.querySelectorAll("main, main *")].flatMap((one) => {
  const look = getComputedStyle(one);
  const edges = [look.borderTopColor, look.borderLeftColor];
  return [look.color, look.backgroundColor, look.stroke, look.fill, ...edges];
})"""
# What is drawn in other colours than those of the words and of the page, where a reader chose them.
ODD_PICTURES = """() => {
  const ours = ["none", getComputedStyle(document.querySelector("h1")).color];
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("main svg, main svg *")].map(getComputedStyle).filter(
    (look) => !ours.includes(look.stroke) || ![...ours, paper].includes(look.fill)).length;
}"""
# In points; but what stands in a picture or a chart has its own size.
SIZES = """() => [...document.querySelectorAll("main p, main li, main dt, main dd, main h1, main h2")]
  .filter((one) => !one.closest("svg, .bars"))
  .map((one) => Math.round(parseFloat(getComputedStyle(one).fontSize) * 7.2 / 9.6))"""
FOCUSED = """() => {
  const look = getComputedStyle(document.activeElement);
  const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  return [document.activeElement.innerText, ring];
}"""


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    """One for all tests: each says how wide it is and what is on it."""
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(screen: Page, sheet: Document, width: int = 1024, **media: str) -> None:
    screen.set_viewport_size({"width": width, "height": 800})
    usual = {"media": "screen", "forced_colors": "none", "color_scheme": "light"}
    screen.emulate_media(**{**usual, **media})  # type: ignore[arg-type]
    screen.set_content(page(sheet))


def violations(screen: Page) -> str:
    found = Axe().run(screen)
    return found.generate_report() if found.violations_count else ""


@each_page
def test_axe_finds_nothing(screen: Page, printed: dict[str, Document], name: str) -> None:
    show(screen, printed[name])
    assert violations(screen) == ""


@each_page
def test_what_is_drawn_has_the_colours_that_a_reader_forces(
    screen: Page, printed: dict[str, Document], name: str
) -> None:
    show(screen, printed[name], forced_colors="active", color_scheme="dark")
    assert screen.evaluate(ODD_PICTURES) == 0
    assert violations(screen) == ""


@each_page
def test_nothing_scrolls_sideways_at_320_pixels_however_far_its_letters_are_apart(
    screen: Page, printed: dict[str, Document], name: str
) -> None:
    show(screen, printed[name], width=320)
    assert screen.evaluate("document.documentElement.scrollWidth") == 320
    screen.add_style_tag(content=SPACED)
    assert screen.evaluate("document.documentElement.scrollWidth") == 320


@each_page
@pytest.mark.parametrize("width", [320, 1024])
def test_it_is_told_in_the_order_in_which_it_is_seen(
    screen: Page, printed: dict[str, Document], name: str, width: int
) -> None:
    show(screen, printed[name], width=width)
    texts = screen.evaluate(TEXTS)
    assert texts
    for (before, top, left, height), (after, next_top, next_left, _) in pairwise(texts):
        below = next_top >= top + height / 2
        assert below or next_left > left, f"{before!r} is told before {after!r}"


@each_page
def test_it_is_told_as_the_plain_text_tells_it(screen: Page, printed: dict[str, Document], name: str) -> None:
    sheet = printed[name]
    show(screen, sheet)
    headings = screen.locator("h1, h2").all_inner_texts()
    lines = iter(document_text(sheet).splitlines())
    assert [heading for heading in headings if heading.replace("\xa0", " ") not in lines] == []
    assert screen.locator("h1").count() == 1
    assert screen.locator("h3, h4, h5, h6").count() == 0
    assert screen.locator("h2 + h2, h2:last-child").count() == 0


@each_page
def test_nothing_that_is_printed_needs_a_colour(
    screen: Page, printed: dict[str, Document], name: str
) -> None:
    show(screen, printed[name], media="print")
    shades = {shade for shade in screen.evaluate(COLOURS) if shade.startswith("rgb")}
    assert shades
    for shade in shades:
        red, green, blue = shade.partition("(")[2].rstrip(")").replace(" ", "").split(",")[:3]
        assert red == green == blue, shade


@each_page
def test_on_paper_there_is_nothing_to_press(screen: Page, printed: dict[str, Document], name: str) -> None:
    show(screen, printed[name])
    screen.keyboard.press("Tab")
    reached = screen.evaluate("document.activeElement.tagName")
    assert reached == "BODY" or screen.evaluate("document.activeElement.className") == "heatmap"


@each_page
def test_no_words_are_printed_smaller_than_such_a_sheet_is_read(
    screen: Page, printed: dict[str, Document], name: str
) -> None:
    show(screen, printed[name], media="print")
    assert min(screen.evaluate(SIZES)) == size_of(printed[name])


def test_each_button_is_reached_in_its_order_and_shows_that_it_is(screen: Page) -> None:
    rows = tuple(Row(f"Gap {n}", buttons=(Button("Why?", "why"), Button("Act", "make"))) for n in range(3))
    sheet = Document("Gaps", (*rows, Buttons((Button("All", "all", main=True), Button("Back", "back")))))
    show(screen, sheet)
    screen.set_content(page(sheet, press="press"))
    reached = []
    for _ in range(8):
        screen.keyboard.press("Tab")
        label, ring = screen.evaluate(FOCUSED)
        assert ring, label
        reached.append(" ".join(label.split()))
    assert reached == [" ".join(one.split()) for one in screen.locator("button").all_inner_texts()]
    assert len(set(reached)) == 8


def test_a_long_word_is_broken_and_not_cut_off(screen: Page, printed: dict[str, Document]) -> None:
    show(screen, replace(printed[LONG], large=True), width=320)
    cut = "[...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth + 1"
    cut += " && getComputedStyle(one).overflowX === 'hidden' && !one.matches('.unseen')).length"
    assert screen.evaluate("document.documentElement.scrollWidth") == 320
    assert screen.evaluate(cut) == 0
