"""Microsoft's Agents Playground as Teams: one person's window, and what they type, press and fill in there.

What it plays: chats with one person and with several, cards with their inputs and Action.Execute, messages
changed in place, and who is in a chat. What it does not: dialogs, file consent, the people picker, private
channels, tenants and tokens. Those are tests/bot/chat/teams's. It checks no limit of cards.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.emulated import NODE
from tests.e2e.fetched import fetched

PACKAGE = "@microsoft/m365agentsplayground"
LOOPBACK = Path(__file__).with_name("loopback.cjs")
TENANT = "5f1f0c3e-0000-4000-8000-000000000001"
# In milliseconds: how long anything may take to be seen, on a machine that does much else.
PATIENCE = 20_000
OURS, TOGETHER = "Personal Chat", "OAK-417"
# It wants five people beside whose window it is.
PEOPLE = ("Jo", "Morgan", "Rowan", "Casey", "Ash")


def entra(name: str) -> str:
    """Somebody's id in Microsoft Entra."""
    number = ("Sam", *PEOPLE).index(name) + 1
    return f"5f1f0c3e-0000-4000-8000-00000000a{number:03}"


@contextmanager
def running(endpoint: str, folder: Path) -> Iterator[str]:
    """Started at a free port in front of the bot at `endpoint`, for Sam; stopped at the end. Where it is."""
    (folder / ".m365agentsplayground.yml").write_text(json.dumps(_config()), "utf8")
    command = [NODE, "--require", LOOPBACK, fetched(PACKAGE) / "cli.js", "start"]
    options = ["-e", endpoint, "-c", "msteams", "-p", "0", "--disable-telemetry"]
    # It opens no browser, and does not look for a cloud that it could be running in.
    quiet = {"TEAMSAPPTESTER_BROWSER": "none", "APPLICATION_INSIGHTS_NO_STATSBEAT": "1"}
    with subprocess.Popen(
        [*command, *options], cwd=folder, env={**os.environ, **quiet}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            says = process.stdout.readline()
            port = re.fullmatch(r"Listening on (\d+)\n", says)
            assert port, f"the playground did not start: {says!r}"
            yield f"http://127.0.0.1:{port[1]}/"
        finally:
            process.terminate()


def _config() -> dict[str, Any]:
    """YAML takes JSON: aka.ms/teams-app-test-tool-config-guide."""
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": "28:dayone", "name": "Day One"},
        "currentUser": _somebody("Sam"),
        "users": [_somebody(name) for name in PEOPLE],
        "personalChat": {"id": "a:sam"},
        "groupChat": {"id": "19:oak@thread.v2", "name": TOGETHER},
        "team": {
            "id": "19:oakshire@thread.tacv2",
            "name": "Oakshire",
            "aadGroupId": "5f1f0c3e-0000-4000-8000-00000000b001",
            "channels": [{"id": "19:news@thread.tacv2", "name": "News"}],
        },
    }


def _somebody(name: str) -> dict[str, str]:
    address = f"{name.lower()}@example.org"
    return {
        "id": f"29:{name.lower()}",
        "name": name,
        "givenName": name,
        "surname": "Example",
        "aadObjectId": entra(name),
        "userPrincipleName": address,
        "email": address,
    }


@dataclass
class Window:
    """Sam's. `shots` is a folder for pictures of what is seen on the way, or nothing."""

    page: Page
    url: str
    shots: Path | None = None

    def opens(self) -> None:
        # The page asks a server of Microsoft's for fonts.
        self.page.route(lambda url: not url.startswith(self.url), lambda route: route.abort())
        self.page.goto(self.url)
        expect(self.page.get_by_text("Connected.")).to_be_visible(timeout=PATIENCE)

    def turns_to(self, chat: str) -> None:
        self.page.get_by_text(chat, exact=True).first.click()

    def types(self, text: str) -> None:
        box = self.page.locator("div[role=textbox]")
        box.click()
        box.press_sequentially(text)
        self.page.get_by_label("Send Message").click()

    def mentions(self, text: str) -> None:
        """Say it to the app before others, which hears nothing else there."""
        box = self.page.locator("div[role=textbox]")
        box.click()
        box.press_sequentially("@")
        self.page.get_by_role("menuitem", name="Day One").click()
        box.press_sequentially(f" {text}")
        self.page.get_by_label("Send Message").click()

    def hears(self, sentence: str) -> None:
        expect(self.page.get_by_text(sentence).last).to_be_visible(timeout=PATIENCE)

    def sees(self, title: str) -> Locator:
        """The newest card, once it has this title."""
        card = self.cards.last
        expect(card.get_by_text(title).first).to_be_visible(timeout=PATIENCE)
        if self.shots:
            self._keeps(title)
        return card

    @property
    def cards(self) -> Locator:
        return self.page.locator(".ac-adaptiveCard")

    def presses(self, label: str, beside: str = "") -> None:
        """The button of the newest card, or, where there are several, the one in the row with these words."""
        card = self.cards.last
        row = card.locator(".ac-columnSet", has_text=beside) if beside else card
        row.get_by_role("button", name=label, exact=True).first.click()

    def follows(self, label: str) -> Page:
        """The page behind a link of the newest card, in a window of its own."""
        with self.page.context.expect_page() as opened:
            self.cards.last.get_by_role("link", name=label).click()
        return opened.value

    def fills(self, values: Mapping[str, str]) -> None:
        """Fields of the newest card by their labels: what is chosen, ticked, or typed."""
        for label, value in values.items():
            exactly = re.compile(f"^{re.escape(label)}$")
            asked = self.cards.last.locator("label", has_text=exactly).locator("xpath=following-sibling::div")
            self._fill(asked, value)

    def _fill(self, asked: Locator, value: str) -> None:
        asked.locator("input, textarea").first.wait_for()
        if asked.locator("input[type=radio], input[type=checkbox]").count():
            asked.get_by_label(value, exact=True).check()
        elif asked.locator("[role=combobox]:not([aria-haspopup])").count():
            asked.get_by_role("combobox").click()
            self.page.get_by_role("option", name=value, exact=True).click()
        else:
            asked.locator("input, textarea").fill(value)

    def _keeps(self, title: str) -> None:
        assert self.shots
        self.shots.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", title.lower()).strip("-")
        number = len([*self.shots.glob("*.png")]) + 1
        self.page.screenshot(path=self.shots / f"{number:02}-{name}.png")
