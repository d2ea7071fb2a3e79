"""Distances, which somebody outside is asked for: between two transactions, never within one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.conversation.districts import District
from bot.messages.miles import is_off
from planning_rules.refusal import Refusal

MilesBetween = Callable[[District, District], int | Refusal]
T = TypeVar("T")


@dataclass(frozen=True)
class Distances:
    """What is known of them in a transaction. `ask` is None where they are off, as they are by default.

    `found` is what was answered before this transaction began.
    """

    ask: MilesBetween | None = None
    found: int | Refusal | None = None

    @property
    def are_on(self) -> bool:
        return self.ask is not None

    def between(self, home: District, held: District) -> int | Refusal:
        """Whole miles in a straight line. Where nobody was asked yet, undoes the transaction to ask first."""
        if self.ask is None:
            return is_off()
        if self.found is None:
            raise _AskFirst(partial(self.ask, home, held))
        return self.found


OFF = Distances()


class _AskFirst(Exception):
    def __init__(self, ask: Callable[[], int | Refusal]) -> None:
        super().__init__()
        self.ask = ask


def having_asked(ask: MilesBetween | None, do: Callable[[Distances], T]) -> T:
    """Do something in a transaction; where it needs a distance, find that out, and do it again with it."""
    try:
        return do(Distances(ask))
    except _AskFirst as first:
        look_up = first.ask
    return do(Distances(ask, look_up()))
