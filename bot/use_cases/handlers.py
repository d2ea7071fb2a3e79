"""Which function answers which command, and what it takes to be allowed to. A use case enters itself here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal

Answered = Document | Form | Refusal | Outcome


@dataclass(frozen=True)
class Typed:
    """A form as it came back: the text of each field, and the case's version when it was opened."""

    values: Mapping[str, str]
    version: int = 0


NOTHING = Typed({})
OnSaid = Callable[[TheCase, Call], Answered]
OnForm = Callable[[TheCase, Call, Typed], Answered]
Outside = Callable[[Turn, Call, Typed], Answered]


@dataclass(frozen=True)
class Handler:
    """`act` is what one must be allowed to do on the case, or None where there is no case yet.

    One that `changes` something claims its request's key, and holds the case while it does.
    """

    run: Outside
    act: Act | None
    changes: bool


SAID: dict[str, Handler] = {}
FILLED: dict[str, Handler] = {}
REDRAWN: dict[str, Handler] = {}
# For a form in which no question follows from another.
KEPT_AS_TYPED = Handler(lambda turn, call, typed: Outcome(), None, False)


def said(*names: str, act: Act = Act.SEE, changes: bool = False) -> Callable[[OnSaid], OnSaid]:
    """Answer a command about a case, typed or pressed."""

    def enter(handle: OnSaid) -> OnSaid:
        _enter(SAID, names, lambda case, call, typed: handle(case, call), act, changes)
        return handle

    return enter


def filled(*names: str, act: Act) -> Callable[[OnForm], OnForm]:
    """Take in the form that a command about a case opened."""

    def enter(handle: OnForm) -> OnForm:
        _enter(FILLED, names, handle, act, changes=True)
        return handle

    return enter


def redrawn(*names: str, act: Act) -> Callable[[OnForm], OnForm]:
    """Draw a half-filled form again, with the questions that its answers call for."""

    def enter(handle: OnForm) -> OnForm:
        _enter(REDRAWN, names, handle, act, changes=False)
        return handle

    return enter


def outside(book: dict[str, Handler], name: str, changes: bool = False) -> Callable[[Outside], Outside]:
    """Answer a command that is about no case, or about one that the person is not on yet."""

    def enter(handle: Outside) -> Outside:
        book[name] = Handler(handle, None, changes)
        return handle

    return enter


def _enter(book: dict[str, Handler], names: tuple[str, ...], handle: OnForm, act: Act, changes: bool) -> None:
    def run(turn: Turn, call: Call, typed: Typed) -> Answered:
        found = the_case(turn, call.reference, act, changes)
        return found if isinstance(found, Refusal) else handle(found, call, typed)

    book.update(dict.fromkeys(names, Handler(run, act, changes)))
