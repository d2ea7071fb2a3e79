"""Sheets in Welsh, in chat: only where they were turned on, and each says that nobody has checked it."""

from dataclasses import replace

import pytest

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Buttons, Document, Print
from bot.render.html import page
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, titles, words
from tests.bot.render.test_languages import languages
from tests.bot.render.test_pdf import assert_accessible

DRAFT = "Nobody has checked the Welsh yet."
IN_WELSH = ["{} {} child+cymraeg", "{} {} cymraeg", "{} {} child in Welsh", "{} {} yn Gymraeg"]
each_command = pytest.mark.parametrize("command", ["sheet", "ready"])


@pytest.fixture
def in_wales(core: Core) -> Core:
    core.day_one = replace(core.day_one, welsh=True)
    return core


def offered(core: Core, text: str) -> list[str]:
    return [
        button.label
        for shown in core.says("Sam", text).shown
        if isinstance(shown, Document)
        for block in shown.blocks
        if isinstance(block, Buttons)
        for button in block.items
    ]


def printed(core: Core, reader: str, who: str = "Sam") -> Document:
    sheet = core.day_one.printable(core.people[who], OAK, reader)
    assert isinstance(sheet, Document)
    return sheet


@each_command
@pytest.mark.parametrize("said", IN_WELSH)
def test_where_it_is_off_it_is_neither_offered_nor_made(core: Core, command: str, said: str) -> None:
    assert not any("Welsh" in label for label in offered(core, f"{command} {OAK}"))
    assert "Sheets in Welsh are off" in words(core.says("Sam", said.format(command, OAK)))
    for reader in ("child+cymraeg", "ready:child+cymraeg"):
        assert isinstance(core.day_one.printable(core.people["Sam"], OAK, reader), Refusal)


@each_command
@pytest.mark.parametrize("said", IN_WELSH)
def test_where_it_is_on_the_sheet_in_welsh_stands_below_what_is_said_in_english(
    in_wales: Core, command: str, said: str
) -> None:
    about, sheet = in_wales.says("Sam", said.format(command, OAK)).shown
    assert isinstance(about, Document)
    assert isinstance(sheet, Document)
    assert (about.language, sheet.language) == ("en-GB", "cy-GB")
    assert "nobody has checked" in about.title
    assert DRAFT in page(sheet)
    assert all("cymraeg" in one.reader for one in about.blocks if isinstance(one, Print))


@each_command
@pytest.mark.parametrize("reader", ["child", "adult:mum"])
def test_each_language_leads_to_the_other(in_wales: Core, command: str, reader: str) -> None:
    assert "In Welsh, not checked yet" in offered(in_wales, f"{command} {OAK} {reader}")
    assert "In English" in offered(in_wales, f"{command} {OAK} {reader}+cymraeg")


def test_what_workers_read_is_in_english_only(in_wales: Core) -> None:
    assert "in English only" in words(in_wales.says("Sam", f"sheet {OAK} worker cymraeg"))
    assert not any("Welsh" in label for label in offered(in_wales, f"sheet {OAK} worker"))


@pytest.mark.parametrize("reader", ["child", "adult:mum", "ready:child", "ready:adult:mum"])
@pytest.mark.parametrize("look", ["", "+pictures", "+large"])
def test_each_sheet_is_made_in_welsh_and_marks_what_was_typed_as_english(
    in_wales: Core, reader: str, look: str
) -> None:
    sheet = printed(in_wales, f"{reader}{look}+cymraeg")
    html = page(sheet)
    assert '<html lang="cy-GB"' in html
    assert '<span lang="en-GB">' in html
    file = make_file(in_wales.day_one, in_wales.people["Sam"], SHEET, f"{OAK} {reader}{look}+cymraeg pdf")
    assert isinstance(file, File)
    assert_accessible(file.content)
    assert languages(file.content) == {"cy-GB", "en-GB"}


@pytest.mark.parametrize("reader", ["child", "ready:child"])
def test_that_something_is_left_out_is_said_in_english_marked_as_that(in_wales: Core, reader: str) -> None:
    html = page(printed(in_wales, f"{reader}+cymraeg", "Jo"))
    assert '<span lang="en-GB">Some topics are left out' in html


def test_the_channel_is_shown_the_sheet_in_english(in_wales: Core) -> None:
    in_wales.answers("Sam", f"share {OAK} child", {"read": "yes"})
    assert in_wales.feed("Jo")[0].document.language == "en-GB"
    assert f"share {OAK}" in repr(in_wales.says("Sam", f"sheet {OAK} child"))
    assert f"share {OAK}" not in repr(in_wales.says("Sam", f"sheet {OAK} child+cymraeg"))


def test_in_english_nothing_changes(in_wales: Core) -> None:
    assert titles(in_wales.says("Sam", f"sheet {OAK}")) == ["Robin: my plan"]
    assert DRAFT not in words(in_wales.says("Sam", f"sheet {OAK}"))
