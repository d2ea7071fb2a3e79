"""A meeting held by two people in two windows, with nothing between them and the database left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bot.core import open_core
from tests.serving import local_page


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    with open_core(f"sqlite:///{tmp_path}/dayone.sqlite3") as core, local_page(core.day_one) as here:
        yield here


def window(browser: Browser, site: str, who: str) -> Page:
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(site)
    page.get_by_role("link", name=who).click()
    page.get_by_role("link", name="OAK-417").first.click()
    return page


def says(page: Page, text: str) -> None:
    page.get_by_label("Type a command").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()


def test_what_one_answers_changes_the_meeting_before_the_other(browser: Browser, site: str) -> None:
    sam, alex = window(browser, site, "Sam"), window(browser, site, "Alex")
    says(sam, "/dto meet OAK-417")
    expect(alex.locator("#feed")).to_contain_text("Who is here")
    expect(alex.locator("#feed")).to_contain_text("0 of 6 answered")

    sam.get_by_role("button", name="Open Who is here").click()
    sam.get_by_role("group", name="Is the child here?").get_by_label("Yes, in the room").check()
    sam.get_by_role("button", name="Save").click()
    expect(sam.locator("#answer")).to_contain_text("Saved: 1 answer.")
    expect(alex.locator("#feed")).to_contain_text("1 of 6 answered")


def test_a_meeting_is_closed_and_its_plan_printed(browser: Browser, site: str) -> None:
    sam = window(browser, site, "Sam")
    says(sam, "meet")
    says(sam, "finish")
    sam.get_by_label("Yes, close the meeting").check()
    sam.get_by_role("button", name="Go on").click()
    sam.get_by_role("button", name="The child's sheet").click()
    with sam.context.expect_page() as opened:
        sam.get_by_role("link", name="Open as a page").click()
    expect(opened.value.get_by_role("heading", name="Robin: my plan")).to_be_visible()
    expect(opened.value.get_by_role("heading", name="Where I will live")).to_be_visible()
