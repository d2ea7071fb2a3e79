"""`dayone sheet --language cy`: only where somebody turned Welsh on, and it says that nobody checked it."""

from pathlib import Path

import pytest

from bot.settings import read_settings
from bot.sheet_settings import SheetSettings
from tests.bot.cli.plan_files import NO_HOME, dayone, written
from tests.guards.house import ROOT

SHEET = ("--on", "2026-03-02", "--for")
IN_WELSH = ("--language", "cy")
READERS = ["child", "adult:mum"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, NO_HOME)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DAYONE_WELSH", "DAYONE_SECRETS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("given", [None, "", "off"])
@pytest.mark.parametrize("reader", READERS)
def test_it_is_refused_with_what_to_do_unless_it_was_turned_on(
    file: Path, monkeypatch: pytest.MonkeyPatch, reader: str, given: str | None
) -> None:
    if given is not None:
        monkeypatch.setenv("DAYONE_WELSH", given)
    result = dayone("sheet", file, *SHEET, reader, *IN_WELSH)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Sheets in Welsh are off" in result.stderr
    assert "Set DAYONE_WELSH to on" in result.stderr


@pytest.mark.parametrize("reader", READERS)
def test_where_it_is_on_a_sheet_says_in_both_languages_that_nobody_has_checked_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    monkeypatch.setenv("DAYONE_WELSH", "on")
    lines = dayone("sheet", file, *SHEET, reader, *IN_WELSH).stdout.splitlines()
    assert lines[3:6] == [
        "Rydyn ni wedi rhoi hwn yn Gymraeg. Does neb wedi gwirio'r Gymraeg eto.",
        "",
        "We put this into Welsh. Nobody has checked the Welsh yet.",
    ]
    assert any("ddydd Llun 2 Mawrth 2026" in line for line in lines)


@pytest.mark.parametrize("reader", [*READERS, "worker"])
def test_where_it_is_on_whoever_does_not_ask_for_it_gets_english(
    file: Path, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    before = dayone("sheet", file, *SHEET, reader).stdout
    monkeypatch.setenv("DAYONE_WELSH", "on")
    assert dayone("sheet", file, *SHEET, reader).stdout == before
    assert "Gymraeg" not in before


def test_what_workers_read_is_in_english_only(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAYONE_WELSH", "on")
    result = dayone("sheet", file, *SHEET, "worker", *IN_WELSH)
    assert result.exit_code == 3
    assert "in English only" in result.stderr


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_it_is_made_in_every_form(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("DAYONE_WELSH", "on")
    to = tmp_path / "sheet"
    assert dayone("sheet", file, *SHEET, "child", *IN_WELSH, "--format", form, "-o", to).exit_code == 0
    assert b"cy-GB" in to.read_bytes()


def test_it_is_on_or_off_and_nothing_else(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAYONE_WELSH", "Cymraeg")
    result = dayone("sheet", file, *SHEET, "child", *IN_WELSH)
    assert result.exit_code == 3
    assert result.stderr.startswith("DAYONE_WELSH is missing or wrong. on: sheets can be made in Welsh")


def test_it_can_stand_in_a_folder_of_settings_and_the_guide_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "DAYONE_WELSH").write_text("on")
    assert read_settings(SheetSettings, str(tmp_path)) == SheetSettings(DAYONE_WELSH=True)
    assert "DAYONE_WELSH" in (ROOT / "README.md").read_text("utf8")
