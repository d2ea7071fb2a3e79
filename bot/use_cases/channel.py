"""A case's channel: which one it is, what stands in it, and the pages behind its buttons."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome, Post
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.cases import time_left
from bot.messages.document import Document
from bot.messages.handing_out import sharing
from bot.use_cases.cases import own_cases
from bot.use_cases.handlers import Answered, said
from bot.use_cases.meeting.agenda import agenda_sheet
from bot.use_cases.meeting.minutes import minutes_sheet
from bot.use_cases.meeting.paper import paper_sheet
from bot.use_cases.reports.reports import REPORTS
from bot.use_cases.sending.posting import DRAWN_AFRESH, plan_delivery
from bot.use_cases.sending.standing import what_stands
from bot.use_cases.sheets.ready import ready_sheet
from bot.use_cases.sheets.sheets import whole_sheet
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import LONDON, Turn
from planning_rules.dates import in_full
from planning_rules.refusal import Refusal
from storage import cases, deliveries, posts

PRINTED = {"agenda": agenda_sheet, "ready": ready_sheet, "paper": paper_sheet, "minutes": minutes_sheet}


@said("channel", act=Act.PLACE, changes=True)
def choose_channel(case: TheCase, call: Call) -> Answered:
    """Have the case's meetings stand in the private channel in which this is said."""
    place = case.turn.place
    if not place:
        return refusals.not_in_a_private_channel(case.reference)
    if (other := cases.by_channel(case.turn.tx, place)) and other.id != case.case.id:
        return refusals.channel_of_another_case()
    if deliveries.stands_in(case.turn.tx, place) - {case.case.id}:
        return refusals.channel_was_another_cases()
    cases.change(case.turn.tx, replace(case.case, channel=place))
    case.turn.note("chose-channel", case.case)
    _move(replace(case, case=replace(case.case, channel=place)))
    return Outcome((sharing.channel_chosen(case.reference),), reference=case.reference)


def _move(case: TheCase) -> None:
    """What is drawn afresh, or waits to be posted, goes to the new channel. The old one stays as it is."""
    waiting = deliveries.end(case.turn.tx, case.case.id)
    ahead = {meeting.id for meeting in case.plan.meetings if not meeting.is_closed}
    for kept in posts.of(case.turn.tx, case.case.id):
        if kept.id in waiting or (kept.kind in DRAWN_AFRESH and kept.body in ahead):
            plan_delivery(case, kept)


def titles(turn: Turn) -> list[tuple[str, str]]:
    """One's own cases, each with how long there is to release."""
    return [(case.reference, time_left(case.plan, turn.today)) for case in own_cases(turn)]


def feed(turn: Turn, reference: str) -> list[Post]:
    """The posts of a case's channel, the oldest first; nothing for whoever is not on the case."""
    found = the_case(turn, reference)
    if isinstance(found, Refusal):
        return []
    return [_post(found, kept) for kept in posts.of(turn.tx, found.case.id)]


def printable(turn: Turn, reference: str, reader: str) -> Document | Refusal:
    """A whole plan sheet to print, one to get ready with ("ready:child"), or a topic on paper ("paper:home").

    Or what is known about the service under this name. Who looked at it is kept.
    """
    if reference in REPORTS:
        made = REPORTS[reference](turn, reader)
        return made if isinstance(made, Refusal) else made.document
    found = the_case(turn, reference)
    if isinstance(found, Refusal):
        return found
    kind, _, which = reader.partition(":")
    return PRINTED[kind](found, which) if kind in PRINTED else whole_sheet(found, reader)


def _post(found: TheCase, kept: posts.Post) -> Post:
    here = kept.at.astimezone(LONDON)
    at = f"{in_full(here.date())}, {here:%H:%M}"
    return Post(str(kept.id), at, what_stands(found, kept)[0], living=kept.kind in DRAWN_AFRESH)
