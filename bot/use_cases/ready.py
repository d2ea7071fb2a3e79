"""Sheets to get ready with before a meeting: the child's, and one for each adult whom that is safe for."""

from bot.conversation.calls import Call
from bot.messages import on_paper, refusals, sharing
from bot.messages.document import Document
from bot.messages.sheets.adult import safe_to_give
from bot.messages.sheets.readers import READER_OF, Edition
from bot.messages.sheets.ready import adult_ready, child_ready
from bot.use_cases.handlers import Answered, said
from bot.use_cases.sheets import reader_meant
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import way_back
from planning_rules.parts import Person
from planning_rules.refusal import Refusal


@said("ready")
def preview(case: TheCase, call: Call) -> Answered:
    """The sheet as its reader would have it, shown to a worker first."""
    reader = reader_meant(case, " ".join(call.words[1:]))
    sheet = ready_sheet(case, reader)
    if isinstance(sheet, Refusal):
        return sheet
    adults = [one for one in case.plan.people if _may_have_one(case, one)]
    return on_paper.ready(sheet, case.reference, reader, adults, way_back(case))


def ready_sheet(case: TheCase, reader: str) -> Document | Refusal:
    """The sheet for a reader, child or adult:ID. That somebody looked at it is noted.

    A worker who may not see all that is private gets the child's sheet with fewer names.
    """
    sheet = _sheet(case, reader)
    if isinstance(sheet, Document):
        case.turn.note("looked-at-ready", case.case, reader.partition(":")[0])
    return sheet


def _sheet(case: TheCase, reader: str) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    if kind == "adult":
        return adult_ready(case.plan, adult, case.day)
    if reader != "child":
        return refusals.no_such("reader", reader, "child")
    if case.hidden:
        return sharing.without_private(child_ready(case.plan, case.day, READER_OF[Edition.OPEN]))
    return child_ready(case.plan, case.day)


def _may_have_one(case: TheCase, person: Person) -> bool:
    return isinstance(safe_to_give(case.plan, person.id, case.today), Person)
