"""What can be fetched as a file: sheets to print, and calendars."""

from dataclasses import dataclass

from bot.messages.document import Document
from bot.messages.reports.tables import Table
from bot.render import csv_file, ics
from bot.render.aloud import to_read_aloud
from bot.render.html import page
from bot.render.pdf import MIMETYPE, pdf
from bot.use_cases.day_one import DayOne
from bot.use_cases.reports.reports import REPORTS
from planning_rules.refusal import Refusal

SHEET = "sheet"
CALENDAR = "calendar"
HTML = "text/html"
TEXT = "text/plain"
NAMES = {"agenda": "agenda", "ready": "getting ready", "paper": "on paper", "minutes": "minutes"}


@dataclass(frozen=True)
class File:
    """Its name carries the case's reference and nobody's name."""

    name: str
    content: bytes
    mimetype: str


def make_file(day_one: DayOne, account: str, kind: str, value: str) -> File | Refusal:
    """A SHEET, where `value` is the case, the reader and the form ("OAK-417 child pdf"), or a CALENDAR.

    The value of a calendar is like "OAK-417 next". That they looked is kept.
    """
    reference, which, form = f"{value}   ".split(" ")[:3]
    if kind == CALENDAR:
        calendar = day_one.calendar(account, reference, which)
        if isinstance(calendar, Refusal):
            return calendar
        return File(ics.file_name(reference, which), calendar.encode(), ics.MIMETYPE)
    if form == "csv":
        return table_file(day_one.table(account, reference, which), reference)
    sheet = day_one.printable(account, reference, which)
    if isinstance(sheet, Refusal):
        return sheet
    name = f"{reference} {NAMES.get(which.partition(':')[0], 'plan sheet')}"
    return sheet_file(sheet, reference if reference in REPORTS else name, form)


def table_file(table: Table | Refusal, name: str) -> File | Refusal:
    """A report's table, to be opened in a spreadsheet."""
    if isinstance(table, Refusal):
        return table
    return File(f"{name}.csv", csv_file.csv_file(table), csv_file.MIMETYPE)


def sheet_file(sheet: Document, name: str, form: str) -> File | Refusal:
    """A sheet as "pdf", as "txt" to be read aloud, or as a page."""
    if form == "txt":
        return File(f"{name}.txt", to_read_aloud(sheet).encode(), TEXT)
    if form != "pdf":
        return File(f"{name}.html", page(sheet).encode(), HTML)
    printed = pdf(sheet)
    return printed if isinstance(printed, Refusal) else File(f"{name}.pdf", printed, MIMETYPE)
