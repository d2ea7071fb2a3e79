"""The icons of the Teams app, drawn afresh from their SVGs: `make pictures` needs Chromium for it."""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import FLAGS
from tests.machine import need

ICONS = Path(__file__).parents[1] / "bot" / "chat" / "teams" / "icons"
# Pixels to a side: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
SIZES = {"color": 192, "outline": 32}


def drawn(page: Page, name: str) -> bytes:
    """The PNG of an icon. Where nothing is drawn, it is transparent."""
    size = SIZES[name]
    page.set_viewport_size({"width": size, "height": size})
    svg = (ICONS / f"{name}.svg").read_text("utf8")
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{svg}")
    return page.screenshot(omit_background=True)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need("Chromium"), args=FLAGS)
        page = browser.new_page()
        for name in SIZES:
            (ICONS / f"{name}.png").write_bytes(drawn(page, name))
        browser.close()


if __name__ == "__main__":
    main()
