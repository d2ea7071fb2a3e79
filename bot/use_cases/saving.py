"""Keeping answers, fact by fact: what two people typed at once is merged, and a clash is shown to both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.step_form import by_somebody
from bot.messages.action_lines import find_out
from bot.use_cases.offering import offer
from bot.use_cases.the_case import TheCase
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from storage import answers, clashes


@dataclass(frozen=True)
class Kept:
    """What became of a form: the answers that were saved, and those that clash with somebody else's."""

    saved: tuple[Answer[Any], ...]
    clashing: tuple[clashes.Clash, ...]


def keep(found: TheCase, read: Mapping[str, Answer[Any]], opened_at: int, said_by: str) -> Kept:
    """Save what was changed since the form was opened at version `opened_at` of the case.

    An answer left as the form showed it is nobody's change. One that somebody else changed meanwhile
    to something else is kept beside theirs until the two are settled.
    """
    meeting = found.plan.meeting
    meeting_id = meeting.id if meeting else None
    now = answers.latest(found.turn.tx, found.case.id, meeting_id)
    before = answers.as_of(found.turn.tx, found.case.id, meeting_id, opened_at)
    saved, clashing = [], []
    for key, answer in read.items():
        if _same(answer, now.get(key)) or _same(answer, before.get(key)):
            continue
        whole = by_somebody(answer, said_by, found.me.id, found.turn.today)
        if key in now and now[key].version > opened_at:
            clashing.append(_clash(found, whole, now[key].version))
        else:
            record(found, whole)
            saved.append(whole)
    return Kept(tuple(saved), tuple(clashing))


def record(found: TheCase, answer: Answer[Any]) -> None:
    """Write one answer; "not known yet" becomes an action of whoever finds out."""
    turn, case = found.turn, found.case
    answers.record(
        turn.tx,
        case.id,
        _meeting_of(found, answer),
        answer,
        account_id=turn.account.id,
        at=turn.now,
        version=case.version,
    )
    turn.note("answered", case, answer.fact)
    if answer.is_not_known:
        _to_find_out(found, answer)


def _to_find_out(found: TheCase, answer: Answer[Any]) -> None:
    if not any(action.is_owed and action.about == answer.fact for action in found.plan.actions):
        what = find_out(fact_of(answer.fact))
        offer(found, what, answer.finds_out, answer.by, about=answer.fact)


def _clash(found: TheCase, answer: Answer[Any], kept_version: int) -> clashes.Clash:
    turn, case = found.turn, found.case
    turn.note("clashed", case, answer.fact)
    return clashes.add(
        turn.tx,
        case.id,
        _meeting_of(found, answer),
        answer,
        account_id=turn.account.id,
        at=turn.now,
        kept_version=kept_version,
    )


def _meeting_of(found: TheCase, answer: Answer[Any]) -> str | None:
    meeting = found.plan.meeting
    return meeting.id if meeting and fact_of(answer.fact).each_meeting else None


def _same(answer: Answer[Any], recorded: answers.Recorded | None) -> bool:
    return recorded is not None and answer.says_the_same_as(recorded.answer)
