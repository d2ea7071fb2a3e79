"""Plan sheets: seen first by a worker, then printed, or shared with the case's channel."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.document_json import document_to_json
from bot.messages.form import Form
from bot.messages.handing_out import sharing
from bot.messages.handing_out.looks import (
    Look,
    Looks,
    as_typed,
    looks_of,
    welsh_is_off,
    with_looks,
    workers_read_english,
)
from bot.messages.meeting.agreed_before import agreed_before
from bot.messages.sheets.adult import adult_sheet
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.held_back import held_back
from bot.messages.sheets.language import ENGLISH, Language, welsh
from bot.messages.sheets.readers import Edition
from bot.messages.sheets.worker import worker_plan
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.sending.posting import SHEET, has_channel, post
from bot.use_cases.sheets.giving import handing_over, readers
from bot.use_cases.sheets.hard_words import marked
from bot.use_cases.sheets.plan_before import plan_before, plans_before
from bot.use_cases.the_case import TheCase
from planning_rules.refusal import Refusal


@said("sheet")
def preview(case: TheCase, call: Call) -> Answered:
    """The sheet as its reader would have it, shown to a worker first."""
    typed, wanted = as_typed(" ".join(call.words[1:]))
    reader = reader_meant(case, typed)
    sheet = whole_sheet(case, with_looks(reader, *wanted))
    if isinstance(sheet, Refusal):
        return sheet
    offered = sharing.Offered(
        may_share=case.may(Act.SHARE) and has_channel(case),
        adults=[adult for adult in case.plan.adults(case.today) if adult.gets_sheet],
        welsh=case.turn.welsh,
    )
    beside = (*handing_over(case, reader), *marked(case, reader))
    held = held_back(case.plan) if reader == "child" else []
    shown = sharing.preview(sheet, case.reference, reader, wanted, offered, held, beside)
    return Outcome(shown)


@said("share", act=Act.SHARE)
def ask_to_share(case: TheCase, call: Call) -> Answered:
    """Show what everybody in the channel would read, and ask whether it was read through."""
    if not has_channel(case):
        return refusals.no_channel(case.reference)
    form = sharing.share_form(case.reference, case.case.version)
    return Outcome((_for_the_channel(case), form))


@filled("share", act=Act.SHARE)
def share(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Put the child's sheet into the case's channel, as everybody there may read it."""
    read = read_form(sharing.share_form(case.reference, case.case.version), typed.values, case.today)
    if isinstance(read, Form):
        return read
    if read["read"] != "yes":
        return preview(case, call)
    if not has_channel(case):
        return refusals.no_channel(case.reference)
    if typed.version != case.case.version - 1:
        return refusals.changed_since("The plan")
    shared = _for_the_channel(case)
    post(case, SHEET, document_to_json(shared))
    case.turn.note("shared", case.case, "child")
    return Outcome((sharing.shared(case.reference),), reference=case.reference)


def _for_the_channel(case: TheCase) -> Document:
    return child_sheet(case.plan, case.today, Edition.ROOM, before=plan_before(case))


def reader_meant(case: TheCase, typed: str) -> str:
    """Whose sheet is meant by "", "worker", "adult:mum", "mum" or "Mum"."""
    adults = case.plan.adults(case.today)
    named = next((adult for adult in adults if typed.lower() in (adult.id, adult.name.lower())), None)
    return f"adult:{named.id}" if named else typed or "child"


def no_reader(case: TheCase, typed: str) -> Refusal:
    """With everybody who has a sheet; where it is a role, like "parent", with those whose it is."""
    family = readers(case)
    known = [one for one in family if one.role == typed.lower()] or family
    return refusals.no_such("reader", typed, known=[one.name for one in known])


def whole_sheet(case: TheCase, named: str) -> Document | Refusal:
    """The sheet for a reader, and as it is to look: child, worker or adult:ID, "child+pictures".

    That somebody looked at it is noted. A worker who may not see all that is private gets the child's
    sheet without it.
    """
    reader, wanted = looks_of(named)
    sheet = _sheet(case, reader, wanted)
    if isinstance(sheet, Refusal):
        return sheet
    case.turn.note("looked-at-sheet", case.case, reader.partition(":")[0])
    return replace(sheet, large=Look.LARGE in wanted)


def language_of(case: TheCase, wanted: Looks) -> Language | Refusal:
    """Welsh only where whoever runs this turned it on."""
    if Look.WELSH not in wanted:
        return ENGLISH
    return welsh() if case.turn.welsh else welsh_is_off()


def _sheet(case: TheCase, reader: str, wanted: Looks) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    language, pictures = language_of(case, wanted), Look.PICTURES in wanted
    if isinstance(language, Refusal):
        return language
    if reader == "worker":
        return _full_plan(case) if language is ENGLISH else workers_read_english()
    before = plan_before(case)
    if kind == "adult":
        return adult_sheet(case.plan, adult, case.today, before=before, pictures=pictures, language=language)
    if reader != "child":
        return no_reader(case, reader)
    edition = Edition.OPEN if case.hidden else Edition.FULL
    sheet = child_sheet(case.plan, case.today, edition, before=before, pictures=pictures, language=language)
    return sharing.without_private(sheet) if case.hidden else sheet


def _full_plan(case: TheCase) -> Document:
    """With what was said of the plan at each meeting before: to disagree is not forgotten at the next one."""
    plan = worker_plan(case.plan, case.day, case.hidden == 0)
    return replace(plan, blocks=(*plan.blocks, *agreed_before(plans_before(case))))
