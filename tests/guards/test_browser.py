from playwright.sync_api import Page


def test_a_test_can_read_a_page(browser_page: Page) -> None:
    browser_page.set_content("<h1>Day One</h1>")
    assert browser_page.get_by_role("heading").inner_text() == "Day One"
