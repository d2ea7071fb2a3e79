"""Plan sheets: seen first by a worker, then printed, or shared with the case's channel."""

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals, sharing
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.document_json import document_to_json
from bot.messages.form import Form
from bot.messages.sheets.adult import adult_sheet
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.held_back import held_back
from bot.messages.sheets.readers import Edition
from bot.messages.sheets.worker import worker_plan
from bot.use_cases.giving import handing_over
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.hard_words import marked
from bot.use_cases.plan_before import plan_before
from bot.use_cases.posting import SHEET, has_channel, post
from bot.use_cases.the_case import TheCase
from planning_rules.refusal import Refusal


@said("sheet")
def preview(case: TheCase, call: Call) -> Answered:
    """The sheet as its reader would have it, shown to a worker first."""
    reader = reader_meant(case, " ".join(call.words[1:]))
    sheet = whole_sheet(case, reader)
    if isinstance(sheet, Refusal):
        return sheet
    held = held_back(case.plan) if reader == "child" else []
    may_share = case.may(Act.SHARE) and has_channel(case)
    adults = [adult for adult in case.plan.adults(case.today) if adult.gets_sheet]
    handing = handing_over(case, reader)
    hard = marked(case, reader)
    return sharing.preview(sheet, case.reference, reader, may_share, adults, held, handing, hard)


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


def whole_sheet(case: TheCase, reader: str) -> Document | Refusal:
    """The sheet for a reader: child, worker or adult:ID; of the child or an adult also with pictures.

    That somebody looked at it is noted. A worker who may not see all that is private gets the child's
    sheet without it.
    """
    plainly = reader.removesuffix(sharing.WITH_PICTURES)
    sheet = _sheet(case, plainly, pictures=plainly != reader)
    if isinstance(sheet, Document):
        case.turn.note("looked-at-sheet", case.case, plainly.partition(":")[0])
    return sheet


def _sheet(case: TheCase, reader: str, pictures: bool) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    if kind == "adult":
        return adult_sheet(case.plan, adult, case.today, before=plan_before(case), pictures=pictures)
    if reader == "worker":
        return worker_plan(case.plan, case.day, case.hidden == 0)
    if reader != "child":
        return refusals.no_such("reader", reader, "child")
    edition = Edition.OPEN if case.hidden else Edition.FULL
    sheet = child_sheet(case.plan, case.today, edition, before=plan_before(case), pictures=pictures)
    return sharing.without_private(sheet) if case.hidden else sheet
