"""A table as CSV that any spreadsheet opens: https://www.rfc-editor.org/rfc/rfc4180."""

import csv
import io

from bot.messages.reports.tables import Table

MIMETYPE = "text/csv"
# A cell that begins so is worked out by a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(table: Table) -> bytes:
    """In UTF-8 with the mark by which Excel knows it. What could be a formula is made plain text."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([_plain(cell) for cell in line] for line in table)
    return written.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULAS) else cell
