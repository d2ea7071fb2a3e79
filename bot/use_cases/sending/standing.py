"""What a post in a case's channel says now: as it was posted, or drawn afresh from the case."""

from collections.abc import Callable, Mapping

from bot.messages.document import Document
from bot.messages.document_json import document_from_json
from bot.messages.meeting.agenda import AGENDA, agenda
from bot.use_cases.meeting.agenda import agenda_of
from bot.use_cases.meeting.meetings import living_message
from bot.use_cases.sending.posting import LIVING
from bot.use_cases.the_case import TheCase
from planning_rules.parts import Meeting
from storage.posts import Post

_DRAWN: Mapping[str, Callable[[TheCase, Meeting], Document]] = {
    LIVING: living_message,
    AGENDA: lambda case, meeting: agenda(agenda_of(case, meeting)),
}


def what_stands(case: TheCase, post: Post) -> tuple[Document, bool]:
    """What it says, and whether that will change again."""
    draw = _DRAWN.get(post.kind)
    if draw is None:
        return document_from_json(post.body), False
    held = next(meeting for meeting in case.plan.meetings if meeting.id == post.body)
    return draw(case, held), not held.is_closed
