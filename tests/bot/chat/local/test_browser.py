"""The local page in Chromium: for everybody, with and without JavaScript, by keyboard, on a small screen."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from bot.conversation.heard import Changed, Filled
from tests.bot.chat.local.fake_core import FakeCore
from tests.serving import local_page

COLOURS: list[Literal["light", "dark"]] = ["light", "dark"]
NOT_KNOWN = "Not known yet – somebody will find out"


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def site(core: FakeCore) -> Iterator[str]:
    with local_page(core) as here:
        yield here


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


def open_case(page: Page, site: str, who: str = "sam") -> None:
    page.goto(f"{site}as/{who}/case/OAK-417")


def open_home(page: Page, site: str) -> None:
    open_case(page, site)
    page.get_by_role("button", name="Open Home").click()


def meeting(page: Page) -> Locator:
    """The living message in the channel."""
    return page.get_by_role("article").first


def agreed(page: Page, answer: str) -> None:
    page.get_by_role("group", name="Is an address agreed?").get_by_label(answer, exact=True).check()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


def violations(page: Page) -> str:
    found = Axe().run(page)
    return found.generate_report() if found.violations_count else ""


def show_start(page: Page, site: str) -> None:
    page.goto(site)


def show_problems(page: Page, site: str) -> None:
    open_home(page, site)
    agreed(page, NOT_KNOWN)
    page.get_by_label("By when?").last.fill("31/2/2026")
    save(page)


def show_saved(page: Page, site: str) -> None:
    open_home(page, site)
    page.get_by_label("Who said so?").select_option("sam")
    save(page)


def show_private(page: Page, site: str) -> None:
    open_case(page, site)
    page.get_by_label("Type a command").fill("/dto private OAK-417 health")
    page.get_by_role("button", name="Send").click()


def show_gaps(page: Page, site: str) -> None:
    open_case(page, site)
    page.get_by_role("group", name="Quick buttons").get_by_role("button", name="Gaps").click()
    page.get_by_role("button", name="Plan sheet").click()
    page.locator(".earlier summary").first.click()


def show_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}as/sam/sheet/OAK-417/child")


def show_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}as/sam/case/ELM-201")


Show = Callable[[Page, str], None]
SHOW: list[Show] = [show_start, open_case, open_home, show_problems, show_saved, show_private]
SHOW += [show_gaps, show_sheet, show_nothing]


@pytest.mark.parametrize("show", SHOW)
def test_axe_finds_nothing_by_day_or_night(browser_page: Page, site: str, show: Show) -> None:
    show(browser_page, site)
    browser_page.wait_for_load_state("load")
    for scheme in COLOURS:
        browser_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(browser_page) == ""


@pytest.mark.parametrize("show", SHOW)
def test_nothing_scrolls_sideways_on_a_small_screen(browser_page: Page, site: str, show: Show) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 640})
    show(browser_page, site)
    browser_page.wait_for_load_state("load")
    assert browser_page.evaluate("document.documentElement.scrollWidth") == 320


# Without JavaScript


def test_a_step_can_be_done_without_javascript(plain_page: Page, site: str, core: FakeCore) -> None:
    open_home(plain_page, site)
    expect(plain_page.get_by_label("Who will find out?").first).to_be_hidden()
    agreed(plain_page, NOT_KNOWN)
    plain_page.get_by_label("Who will find out?").last.select_option("alex")
    plain_page.get_by_label("Who said so?").select_option("sam")
    save(plain_page)
    expect(plain_page.get_by_text("Home: saved")).to_be_visible()
    expect(plain_page.get_by_text("4 of 9 answered")).to_be_visible()
    heard = core.heard[-1][1]
    assert isinstance(heard, Filled)
    assert heard.values["home.address_agreed#who"] == "alex"


def test_questions_that_follow_come_at_the_press_of_a_button(plain_page: Page, site: str) -> None:
    open_home(plain_page, site)
    agreed(plain_page, "Yes")
    plain_page.get_by_role("button", name="Show the questions that follow").click()
    expect(plain_page.get_by_label("What is the address?")).to_be_visible()


def test_one_can_look_again(plain_page: Page, site: str, core: FakeCore) -> None:
    open_case(plain_page, site)
    core.answers = 7
    plain_page.get_by_role("link", name="Look again").click()
    expect(plain_page.get_by_text("7 of 9 answered")).to_be_visible()


def test_going_on_sends_nothing_twice(browser_page: Page, site: str, core: FakeCore) -> None:
    show_saved(browser_page, site)
    expect(browser_page.get_by_text("Home: saved")).to_be_visible()
    heard = len(core.heard)
    browser_page.reload()
    expect(browser_page.get_by_text("Home: saved")).to_be_visible()
    assert len(core.heard) == heard


# With it


def test_the_meeting_changes_by_itself_and_takes_no_focus(
    browser_page: Page, site: str, core: FakeCore
) -> None:
    open_case(browser_page, site)
    button = browser_page.get_by_role("button", name="Open Home")
    button.focus()
    core.answers = 8
    expect(meeting(browser_page)).to_contain_text("8 of 9 answered")
    expect(button).to_be_focused()
    expect(browser_page.get_by_role("status")).to_contain_text("Home: Urgent: 8 of 9 answered")


def test_two_people_see_the_same_meeting(browser: Browser, browser_page: Page, site: str) -> None:
    open_case(browser_page, site, "alex")
    with browser.new_context() as window:
        show_saved(window.new_page(), site)
    expect(meeting(browser_page)).to_contain_text("4 of 9 answered")


def test_questions_that_follow_come_at_once_and_nothing_typed_is_lost(browser_page: Page, site: str) -> None:
    open_home(browser_page, site)
    words = browser_page.get_by_label("What is the next step to arrange a home?")
    words.fill("Ring the council")
    agreed(browser_page, "Yes")
    expect(browser_page.get_by_label("What is the address?")).to_be_visible()
    expect(words).to_have_value("Ring the council")
    expect(browser_page.get_by_role("radio", name="Yes", exact=True)).to_be_focused()


def test_what_is_ticked_before_the_script_is_there_calls_for_its_questions_too(
    browser_page: Page, site: str
) -> None:
    held: list[Route] = []
    open_case(browser_page, site)
    browser_page.route("**/page.js*", lambda route: held.append(route))
    browser_page.get_by_role("button", name="Open Home").click(no_wait_after=True)
    agreed(browser_page, "Yes")
    held.pop().continue_()
    expect(browser_page.get_by_label("What is the address?")).to_be_visible()


def test_what_is_typed_while_the_form_is_drawn_again_stays(
    browser_page: Page, site: str, core: FakeCore
) -> None:
    held: list[Route] = []
    browser_page.route("**/change", lambda route: held.append(route))
    open_home(browser_page, site)
    with browser_page.expect_request("**/change"):
        agreed(browser_page, "Yes")
    words = browser_page.get_by_label("What is the next step to arrange a home?")
    words.click()
    browser_page.keyboard.type("Ring")
    held.pop().continue_()
    expect(browser_page.get_by_label("What is the address?")).to_be_visible()
    browser_page.keyboard.type(" Jo")
    expect(words).to_have_value("Ring Jo")
    assert [heard for _, heard, _ in core.heard if isinstance(heard, Changed)]


def test_what_is_half_typed_outlives_another_button(browser_page: Page, site: str) -> None:
    show_private(browser_page, site)
    browser_page.get_by_label("What should the doctor (GP) know?").fill("Asthma")
    browser_page.get_by_role("button", name="Open Home").click()
    browser_page.get_by_text("not sent yet").click()
    expect(browser_page.get_by_label("What should the doctor (GP) know?")).to_have_value("Asthma")


def test_a_picked_date_is_typed(browser_page: Page, site: str) -> None:
    open_home(browser_page, site)
    day = browser_page.locator("input[type=date]").last
    day.evaluate("day => { day.value = '2026-04-17'; day.dispatchEvent(new Event('change')) }")
    expect(browser_page.get_by_label("By when?").last).to_have_value("17/4/2026")


def test_nothing_is_refused_by_our_own_policy(browser_page: Page, site: str) -> None:
    complaints: list[str] = []
    browser_page.on("console", lambda message: complaints.append(message.text))
    browser_page.on("pageerror", lambda error: complaints.append(str(error)))
    show_start(browser_page, site)
    open_home(browser_page, site)
    agreed(browser_page, "Yes")
    expect(browser_page.get_by_label("What is the address?")).to_be_visible()
    show_sheet(browser_page, site)
    assert browser_page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18.6667px"
    assert complaints == []


# By keyboard


def test_everything_is_reached_and_sent_by_keyboard(browser_page: Page, site: str, core: FakeCore) -> None:
    open_case(browser_page, site)
    browser_page.keyboard.press("Tab")
    expect(browser_page.get_by_role("link", name="Skip to your talk with Day One")).to_be_focused()
    browser_page.keyboard.press("Enter")
    browser_page.keyboard.press("Tab")
    expect(browser_page.get_by_label("Type a command")).to_be_focused()
    browser_page.keyboard.press("End")
    browser_page.keyboard.type("step OAK-417 home")
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#answer")).to_be_focused()
    browser_page.keyboard.press("Tab")
    expect(browser_page.get_by_label("Parents or carers")).to_be_focused()
    browser_page.keyboard.press("ArrowDown")
    expect(browser_page.get_by_label("Foster care")).to_be_checked()
    browser_page.get_by_label("Who said so?").focus()
    browser_page.keyboard.type("Alex")
    browser_page.get_by_label("What is the next step to arrange a home?").focus()
    browser_page.keyboard.type("Ring the council")
    browser_page.keyboard.press("Control+Enter")
    expect(browser_page.get_by_text("Home: saved")).to_be_visible()
    assert core.answers == 4


def test_reading_goes_on_at_what_is_wrong(browser_page: Page, site: str) -> None:
    show_problems(browser_page, site)
    expect(browser_page.get_by_role("alert")).to_be_focused()
    browser_page.get_by_role("alert").get_by_role("link", name="By when?").click()
    expect(browser_page.get_by_label("By when?").last).to_be_focused()
    expect(browser_page.get_by_label("By when?").last).to_have_value("31/2/2026")


# Too much


def test_what_is_too_long_is_said_and_is_still_there_on_going_back(browser_page: Page, site: str) -> None:
    show_private(browser_page, site)
    words = browser_page.get_by_label("What should the doctor (GP) know?")
    words.fill("x" * 300_000)
    save(browser_page)
    expect(browser_page.get_by_text("too long to send at once")).to_be_visible()
    browser_page.go_back()
    assert len(words.input_value()) == 300_000
