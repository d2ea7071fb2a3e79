"""What the weekly update tells of one case: what everybody on it may see, since a day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.messages.reports.updates import Update
from bot.use_cases.the_case import TheCase
from bot.use_cases.turn import day_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Asked
from planning_rules.next_meetings import next_meeting
from planning_rules.parts import Action, Progress
from storage import actions, answers


def update_of(case: TheCase, since: datetime) -> Update:
    """In the words of `bot.messages.updates`."""
    day = day_of(since)
    owed = sorted((one for one in case.public_actions if one.is_owed), key=lambda one: one.by or date.max)
    return Update(
        case.plan,
        case.today,
        day,
        [one for one in case.public_actions if _is_done_since(case, one, since)],
        owed,
        list(_changed(case, since)),
        next_meeting(case.plan, case.day),
    )


def _is_done_since(case: TheCase, action: Action, since: datetime) -> bool:
    if action.progress not in (Progress.DONE, Progress.CONFIRMED):
        return False
    *_, last = actions.events_of(case.turn.tx, case.case.id, action.id)
    return last.at > since


def _changed(case: TheCase, since: datetime) -> Iterator[Answer[Any]]:
    """Of those that everybody on the case may see, in the order of the meeting."""
    meeting = case.plan.meeting.id if case.plan.meeting else None
    kept = answers.latest(case.turn.tx, case.case.id, meeting)
    for question in case.plan.questions(case.today):
        fact, recorded = question.fact, kept.get(question.key)
        if recorded and recorded.at > since and not fact.is_private and fact.asked is not Asked.COMPUTED:
            yield recorded.answer
