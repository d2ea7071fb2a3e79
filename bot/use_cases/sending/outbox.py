"""What any chat is given to send, and what it says of how that went."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from bot.messages.document import Document
from storage.outgoing import MOST_TRIES, Box, Outgoing
from storage.store import Store

# Who dies while sending is relieved after so long. A post is begun only while the longest that a chat takes
# to answer is left of it, so that two never post at once.
TAKES = timedelta(seconds=45)
ANSWERS = timedelta(seconds=30)
# Before it is tried by itself again, after each time that it could not be sent.
PAUSES = tuple(timedelta(minutes=m) for m in (0.25, 1, 5, 15, 60, 180, 360, 720))


@dataclass(frozen=True)
class ToSend:
    """One document for somebody in a workspace of a chat, or for a channel there.

    `before` are the ids of its messages that stand there already. It `may_stand_there` without our knowing
    where one was posted before and nobody knows how that ended.
    """

    id: UUID
    chat: str
    workspace: str
    document: Document
    kept: Outgoing

    @property
    def before(self) -> tuple[str, ...]:
        return self.kept.sent_as

    @property
    def may_stand_there(self) -> bool:
        return self.kept.sending

    @property
    def planned_at(self) -> datetime:
        return self.kept.planned_at

    @property
    def why_not_before(self) -> str:
        return self.kept.why


S = TypeVar("S", bound=ToSend)


class Outbox(ABC, Generic[S]):
    """Posts, or notices. One is taken, sent part by part, and kept as sent or put back."""

    def __init__(self, store: Store, clock: Callable[[], datetime], box: Box[Any]) -> None:
        self.store, self.clock, self._box = store, clock, box

    @abstractmethod
    def take(self, outgoing_id: UUID) -> S | None:
        """Drawn to be sent; None where somebody else is sending it, or it is not to be sent any more."""

    @abstractmethod
    def sent(self, taken: S, sent_as: Sequence[str]) -> None:
        """All of it stands there."""

    def sending(self, taken: S) -> bool:
        """One of its messages is posted now: from here until `part_sent` nobody knows whether it is there.

        False where our time is over, or nearly so: then it must not be posted.
        """
        until = taken.kept.taken_until
        if until is None or until - self.clock() < ANSWERS:
            return False
        with self.store.transaction() as tx:
            return self._box.sending(tx, taken.kept)

    def part_sent(self, taken: S, sent_as: Sequence[str]) -> None:
        """Some of its messages stand there, and more are to come."""
        with self.store.transaction() as tx:
            self._box.part_sent(tx, taken.kept, sent_as)

    def put_back(self, taken: S, why: str, *, sending: bool | None = None, hopeless: bool = False) -> bool:
        """It could not be sent now, or nobody knows (`sending`; None: as it was kept).

        What is `hopeless` is not tried again by itself. True where that is for another reason than the last
        time.
        """
        more: dict[str, Any] = {} if sending is None else {"sending": sending}
        if hopeless:
            more["tries"] = MOST_TRIES
        with self.store.transaction() as tx:
            ours = self._box.put_back(tx, taken.kept, why, _next_try(taken.kept, self.clock()), **more)
        return ours and why != taken.why_not_before

    def hush(self, taken: S, seconds: float) -> None:
        """The chat wants to be left alone there for so long: nothing is tried by itself meanwhile."""
        with self.store.transaction() as tx:
            self._box.hush(tx, taken.kept, self.clock() + timedelta(seconds=seconds))


def _next_try(kept: Outgoing, now: datetime) -> datetime:
    return now + PAUSES[min(max(kept.tries, 1), len(PAUSES)) - 1]
