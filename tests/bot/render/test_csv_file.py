"""A table as CSV reads back as it was, and nothing in it is worked out by a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.reports.tables import Table
from bot.render.csv_file import csv_file

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_file(table).decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(CELLS, CELLS).map(tuple), max_size=5).map(tuple))
def test_each_cell_reads_back_as_it_was_but_for_a_mark_before_what_could_be_a_formula(table: Table) -> None:
    for line, cells in zip(table, read(table), strict=True):
        assert [cell.removeprefix("'") for cell in cells] == [cell.removeprefix("'") for cell in line]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"])
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert read(((cell, "a"),)) == [[f"'{cell}", "a"]]


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert csv_file((("“Ünïcode”",),)).startswith(b"\xef\xbb\xbf")
