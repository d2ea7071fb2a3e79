"""The numbers of a document's charts as a table: what they show, and no more."""

from collections.abc import Iterator

from bot.messages.document import TOO_FEW, Bars, Document, Heading, HeatMap
from bot.messages.reports.tables import Table

COLUMNS = ("Part", "Chart", "Row", "Column", "At least", "Of")


def chart_table(document: Document) -> Table:
    """A line for each number. Of bars, what is said beside them stands in the column."""
    return (COLUMNS, *_lines(document))


def _lines(document: Document) -> Iterator[tuple[str, ...]]:
    part = document.title
    for block in document.blocks:
        match block:
            case Heading(text=text):
                part = text
            case HeatMap(title=title, columns=columns, rows=rows):
                for row in rows:
                    cells = zip(columns, row.cells, strict=True)
                    yield from ((part, title, row.label, column, _told(count), "") for column, count in cells)
            case Bars(title=title, bars=bars):
                for bar in bars:
                    yield part, title, bar.label, bar.says, _told(bar.count), str(bar.total)


def _told(count: int | None) -> str:
    return str(count) if count else TOO_FEW
