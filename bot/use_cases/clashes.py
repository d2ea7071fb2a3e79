"""Two answers to one question: shown to both, and settled by either, or written down as a disagreement."""

from collections.abc import Iterable
from datetime import timedelta

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages import refusals, steps
from bot.messages.action_lines import settle_disagreement
from bot.messages.acts import Act
from bot.messages.document import Document, Row
from bot.use_cases.handlers import Answered, said
from bot.use_cases.offering import offer
from bot.use_cases.saving import record
from bot.use_cases.the_case import TheCase
from planning_rules.facts import fact_of
from planning_rules.parts import Role
from storage import answers, clashes
from storage.answers import Recorded
from storage.clashes import Clash

A_WEEK = timedelta(weeks=1)
WAYS = ("kept", "other", "disagree")


@said("settle", act=Act.ANSWER, changes=True)
def settle(case: TheCase, call: Call) -> Answered:
    """Let one of two answers stand, or write down that the two disagree: then a manager settles it."""
    key, way, seen_at = call.word(1), call.word(2), call.word(3)
    clash = next((one for one in case.clashes if one.pending.fact == key), None)
    if clash is None or way not in WAYS:
        return refusals.no_such("answer to settle", key)
    if seen_at != str(_stands(case, clash).version):
        return refusals.changed_since("One of the answers")
    if clash.disagreed and not case.may(Act.SETTLE):
        return refusals.not_yours(Act.SETTLE)
    if way == "disagree":
        _ask_a_manager(case, clash)
    else:
        _decide(case, clash, way)
    case.turn.note(f"settled-{way}", case.case, key)
    return Outcome((steps.settled(case.reference, fact_of(key).step, way),), reference=case.reference)


def clash_document(case: TheCase, some: Iterable[Clash]) -> Document:
    """Each clash with both answers side by side."""
    return steps.clashes([_row(case, one) for one in some])


def _row(case: TheCase, clash: Clash) -> Row:
    stands = _stands(case, clash)
    return steps.clash(case.plan, stands.answer, clash.pending, stands.version, clash.disagreed)


def _stands(case: TheCase, clash: Clash) -> Recorded:
    """The answer that stands now. Answers are only ever added, so there is one."""
    return answers.latest(case.turn.tx, case.case.id, clash.meeting_id)[clash.pending.fact]


def _decide(case: TheCase, clash: Clash, way: str) -> None:
    if way == "other":
        record(case, clash.pending, clash.meeting_id)
    clashes.settle(case.turn.tx, clash.id, account_id=case.turn.account.id, at=case.turn.now)


def _ask_a_manager(case: TheCase, clash: Clash) -> None:
    if not clash.disagreed:
        clashes.disagree(case.turn.tx, clash.id)
        manager = next((person.id for person in case.plan.people if person.role is Role.MANAGER), "")
        key = clash.pending.fact
        within = case.today + A_WEEK
        offer(case, settle_disagreement(fact_of(key)), manager, within, finds_out=key)
