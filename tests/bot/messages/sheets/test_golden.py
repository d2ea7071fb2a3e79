"""Whole sheets as plain text, small enough to read. With `DAYONE_GOLDEN=write` they are written anew."""

import os
from datetime import date

import pytest

from bot.messages.document import Document
from bot.messages.sheets import adult_sheet, child_sheet
from bot.render.text import document_text
from tests.guards.house import ROOT
from tests.planning_rules.test_examples import plan_of

FOLDER = ROOT / "tests" / "bot" / "messages" / "golden"
ROBIN, JAY = plan_of("oak_417"), plan_of("everything_goes_wrong")
SHEETS = {
    "robin_at_the_review": child_sheet(ROBIN, date(2026, 3, 2)),
    "robin_s_mum_at_the_review": adult_sheet(ROBIN, "mum", date(2026, 3, 2)),
    "jay_on_the_day_of_release": child_sheet(JAY, date(2026, 3, 23)),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_reads_as_somebody_has_read_it_through(name: str) -> None:
    sheet, kept = SHEETS[name], FOLDER / f"{name}.txt"
    assert isinstance(sheet, Document)
    if os.environ.get("DAYONE_GOLDEN") == "write":
        kept.write_text(document_text(sheet), "utf8")
    assert document_text(sheet) == kept.read_text("utf8")


def test_no_text_is_kept_of_a_sheet_that_nobody_compares() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(SHEETS)
