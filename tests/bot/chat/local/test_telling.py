"""What somebody is told on the local page stands on their own, and on nobody else's."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from bot.chat.deliver import Deliverer
from bot.chat.local.history import History
from bot.chat.local.telling import SAYS, InLocal
from bot.conversation.heard import Told
from bot.messages.document import Document, Paragraph
from storage.waiting import letters
from tests.bot.core import OAK, Core
from tests.serving import local_page

WORDS = "Robin needs a bed by Friday."


@dataclass
class Site:
    """The page, and who tells people something on it."""

    core: Core
    at: str
    deliverer: Deliverer

    def tells(self, who: str, words: str) -> None:
        document = Document(f"For {who}", (Paragraph(words),))
        told = self.core.day_one.notices.tell(Told(self.core.people[who], document, OAK))
        self.deliverer.notify(told)

    def waiting(self) -> int:
        with self.core.store.transaction() as tx:
            return len(letters(tx))


@pytest.fixture
def site(core: Core) -> Iterator[Site]:
    history = History()
    deliverer = Deliverer(core.day_one, {"local": InLocal(history)}, lambda seconds: None)
    with local_page(core.day_one, history) as here:
        yield Site(core, here, deliverer)


def opens(page: Page, site: Site, who: str) -> Page:
    page.goto(site.at)
    page.get_by_role("link", name=who).click()
    return page


def test_nobody_is_said_to_have_said_it_themselves(browser_page: Page, site: Site) -> None:
    site.tells("Sam", WORDS)
    answer = opens(browser_page, site, "Sam").locator("#answer")
    expect(answer).to_contain_text(SAYS)
    expect(answer).not_to_contain_text("You said")


def test_somebody_who_is_told_something_finds_it_on_their_page_and_nobody_else_does(
    browser_page: Page, site: Site
) -> None:
    site.tells("Sam", WORDS)
    assert site.waiting() == 0
    opens(browser_page, site, "Sam")
    answer = browser_page.locator("#answer")
    expect(answer).to_contain_text(SAYS)
    expect(answer).to_contain_text(WORDS)
    opens(browser_page, site, "Jo")
    expect(browser_page.locator("#talk")).not_to_contain_text(WORDS)


def test_the_newest_stands_first_and_the_one_before_stays_to_be_read(browser_page: Page, site: Site) -> None:
    site.tells("Sam", WORDS)
    site.tells("Sam", "Something else.")
    opens(browser_page, site, "Sam").get_by_role("link", name=OAK).first.click()
    expect(browser_page.locator("#answer")).to_contain_text("Something else.")
    earlier = browser_page.locator("details.earlier")
    expect(earlier).to_have_count(1)
    earlier.locator("summary").click()
    expect(earlier.get_by_text(WORDS)).to_be_visible()
