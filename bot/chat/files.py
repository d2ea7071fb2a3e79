"""What can be fetched as a file: sheets to print, and calendars."""

from dataclasses import dataclass

from bot.render import ics
from bot.render.html import page
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal

SHEET = "sheet"
CALENDAR = "calendar"


@dataclass(frozen=True)
class File:
    """Its name carries the case's reference and nobody's name."""

    name: str
    content: str
    mimetype: str


def make_file(day_one: DayOne, account: str, kind: str, value: str) -> File | Refusal:
    """A SHEET, where `value` is the case and the reader ("OAK-417 child"), or a CALENDAR ("OAK-417 next").

    That they looked is kept.
    """
    reference, _, which = value.partition(" ")
    if kind == CALENDAR:
        calendar = day_one.calendar(account, reference, which)
        if isinstance(calendar, Refusal):
            return calendar
        return File(ics.file_name(reference, which), calendar, ics.MIMETYPE)
    sheet = day_one.printable(account, reference, which)
    if isinstance(sheet, Refusal):
        return sheet
    return File(f"{reference} plan sheet.html", page(sheet), "text/html")
