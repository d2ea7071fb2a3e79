"""What can be fetched about a service, by a name in the place of a case's reference: "digest all pdf"."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.messages import refusals
from bot.messages.document import Document
from bot.messages.reports.tables import Table
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal


@dataclass(frozen=True)
class Report:
    """The same to print and as a table."""

    document: Document
    table: Table


# Given which one is wanted ("all").
Make = Callable[[Turn, str], Report | Refusal]
REPORTS: dict[str, Make] = {}


def report(name: str) -> Callable[[Make], Make]:
    """Make a report of this name for somebody. It says itself who may have it."""

    def enter(make: Make) -> Make:
        REPORTS[name] = make
        return make

    return enter


def table(turn: Turn, name: str, which: str) -> Table | Refusal:
    """A report as a table."""
    if name not in REPORTS:
        return refusals.no_such("report", name, known=REPORTS)
    made = REPORTS[name](turn, which)
    return made if isinstance(made, Refusal) else made.table
