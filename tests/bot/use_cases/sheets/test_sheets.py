"""Plan sheets: looked at first, then printed or shared; what is shared stays as it was."""

from datetime import timedelta

import pytest

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Document, Pictured, Print
from bot.render.print_size import size_of
from bot.render.text import document_text
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, titles, words
from tests.bot.messages.sheets.reading import texts_of
from tests.bot.use_cases.everything import promise

EVERYBODY = ["Sam", "Alex", "Jo", "Priya", "Morgan"]
READERS = {"child": "Robin: my plan", "worker": "Plan for OAK-417", "adult:mum": "a copy for Mum"}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("reader", READERS)
def test_everybody_on_the_case_sees_and_prints_every_sheet(core: Core, who: str, reader: str) -> None:
    (title,) = titles(core.says(who, f"sheet {OAK} {reader}"))
    assert READERS[reader] in title
    printed = core.day_one.printable(core.people[who], OAK, reader)
    assert isinstance(printed, Document)
    assert printed.title == title


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("reader", READERS)
def test_a_printed_sheet_has_no_buttons_of_ours_and_the_preview_leads_to_it(
    core: Core, who: str, reader: str
) -> None:
    (preview,) = core.says(who, f"sheet {OAK} {reader}").shown
    assert isinstance(preview, Document)
    ways = {(one.reader, one.form) for one in preview.blocks if isinstance(one, Print)}
    pictured = {(f"{reader}+pictures", form) for form in ("pdf", "html")} if reader != "worker" else set()
    plain = {(reader, form) for form in ("pdf", "html", "txt")}
    assert ways == plain | pictured | {(f"{reader}+large", "pdf")}
    assert ("share OAK-417" in repr(preview)) is (who in ("Sam", "Morgan") and reader == "child")
    assert "Button" not in repr(core.day_one.printable(core.people[who], OAK, reader))


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("reader", ["child", "adult:mum"])
def test_the_edition_with_pictures_tells_nobody_more(core: Core, who: str, reader: str) -> None:
    plain = core.day_one.printable(core.people[who], OAK, reader)
    pictured = core.day_one.printable(core.people[who], OAK, f"{reader}+pictures")
    assert isinstance(plain, Document)
    assert isinstance(pictured, Document)
    assert any(isinstance(block, Pictured) for block in pictured.blocks)
    assert texts_of(pictured) == texts_of(plain)


@pytest.mark.parametrize("reader", READERS)
def test_in_large_print_it_says_the_same_in_letters_of_18_points(core: Core, reader: str) -> None:
    plain = core.day_one.printable(core.people["Sam"], OAK, reader)
    large = core.day_one.printable(core.people["Sam"], OAK, f"{reader}+large")
    assert isinstance(plain, Document)
    assert isinstance(large, Document)
    assert large.blocks == plain.blocks
    assert (size_of(large), size_of(plain)) == (18, 14)


def test_the_text_to_read_aloud_is_fetched_and_says_all_that_the_sheet_says(core: Core) -> None:
    file = make_file(core.day_one, core.people["Sam"], SHEET, f"{OAK} child txt")
    assert isinstance(file, File)
    assert (file.name, file.mimetype) == ("OAK-417 plan sheet.txt", "text/plain")
    sheet = core.day_one.printable(core.people["Sam"], OAK, "child")
    assert isinstance(sheet, Document)
    said = file.content.decode()
    lines = [line.strip().removeprefix("– ") for one in texts_of(sheet) for line in one.splitlines()]
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(("role", "named"), [("parent", "Mum"), ("Carer", "Nan"), ("PARENT", "Mum")])
@pytest.mark.parametrize("command", ["sheet", "ready"])
def test_a_role_leads_to_whose_it_is(core: Core, command: str, role: str, named: str) -> None:
    shown = words(core.says("Sam", f"{command} {OAK} {role}"))
    assert f"There is no reader “{role}” here. There are: {named}." in shown
    assert "“child”" not in shown


