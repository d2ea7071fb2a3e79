"""Which function answers which command. A use case enters itself here by decorator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages.document import Document
from bot.messages.form import Form
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal

Answered = Document | Form | Refusal | Outcome
Said = Callable[[Turn, Call], Answered]
Filled = Callable[[Turn, Call, Mapping[str, str], int], Answered]


@dataclass(frozen=True)
class Saying:
    """How a command that is said is handled; one that `changes` something claims its request's key."""

    handle: Said
    changes: bool


SAID: dict[str, Saying] = {}
FILLED: dict[str, Filled] = {}
REDRAWN: dict[str, Filled] = {}


def said(*names: str, changes: bool = False) -> Callable[[Said], Said]:
    """Answer a command, typed or pressed."""

    def enter(handle: Said) -> Said:
        SAID.update({name: Saying(handle, changes) for name in names})
        return handle

    return enter


def filled(*names: str) -> Callable[[Filled], Filled]:
    """Take in the form that a command opened."""

    def enter(handle: Filled) -> Filled:
        FILLED.update(dict.fromkeys(names, handle))
        return handle

    return enter


def redrawn(*names: str) -> Callable[[Filled], Filled]:
    """Draw a half-filled form again, with the questions that its answers call for."""

    def enter(handle: Filled) -> Filled:
        REDRAWN.update(dict.fromkeys(names, handle))
        return handle

    return enter
