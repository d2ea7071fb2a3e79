"""Two answers to one question: shown to both, and settled by either, or written down as a disagreement."""

from collections.abc import Iterable

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages import refusals, steps
from bot.messages.action_lines import settle_disagreement
from bot.messages.document import Document
from bot.use_cases.handlers import Answered, said
from bot.use_cases.may import Act, may_see_private
from bot.use_cases.offering import offer
from bot.use_cases.saving import record
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.facts import fact_of
from planning_rules.parts import Role
from planning_rules.refusal import Refusal
from storage import clashes
from storage.clashes import Clash

WAYS = ("kept", "other", "disagree")


@said("settle", changes=True)
def settle(turn: Turn, call: Call) -> Answered:
    """Let one of two answers stand, or write down that the two disagree and who is to settle it."""
    found = the_case(turn, call.reference, Act.ANSWER, changes=True)
    if isinstance(found, Refusal):
        return found
    clash = next((one for one in open_clashes(found) if str(one.id) == call.word(1)), None)
    if clash is None or call.word(2) not in WAYS:
        return refusals.no_such("answer to settle", call.word(1))
    if call.word(2) == "other":
        record(found, clash.pending)
    if call.word(2) == "disagree":
        _ask_a_manager(found, clash)
    clashes.settle(turn.tx, clash.id, account_id=turn.account.id, at=turn.now)
    turn.note(f"settled-{call.word(2)}", found.case, clash.pending.fact)
    return Outcome((steps.settled(found.reference, call.word(2)),), reference=found.reference)


def open_clashes(found: TheCase) -> list[Clash]:
    """Those of the case that this person may see."""
    return [
        one
        for one in clashes.open_of(found.turn.tx, found.case.id)
        if not fact_of(one.pending.fact).is_private
        or may_see_private(found.me, fact_of(one.pending.fact).step.key)
    ]


def clash_document(found: TheCase, some: Iterable[Clash]) -> Document:
    """Each clash with both answers side by side."""
    plan = found.plan
    return steps.clashes(
        [steps.clash(plan, plan.answer(one.pending.fact), one.pending, str(one.id)) for one in some]
    )


def _ask_a_manager(found: TheCase, clash: Clash) -> None:
    manager = next((person.id for person in found.plan.people if person.role is Role.MANAGER), "")
    what = settle_disagreement(fact_of(clash.pending.fact))
    offer(found, what, manager, None, about=clash.pending.fact)
