"""What stands in a case's channel, and the pages behind its buttons."""

from bot.conversation.heard import Post
from bot.messages.cases import time_left
from bot.messages.document import Document
from bot.messages.document_json import document_from_json
from bot.use_cases.cases import own_cases
from bot.use_cases.meetings import LIVING, living_message
from bot.use_cases.sheets import whole_sheet
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import LONDON, Turn
from planning_rules.dates import in_full
from planning_rules.refusal import Refusal
from storage import posts


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
    """A whole sheet to print. Who looked at it is kept."""
    found = the_case(turn, reference)
    if isinstance(found, Refusal):
        return found
    return whole_sheet(found, reader)


def _post(found: TheCase, kept: posts.Post) -> Post:
    here = kept.at.astimezone(LONDON)
    at = f"{in_full(here.date())}, {here:%H:%M}"
    if kept.kind == LIVING:
        held = next(meeting for meeting in found.plan.meetings if meeting.id == kept.body)
        return Post(str(kept.id), at, living_message(found, held), living=True)
    return Post(str(kept.id), at, document_from_json(kept.body))
