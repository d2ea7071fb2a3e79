"""Plan sheets: seen first by a worker, then printed, or shared with the case's channel."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals, sharing
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.sheets.adult import adult_sheet
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.readers import Edition
from bot.messages.sheets.worker import worker_plan
from bot.use_cases.handlers import Answered, filled, said
from bot.use_cases.may import Act, may_see_private
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.facts import STEPS
from planning_rules.plan_file import write_plan
from planning_rules.plan_file.reading import plan_from_json
from planning_rules.refusal import Refusal
from storage import posts

SHEET = "sheet"


@said("sheet")
def preview(turn: Turn, call: Call) -> Answered:
    """The sheet as its reader would have it, shown to a worker first."""
    found = the_case(turn, call.reference)
    if isinstance(found, Refusal):
        return found
    reader = call.word(1) or "child"
    sheet = whole_sheet(found, reader)
    if isinstance(sheet, Refusal):
        return sheet
    return sharing.preview(sheet, found.reference, reader, found.may(Act.SHARE))


@said("share")
def ask_to_share(turn: Turn, call: Call) -> Answered:
    """Ask whether somebody has read the sheet through."""
    found = the_case(turn, call.reference, Act.SHARE)
    return found if isinstance(found, Refusal) else sharing.share_form(found.reference)


@filled("share")
def share(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Put the child's sheet into the case's channel, as everybody there may read it."""
    found = the_case(turn, call.reference, Act.SHARE, changes=True)
    if isinstance(found, Refusal):
        return found
    read = read_form(sharing.share_form(found.reference), typed)
    if isinstance(read, Form):
        return read
    if read["read"] != "yes":
        return refusals.only_when_read()
    shared = {"plan": write_plan(found.plan), "on": turn.today.isoformat()}
    posts.add(turn.tx, found.case.id, SHEET, at=turn.now, body=shared)
    turn.note("shared", found.case, "child")
    return Outcome((sharing.shared(found.reference),), reference=found.reference)


def whole_sheet(found: TheCase, reader: str) -> Document | Refusal:
    """The sheet for a reader: child, worker or adult:ID. Looking at private answers in it is noted.

    A worker who may not see all that is private gets the child's sheet without it.
    """
    kind, _, adult = reader.partition(":")
    private = all(may_see_private(found.me, step.key) for step in STEPS if step.has_private())
    found.turn.note("looked-at-sheet", found.case, kind)
    if reader == "child":
        edition = Edition.FULL if private else Edition.ROOM
        sheet = child_sheet(found.plan, found.turn.today, edition)
        return sheet if private else sharing.without_private(sheet)
    if reader == "worker":
        return worker_plan(found.plan, found.day, private)
    if kind == "adult":
        return adult_sheet(found.plan, adult, found.turn.today)
    return refusals.no_such("reader", reader, "child")


def room_sheet(shared: Any) -> Document:
    """A sheet as it was when it was shared."""
    return child_sheet(plan_from_json(shared["plan"]), date.fromisoformat(shared["on"]), Edition.ROOM)
