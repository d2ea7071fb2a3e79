"""Keeping answers, fact by fact: what two people typed at once is merged, and a clash is shown to both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.step_form import by_somebody
from bot.messages.promises.action_lines import find_out
from bot.use_cases.promises.offering import hand_over, offer
from bot.use_cases.the_case import TheCase
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from planning_rules.parts import Progress
from planning_rules.plan import Plan
from storage import answers, clashes


@dataclass(frozen=True)
class Kept:
    """What became of a form: the answers that were saved, and those that clash with somebody else's."""

    saved: tuple[Answer[Any], ...]
    clashing: tuple[clashes.Clash, ...]


def keep(case: TheCase, read: Mapping[str, Answer[Any]], opened_at: int, said_by: str) -> Kept:
    """Save what was changed since the form was opened at version `opened_at` of the case.

    An answer left as the form showed it is nobody's change. One that somebody else changed meanwhile
    to something else is kept beside theirs until the two are settled.
    """
    meeting = case.plan.meeting.id if case.plan.meeting else None
    now = answers.latest(case.turn.tx, case.case.id, meeting)
    before = _recorded(case, opened_at)
    saved, clashing = [], []
    for key, answer in read.items():
        if _same(answer, now.get(key)) or _same(answer, before.get(key)):
            continue
        whole = by_somebody(answer, said_by, case.me.id, case.turn.today)
        if key in now and now[key] != before.get(key) and now[key].typed_by != case.turn.account.id:
            clashing.append(_clash(case, whole, now[key].version))
        else:
            record(case, whole)
            saved.append(whole)
    return Kept(tuple(saved), tuple(clashing))


def as_opened(case: TheCase, opened_at: int) -> Plan:
    """The plan as it read when a form was opened at this version of the case."""
    return case.plan.with_answers({key: one.answer for key, one in _recorded(case, opened_at).items()})


def _recorded(case: TheCase, version: int) -> dict[str, answers.Recorded]:
    """A version that the case never had is as good as none, so that all since is somebody else's."""
    known = version if 0 <= version < case.case.version else 0
    meeting = case.plan.meeting.id if case.plan.meeting else None
    return answers.as_of(case.turn.tx, case.case.id, meeting, known)


def record(case: TheCase, answer: Answer[Any], meeting_id: str | None = None) -> None:
    """Write one answer, under the meeting in hand or the one given; "not known yet" becomes an action."""
    fact = fact_of(answer.fact)
    answers.record(
        case.turn.tx,
        case.case.id,
        meeting_id or case.meeting_of(fact),
        answer,
        account_id=case.turn.account.id,
        at=case.turn.now,
        version=case.case.version,
    )
    case.turn.note("answered", case.case, answer.fact)
    if answer.is_not_known:
        ask_somebody(case, answer.fact, find_out(fact), answer.finds_out, answer.by)


def ask_somebody(case: TheCase, key: str, what: str, owner: str, by: date | None) -> None:
    """One action about an answer: a new one, or the one that there is, given to them and their day."""
    asked = [one for one in case.plan.actions if one.is_owed and one.finds_out == key]
    if not asked:
        offer(case, what, owner, by, finds_out=key)
    elif (asked[0].what, asked[0].owner, asked[0].by) != (what, owner, by):
        progress = Progress.ACCEPTED if owner == case.me.id else Progress.OFFERED
        hand_over(case, asked[0], owner, what=what, by=by, progress=progress)


def _clash(case: TheCase, answer: Answer[Any], kept_version: int) -> clashes.Clash:
    for waiting in case.clashes:
        if waiting.pending.fact == answer.fact and waiting.pending.says_the_same_as(answer):
            return waiting
    case.turn.note("clashed", case.case, answer.fact)
    return clashes.add(
        case.turn.tx,
        case.case.id,
        case.meeting_of(fact_of(answer.fact)),
        answer,
        account_id=case.turn.account.id,
        at=case.turn.now,
        kept_version=kept_version,
    )


def _same(answer: Answer[Any], recorded: answers.Recorded | None) -> bool:
    return recorded is not None and answer.says_the_same_as(recorded.answer)
