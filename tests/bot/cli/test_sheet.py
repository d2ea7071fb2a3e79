"""`dayone sheet`: who gets which sheet, in which form, and who gets none."""

from pathlib import Path

import pytest

from tests.bot.cli.plan_files import NO_HOME, dayone, written

ON = ("--on", "2026-03-02")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, NO_HOME)


@pytest.mark.parametrize(
    ("reader", "title"),
    [
        ("child", "Robin: my plan"),
        ("worker", "Plan for OAK-417"),
        ("adult:mum", "Robin's plan: a copy for Mum"),
    ],
)
def test_each_reader_has_a_sheet_of_their_own(file: Path, reader: str, title: str) -> None:
    result = dayone("sheet", file, "--for", reader, *ON)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == title


def test_the_room_edition_leaves_out_own_words_and_health(file: Path) -> None:
    full = dayone("sheet", file, "--for", "child", *ON).stdout
    room = dayone("sheet", file, "--for", "child", "--edition", "room", *ON).stdout
    assert "“To cook”" in full
    assert "My health" in full
    assert "address" in full
    assert "To cook" not in room
    assert "My health" not in room
    assert "address" not in room


def test_what_is_held_back_from_the_child_s_sheet_is_said_beside_it(tmp_path: Path) -> None:
    home = {"address_agreed": "yes", "address": "12 Mill Lane", "suitable": ["not_safe"]}
    file = written(tmp_path, {**NO_HOME, "facts": {**NO_HOME["facts"], "home": home}})
    result = dayone("sheet", file, "--for", "child", *ON)
    assert (result.exit_code, "Mill Lane" in result.stdout) == (0, False)
    assert "does not stand on the child's sheet: the home is recorded as not safe" in result.stderr


def test_html_is_one_page(file: Path) -> None:
    result = dayone("sheet", file, "--for", "child", "--format", "html", *ON)
    assert result.stdout.lower().startswith("<!doctype html>")
    assert "Robin: my plan" in result.stdout


@pytest.mark.parametrize("reader", ["child", "worker", "adult:mum"])
def test_in_large_print_its_letters_are_18_points_high(file: Path, reader: str) -> None:
    sheet = ("sheet", file, "--for", reader, "--format", "html", *ON)
    assert '<html lang="en-GB" class="large">' in dayone(*sheet, "--large").stdout
    assert '<html lang="en-GB">' in dayone(*sheet).stdout
    assert "html.large { font-size: 18pt; }" in dayone(*sheet).stdout


@pytest.mark.parametrize("reader", ["child", "worker", "adult:mum"])
def test_a_pdf_is_written_to_a_file(file: Path, tmp_path: Path, reader: str) -> None:
    to = tmp_path / "sheet.pdf"
    result = dayone("sheet", file, "--for", reader, "--format", "pdf", *ON, "-o", to)
    assert (result.exit_code, result.stdout) == (0, "")
    assert to.read_bytes().startswith(b"%PDF-")


def test_a_pdf_that_has_no_letters_for_what_was_typed_ends_with_3_and_a_sentence(tmp_path: Path) -> None:
    facts = {**NO_HOME["facts"], "child": {"wants": "漢字"}}
    file = written(tmp_path, {**NO_HOME, "facts": facts})
    result = dayone("sheet", file, "--for", "child", "--format", "pdf", *ON)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Open it as a page" in result.stderr


def test_a_sheet_is_written_to_a_file(file: Path, tmp_path: Path) -> None:
    to = tmp_path / "sheet.txt"
    result = dayone("sheet", file, "--for", "child", *ON, "-o", to)
    assert (result.exit_code, result.stdout) == (0, "")
    assert to.read_text("utf8") == dayone("sheet", file, "--for", "child", *ON).stdout


def test_a_file_that_cannot_be_written_is_said(file: Path, tmp_path: Path) -> None:
    result = dayone("sheet", file, "--for", "child", "-o", tmp_path / "nowhere" / "sheet.txt")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--for", "adult:dad"), "not recorded how it is safe to give Dad a sheet"),
        (("--for", "adult:mun"), "Did you mean “mum”?"),
        (("--for", "adult:sam"), "no parent, carer or relative"),
        (("--for", "worker", "--edition", "room"), "the child's sheet only"),
        (("--for", "worker", "--edition", "pictures"), "has no pictures"),
    ],
)
def test_a_sheet_that_may_not_be_made_ends_with_3_and_a_sentence(
    file: Path, options: tuple[str, ...], says: str
) -> None:
    result = dayone("sheet", file, *options)
    assert (result.exit_code, result.stdout) == (3, "")
    assert says in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--for", "child", "--edition", "cartoon"),
        ("--for", "everybody"),
        ("--for", "adult:"),
        (),
    ],
)
def test_what_is_not_offered_ends_with_2_and_a_sentence(file: Path, options: tuple[str, ...]) -> None:
    result = dayone("sheet", file, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_private_answers_are_in_the_workers_plan_only_where_asked_for(tmp_path: Path) -> None:
    facts = {**NO_HOME["facts"], "health": {"needs": ["physical"]}}
    file = written(tmp_path, {**NO_HOME, "facts": facts})
    assert "Physical health" not in dayone("sheet", file, "--for", "worker", *ON).stdout
    assert "Physical health" in dayone("sheet", file, "--for", "worker", "--private", *ON).stdout
