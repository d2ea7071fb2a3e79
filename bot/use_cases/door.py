"""The one door of every chat: what was heard goes to its use case, in one transaction that it opens here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import bot.use_cases.every_one  # noqa: F401  (entering the use cases)
from bot.conversation.calls import Call, read_call
from bot.conversation.heard import Changed, Filled, Outcome, Said
from bot.messages import refusals
from bot.messages.form import Form
from bot.messages.helping import already_done, refused
from bot.use_cases.handlers import FILLED, NOTHING, REDRAWN, SAID, Answered, Handler, Typed
from bot.use_cases.turn import LONDON, Turn
from planning_rules.refusal import Refusal
from storage import accounts, requests
from storage.store import Store
from storage.transaction import Transaction

Heard = Said | Filled | Changed


def hear(
    store: Store, clock: Callable[[], datetime], account_id: UUID, heard: Heard, request: str
) -> Outcome:
    """Do what was asked, once for each `request` where it changes something, and say what came of it.

    A refusal leaves nothing behind, not even the claim of the request, so that it may be sent again mended.
    """
    call = read_call(heard.text, heard.channel) if isinstance(heard, Said) else read_call(heard.command)
    if isinstance(call, Refusal):
        return _refusal(call)
    try:
        with store.transaction() as tx:
            return _heard(turn_of(tx, account_id, clock()), heard, call, request)
    except _NothingDone as nothing:
        return nothing.outcome


class _NothingDone(Exception):
    """Undoes the transaction of something refused."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def _heard(turn: Turn, heard: Heard, call: Call, request: str) -> Outcome:
    handler = _handler(heard, call)
    if handler is None:
        return _refusal(refusals.no_form(call.name))
    if handler.changes and not requests.claim(turn.tx, f"{turn.account.id}:{request}", turn.now):
        return Outcome((already_done(),))
    typed = NOTHING if isinstance(heard, Said) else _typed(heard)
    answered = handler.run(turn, call, typed)
    # A form that comes back to whoever sent one in is not done yet.
    again = isinstance(heard, Filled) and isinstance(answered, Form)
    outcome = replace(_outcome(answered), refused=True) if again else _outcome(answered)
    if outcome.refused:
        raise _NothingDone(outcome)
    return outcome


def turn_of(tx: Transaction, account_id: UUID, now: datetime) -> Turn:
    """Whose turn it is. Raises LookupError for an account that does not exist, which no person can cause."""
    account = accounts.by_id(tx, account_id)
    if account is None:
        raise LookupError("No account has this id.")
    return Turn(tx, account, now, now.astimezone(LONDON).date())


def _handler(heard: Heard, call: Call) -> Handler | None:
    match heard:
        case Said():
            return SAID[call.name]
        case Filled():
            return FILLED.get(call.name)
        case Changed():
            return REDRAWN.get(call.name)


def _typed(heard: Filled | Changed) -> Typed:
    """What was typed, without halves of characters, which could not even be said back."""
    whole = {name: text.encode("utf-8", "ignore").decode() for name, text in heard.values.items()}
    return Typed(whole, heard.version)


def _outcome(answered: Answered) -> Outcome:
    match answered:
        case Outcome():
            return answered
        case Refusal():
            return _refusal(answered)
        case shown:
            return Outcome((shown,))


def _refusal(refusal: Refusal) -> Outcome:
    return Outcome((refused(refusal),), refused=True)
