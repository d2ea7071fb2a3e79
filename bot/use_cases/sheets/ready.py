"""Sheets to get ready with before a meeting: the child's, and one for each adult whom that is safe for."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages.document import Document
from bot.messages.handing_out import sharing
from bot.messages.handing_out.looks import Look, Looks, as_typed, looks_of, with_looks
from bot.messages.meeting import on_paper
from bot.messages.sheets.readers import READER_OF, Edition
from bot.messages.sheets.ready import adult_ready, child_ready
from bot.messages.sheets.safe import safe_to_give
from bot.use_cases.handlers import Answered, said
from bot.use_cases.sheets.sheets import language_of, no_reader, reader_meant
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import way_back
from planning_rules.parts import Person
from planning_rules.refusal import Refusal


@said("ready")
def preview(case: TheCase, call: Call) -> Answered:
    """The sheet as its reader would have it, shown to a worker first."""
    typed, wanted = as_typed(" ".join(call.words[1:]))
    reader = reader_meant(case, typed)
    sheet = ready_sheet(case, with_looks(reader, *wanted))
    if isinstance(sheet, Refusal):
        return sheet
    adults = [one for one in case.plan.people if _may_have_one(case, one)]
    welsh = case.turn.welsh
    return Outcome(on_paper.ready(sheet, case.reference, reader, wanted, adults, way_back(case), welsh))


def ready_sheet(case: TheCase, named: str) -> Document | Refusal:
    """The sheet for a reader, and as it is to look: child or adult:ID, "child+large".

    That somebody looked at it is noted. A worker who may not see all that is private gets the child's
    sheet with fewer names.
    """
    reader, wanted = looks_of(named)
    sheet = _sheet(case, reader, wanted)
    if isinstance(sheet, Refusal):
        return sheet
    case.turn.note("looked-at-ready", case.case, reader.partition(":")[0])
    return replace(sheet, large=Look.LARGE in wanted)


def _sheet(case: TheCase, reader: str, wanted: Looks) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    language = language_of(case, wanted)
    if isinstance(language, Refusal):
        return language
    if kind == "adult":
        return adult_ready(case.plan, adult, case.day, language)
    if reader != "child":
        return no_reader(case, reader)
    if case.hidden:
        fewer = child_ready(case.plan, case.day, READER_OF[Edition.OPEN], language)
        return sharing.without_private(fewer)
    return child_ready(case.plan, case.day, language=language)


def _may_have_one(case: TheCase, person: Person) -> bool:
    return isinstance(safe_to_give(case.plan, person.id, case.today), Person)
