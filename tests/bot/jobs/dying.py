"""A process that is killed with SIGKILL at a chosen step of a delivery."""

import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from bot.chat.chats import Channel, Chat
from bot.messages.channels import Obstacle
from bot.use_cases.day_one import DayOne
from bot.use_cases.sending.delivering import Posts, ToPost
from bot.use_cases.sending.noticing import Notices, ToTell
from bot.use_cases.sending.outbox import ToSend
from tests.bot.core import Core

# The steps, in their order. Where a message has parts, a step comes once for each.
TAKEN, SENDING, ACCEPTED, RECORDED, SENT = "taken", "sending", "accepted", "recorded", "sent"
PUT_BACK = "put back"


@dataclass
class Fate:
    """Dies at the `time`-th coming of a step, counted from 1; or never."""

    step: str = ""
    time: int = 1

    def meets(self, step: str) -> None:
        if step == self.step:
            self.time -= 1
            if not self.time:
                os.kill(os.getpid(), signal.SIGKILL)


class _Dying:
    """Of an Outbox."""

    fate: Fate

    def take(self, outgoing_id: UUID) -> Any:
        taken = super().take(outgoing_id)  # type: ignore[misc]
        self.fate.meets(TAKEN)
        return taken

    def sending(self, taken: Any) -> bool:
        ours: bool = super().sending(taken)  # type: ignore[misc]
        self.fate.meets(SENDING)
        return ours

    def put_back(self, taken: Any, why: str, **more: Any) -> bool:
        """Not by the dead."""
        self.fate.meets(PUT_BACK)
        is_new: bool = super().put_back(taken, why, **more)  # type: ignore[misc]
        return is_new

    def part_sent(self, taken: Any, sent_as: Sequence[str]) -> None:
        super().part_sent(taken, sent_as)  # type: ignore[misc]
        self.fate.meets(RECORDED)

    def sent(self, taken: Any, sent_as: Sequence[str]) -> None:
        super().sent(taken, sent_as)  # type: ignore[misc]
        self.fate.meets(SENT)


class DyingPosts(_Dying, Posts):
    """As posts are sent by whoever is killed."""


class DyingNotices(_Dying, Notices):
    """As people are told by whoever is killed."""


@dataclass(frozen=True)
class Mortal(DayOne):
    """As every Day One, in a process that is killed."""

    fate: Fate = field(default_factory=Fate)

    @cached_property
    def posts(self) -> Posts:
        made = DyingPosts(self.store, self.clock)
        made.fate = self.fate
        return made

    @cached_property
    def notices(self) -> Notices:
        made = DyingNotices(self.store, self.clock)
        made.fate = self.fate
        return made


@dataclass
class Watched:
    """A chat in which the process may be killed as soon as a message was accepted."""

    chat: Chat
    fate: Fate

    def open(self, taken: ToPost) -> Channel | Obstacle:
        return self._watched(self.chat.open(taken))

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        return self._watched(self.chat.alone_with(taken))

    def trouble(self, reference: str) -> AbstractContextManager[None]:
        return self.chat.trouble(reference)

    def _watched(self, found: Channel | Obstacle) -> Channel | Obstacle:
        return found if isinstance(found, Obstacle) else _WatchedChannel(found, self.fate)


class _WatchedChannel:
    def __init__(self, channel: Channel, fate: Fate) -> None:
        self._channel, self._fate, self.can_look = channel, fate, channel.can_look

    def parts(self, document: Any) -> Sequence[Any]:
        return self._channel.parts(document)

    def find(self, taken: ToSend) -> Mapping[int, str]:
        return self._channel.find(taken)

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        message = self._channel.post(taken, number, part)
        self._fate.meets(ACCEPTED)
        return message

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> bool:
        return self._channel.change(taken, number, part, message)


def in_a_process_of_its_own(core: Core, work: Callable[[], object]) -> int:
    """The signal that killed it, 0 where none did. A fault of its own is an AssertionError here."""
    # No connection to a database may be in two processes.
    core.store.close()
    child = os.fork()
    if not child:
        done = 1
        try:
            work()
            done = 0
        finally:
            # Nothing of the parent's is ended here.
            os._exit(done)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "The process had a fault of its own."
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