@pytest.mark.parametrize("reader", ["relative", "everybody", "child+cartoon"])
def test_a_reader_whom_there_is_not_leads_to_those_who_are(core: Core, reader: str) -> None:
    assert "There are: The child; Mum; Nan." in words(core.says("Sam", f"sheet {OAK} {reader}"))


def test_a_sheet_without_a_reader_is_the_childs(core: Core) -> None:
    assert core.says("Sam", f"sheet {OAK}") == core.says("Sam", f"sheet {OAK} child")


@pytest.mark.parametrize(
    ("adult", "says"),
    [
        ("nan", "not recorded that contact between Nan and the child is safe"),
        ("sam", "is no parent, carer"),
        ("nobody", "No adult “nobody”"),
    ],
)
def test_an_adult_gets_a_sheet_only_where_that_is_safe(core: Core, adult: str, says: str) -> None:
    assert says in words(core.says("Sam", f"sheet {OAK} adult:{adult}"))
    printed = core.day_one.printable(core.people["Sam"], OAK, f"adult:{adult}")
    assert isinstance(printed, Refusal)


def test_what_is_private_is_on_the_childs_sheet_for_who_may_see_it_only(core: Core) -> None:
    health = "We do not know yet who will help with how you feel."
    assert health in words(core.says("Sam", f"sheet {OAK} child"))
    for who in ("Alex", "Jo", "Morgan"):
        shown = words(core.says(who, f"sheet {OAK} child"))
        assert health not in shown
        assert "open to named workers only" in shown


def test_the_shared_sheet_leaves_out_health_family_and_address(core: Core) -> None:
    core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    shown = document_text(core.feed("Alex")[0].document)
    assert "The plan is to go to college." in shown
    for left_out in (
        "12 Mill Lane",
        "Oakshire.",
        "how you feel",
        "Mum will get Robin up",
        "Mum and me argue",
    ):
        assert left_out not in shown


def test_a_shared_sheet_stays_as_it_was_when_answers_change(each_core: Core) -> None:
    each_core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    before = each_core.feed("Jo")
    each_core.answers("Sam", f"change {OAK} education", {"education.planned": "work"})
    each_core.answers("Sam", f"add {OAK}", promise("Ring", "sam", "9/3/2026"))
    assert each_core.feed("Jo") == before
    assert "The plan is to work." in words(each_core.says("Jo", f"sheet {OAK} child"))


def test_a_sheet_that_nobody_has_read_is_not_shared(core: Core) -> None:
    outcome = core.sends("Sam", core.opens("Sam", f"share {OAK} child"), {"read": "no"})
    assert "Read it through first" in words(outcome)
    assert core.feed("Sam") == []


def test_sharing_twice_on_purpose_puts_it_there_twice(core: Core) -> None:
    for _ in range(2):
        core.answers("Morgan", f"share {OAK} child", {"read": "yes"})
    assert len(core.feed("Sam")) == 2


def test_the_channel_keeps_its_order(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    assert [post.living for post in core.feed("Jo")] == [True, False]
    assert all("Monday 2 March 2026, 09:30" in post.at for post in core.feed("Jo"))


def test_a_sheet_begins_with_what_is_new_since_the_meeting_before_the_one_in_hand(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    core.answers("Sam", f"change {OAK} education", {"education.activity": "Judo on Mondays"})
    assert "What has changed" not in words(core.says("Sam", f"sheet {OAK}"))

    core.now += timedelta(days=28)
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"change {OAK} education", {"education.activity": "Boxing on Tuesdays"})
    child, mum = (words(core.says("Sam", f"sheet {OAK} {reader}")) for reader in ("child", "mum"))
    for told in (child, mum):
        assert "This is new since we met on Monday 2 March 2026." in told
        assert told.count("Boxing on Tuesdays") == 2
    assert "has changed" not in words(core.says("Sam", f"share {OAK} child"))
