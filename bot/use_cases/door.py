"""The one door of every chat: what was heard goes to its use case, in one transaction that it opens here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import bot.use_cases.every_one  # noqa: F401  (entering the use cases)
from bot.conversation.calls import Call, read_call
from bot.conversation.heard import Changed, Filled, Outcome, Said
from bot.messages import refusals
from bot.messages.form import Form
from bot.messages.helping import already_done, refused
from bot.use_cases import half_typed
from bot.use_cases.distances import OFF, Distances, MilesBetween, having_asked
from bot.use_cases.handlers import FILLED, KEPT_AS_TYPED, NOTHING, REDRAWN, SAID, Answered, Handler, Typed
from bot.use_cases.sending.noticing import plan_words
from bot.use_cases.turn import Turn, day_of
from bot.use_cases.ways_back import ways_back
from planning_rules.refusal import Refusal
from storage import accounts, cases, requests
from storage.store import Store
from storage.transaction import Transaction

Heard = Said | Filled | Changed


def hear(
    store: Store,
    clock: Callable[[], datetime],
    account_id: UUID,
    heard: Heard,
    request: str,
    miles_between: MilesBetween | None = None,
    welsh: bool = False,
) -> Outcome:
    """Do what was asked, once for each `request` where it changes something, and say what came of it.

    A refusal leaves nothing behind, not even the claim of the request, so that it may be sent again mended;
    but what was typed into a form is kept.
    """

    def in_one_transaction(distances: Distances) -> Outcome:
        with store.transaction() as tx:
            turn = turn_of(tx, account_id, clock(), heard.place, distances, welsh)
            return _heard(turn, heard, request)

    try:
        return having_asked(miles_between, in_one_transaction)
    except _NothingDone as nothing:
        if isinstance(heard, Filled) and nothing.call:
            with store.transaction() as tx:
                turn = turn_of(tx, account_id, clock())
                half_typed.keep(turn, nothing.call, nothing.typed)
        return nothing.outcome


class _NothingDone(Exception):
    """Undoes the transaction of something refused."""

    def __init__(self, outcome: Outcome, call: Call | None = None, typed: Typed = NOTHING) -> None:
        super().__init__()
        self.outcome, self.call, self.typed = outcome, call, typed


def _heard(turn: Turn, heard: Heard, request: str) -> Outcome:
    call = _call(turn, heard)
    if isinstance(call, Refusal):
        return Outcome((refused(call),), refused=True)
    handler = _handler(heard, call)
    if handler is None:
        return _outcome(turn, call, refusals.no_form(call.name))
    if handler.changes and not requests.claim(turn.tx, _key(turn, request), turn.now):
        return Outcome((already_done(ways_back(turn, call)),))
    typed = NOTHING if isinstance(heard, Said) else _typed(turn, call, heard)
    return _ended(turn, heard, call, typed, handler.run(turn, call, typed))


def _key(turn: Turn, request: str) -> str:
    """Of the request, in which words that were typed may stand: so a digest of it."""
    return sha256(f"{turn.account.id}:{request}".encode("utf-8", "surrogatepass")).hexdigest()


def _ended(turn: Turn, heard: Heard, call: Call, typed: Typed, answered: Answered) -> Outcome:
    """What came of it, with what was typed kept or dropped. Raises _NothingDone where that is nothing."""
    # A form that comes back to whoever sent one in is not done yet.
    again = isinstance(heard, Filled) and isinstance(answered, Form)
    outcome = _outcome(turn, call, answered)
    outcome = replace(outcome, refused=outcome.refused or again)
    if outcome.refused:
        raise _NothingDone(outcome, call, typed)
    match heard:
        case Said():
            outcome = half_typed.put_in(turn, outcome)
        case Filled():
            half_typed.drop(turn, call)
        case Changed():
            half_typed.keep(turn, call, typed, heard.at)
    return replace(outcome, notices=plan_words(turn, outcome.told))


def turn_of(
    tx: Transaction,
    account_id: UUID,
    now: datetime,
    place: str = "",
    distances: Distances = OFF,
    welsh: bool = False,
) -> Turn:
    """Whose turn it is. Raises LookupError for an account that does not exist, which no person can cause."""
    account = accounts.by_id(tx, account_id)
    if account is None:
        raise LookupError("No account has this id.")
    return Turn(tx, account, now, day_of(now), place, distances, welsh)


def _call(turn: Turn, heard: Heard) -> Call | Refusal:
    if not isinstance(heard, Said):
        return read_call(heard.command)
    here = cases.by_channel(turn.tx, heard.place) if heard.place else None
    return read_call(heard.text, here.reference if here else heard.channel or _only_case(turn))


def _only_case(turn: Turn) -> str:
    """Whoever is on one case only can mean no other."""
    mine = cases.for_account(turn.tx, turn.account.id, turn.today)
    return mine[0].reference if len(mine) == 1 else ""


def _handler(heard: Heard, call: Call) -> Handler | None:
    match heard:
        case Said():
            return SAID[call.name]
        case Filled():
            return FILLED.get(call.name)
        case Changed():
            return REDRAWN.get(call.name) or (KEPT_AS_TYPED if call.name in FILLED else None)


def _typed(turn: Turn, call: Call, heard: Filled | Changed) -> Typed:
    """What was typed, without halves of characters and NULs, which could be neither kept nor said back."""
    values = {
        name: text.encode("utf-8", "ignore").decode().replace("\0", "") for name, text in heard.values.items()
    }
    typed = Typed(values, heard.version)
    return half_typed.with_other_parts(turn, call, typed) if heard.in_parts else typed


def _outcome(turn: Turn, call: Call, answered: Answered) -> Outcome:
    match answered:
        case Outcome():
            return answered
        case Refusal():
            return Outcome((refused(answered, ways_back(turn, call)),), refused=True)
        case shown:
            return Outcome((shown,))
