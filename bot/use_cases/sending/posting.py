"""Putting something into a case's channel: kept with the case, and planned to be sent where it has one."""

from typing import Any

from bot.messages.meeting.agenda import AGENDA
from bot.use_cases.the_case import TheCase
from storage import deliveries, posts
from storage.posts import Post

LIVING = "meeting"
DRAWN_AFRESH = (LIVING, AGENDA)
SHEET = "sheet"


def post(case: TheCase, kind: str, body: Any) -> None:
    """The body of what is DRAWN_AFRESH is the id of its meeting, that of any other the document as JSON."""
    plan_delivery(case, posts.add(case.turn.tx, case.case.id, kind, at=case.turn.now, body=body))


def plan_delivery(case: TheCase, kept: Post) -> None:
    """It is to stand in the case's channel as well."""
    turn, channel = case.turn, case.case.channel
    if channel:
        living = kept.kind in DRAWN_AFRESH
        deliveries.plan(turn.tx, kept.id, case.case.id, channel, living=living, at=turn.now)


def has_channel(case: TheCase) -> bool:
    """On the local page every case has one."""
    return case.turn.account.chat == "local" or case.case.channel is not None
