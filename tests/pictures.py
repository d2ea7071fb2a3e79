"""The pictures of the README, taken afresh: `make pictures` holds a meeting in Chromium and looks at it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright

from tests.bot.core import open_core
from tests.browser import FLAGS
from tests.machine import need
from tests.serving import local_page

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


@contextmanager
def the_page() -> Iterator[tuple[Page, str]]:
    """A window on a local server with the example case in it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_core(f"sqlite:///{folder}/dayone.sqlite3") as core,
        local_page(core.day_one) as here,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=need("Chromium"), args=FLAGS)
        yield browser.new_page(viewport={"width": 1200, "height": 760}, locale="en-GB"), here
        browser.close()


def take(page: Page, name: str, whole: bool = False) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)


def press(page: Page, label: str) -> None:
    page.locator("#answer, #feed, .quick").get_by_role("button", name=label).first.click()


def main() -> None:
    """Walk from the start page to the child's sheet, and take a picture at each stage."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with the_page() as (page, start):
        page.goto(start)
        take(page, "1-who-are-you")
        page.get_by_role("link", name="Sam").click()
        page.get_by_role("link", name="OAK-417").first.click()
        press(page, "Meeting")
        take(page, "2-the-meeting")
        press(page, "Open Home")
        take(page, "3-a-step")
        page.get_by_role("group", name="Has somebody explained").get_by_label("Not known yet").check()
        page.get_by_label("Who will find out?").first.select_option(label="Jo")
        page.get_by_label("By when?").first.fill("16/3/2026")
        page.get_by_role("button", name="Save").click()
        take(page, "4-what-is-missing")
        press(page, "Why?")
        take(page, "5-why")
        press(page, "Actions")
        take(page, "6-actions")
        page.get_by_label("Type a command").fill("/dto finish OAK-417")
        page.get_by_role("button", name="Send", exact=True).click()
        take(page, "7-before-you-close")
        page.get_by_label("Yes, close the meeting").check()
        page.get_by_role("button", name="Go on").click()
        press(page, "The child's sheet")
        sheet = page.get_by_role("link", name="Open as a page").get_attribute("href") or ""
        page.goto(urljoin(start, sheet))
        take(page, "8-the-plan-sheet", whole=True)


if __name__ == "__main__":
    main()
