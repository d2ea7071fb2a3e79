"""Two answers to one question: shown to both, and settled by either, or left to a manager they name."""

from collections.abc import Iterable
from datetime import timedelta

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import disagreeing, refusals
from bot.messages.acts import Act
from bot.messages.document import Document, Row
from bot.messages.form import Form
from bot.messages.meeting import steps
from bot.messages.promises.action_lines import settle_disagreement
from bot.messages.promises.action_news import asked_to_do
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.saving import ask_somebody, record
from bot.use_cases.the_case import TheCase
from planning_rules.facts import fact_of
from storage import answers, clashes
from storage.answers import Recorded
from storage.clashes import Clash

A_WEEK = timedelta(weeks=1)
WAYS = ("kept", "other")


@said("settle", act=Act.ANSWER, changes=True)
def settle(case: TheCase, call: Call) -> Answered:
    """Let one of two answers stand. Once they have said that they disagree, only a manager does."""
    key, way, seen_at = call.word(1), call.word(2), call.word(3)
    clash = _clash(case, key)
    if clash is None or way not in WAYS:
        return refusals.no_such("answer to settle", key)
    if seen_at != str(_stands(case, clash).version):
        return refusals.changed_since("One of the answers")
    if clash.disagreed and not case.may(Act.SETTLE):
        return refusals.not_yours(Act.SETTLE)
    if way == "other":
        record(case, clash.pending, clash.meeting_id)
    clashes.settle(case.turn.tx, clash.id, account_id=case.turn.account.id, at=case.turn.now)
    case.turn.note(f"settled-{way}", case.case, key)
    return Outcome((steps.settled(case.reference, fact_of(key).step, way),), reference=case.reference)


@said("disagree", act=Act.ANSWER)
def ask_who_settles(case: TheCase, call: Call) -> Answered:
    """Ask which manager settles what two disagree about, and by when."""
    clash = _clash(case, call.word(1))
    return _disagree_form(case, clash) if clash else refusals.no_such("answer to settle", call.word(1))


@filled("disagree", act=Act.ANSWER)
def disagree(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Write down that two disagree. A manager is asked to settle it, or another one than before."""
    key = call.word(1)
    clash = _clash(case, key)
    if clash is None:
        return refusals.no_such("answer to settle", key)
    form = _disagree_form(case, clash)
    if form.command != call.text:
        return refusals.changed_since("One of the answers")
    read = read_form(form, typed.values, case.today)
    if isinstance(read, Form):
        return read
    clashes.disagree(case.turn.tx, clash.id)
    case.turn.note("disagreed", case.case, key)
    owner, by = read.get("owner", ""), read.get("by")
    if owner:
        ask_somebody(case, key, settle_disagreement(fact_of(key)), owner, by)
    said = disagreeing.written_down(case.plan, key, owner)
    told = case.tells(owner, asked_to_do(case.reference))
    return Outcome((said,), reference=case.reference, told=told)


def clash_document(case: TheCase, some: Iterable[Clash]) -> Document:
    """Each clash with both answers side by side."""
    return steps.clashes([_row(case, one) for one in some])


def _row(case: TheCase, clash: Clash) -> Row:
    stands = _stands(case, clash)
    return steps.clash(case.plan, stands.answer, clash.pending, stands.version, clash.disagreed)


def _stands(case: TheCase, clash: Clash) -> Recorded:
    """The answer that stands now. Answers are only ever added, so there is one."""
    return answers.latest(case.turn.tx, case.case.id, clash.meeting_id)[clash.pending.fact]


def _clash(case: TheCase, key: str) -> Clash | None:
    return next((one for one in case.clashes if one.pending.fact == key), None)


def _disagree_form(case: TheCase, clash: Clash) -> Form:
    stands = _stands(case, clash)
    return disagreeing.disagree_form(
        case.plan, stands.answer, clash.pending, stands.version, case.today + A_WEEK, case.today
    )
