"""A chat that can be spoken in: its channels, one person's own messages, and what can go wrong there."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell
from bot.use_cases.sending.outbox import ToSend


class Shut(Exception):
    """Nothing can be posted there. What was posted just now may stand there where the chat `may_have_it`."""

    def __init__(self, obstacle: Obstacle, may_have_it: bool = False) -> None:
        super().__init__()
        self.obstacle, self.may_have_it = obstacle, may_have_it


class Busy(Shut):
    """The chat wants to be left alone for so many seconds."""

    def __init__(self, obstacle: Obstacle, seconds: float, may_have_it: bool = False) -> None:
        super().__init__(obstacle, may_have_it)
        self.seconds = seconds


class Channel(Protocol):
    """A case's channel, in which everybody may read what is posted now; or somebody's own messages with us.

    Of some channels nobody can `look` what stands there: what may stand there already is not posted again.
    """

    can_look: bool

    def parts(self, document: Document) -> Sequence[Any]:
        """The document as the chat shows it, in as many messages as it takes."""

    def find(self, taken: ToSend) -> Mapping[int, str]:
        """The ids of its messages that stand there, by their number, as far as the chat can tell."""

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        """Its id."""

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> bool:
        """In the place of `message`; False where that was deleted under us, or can be changed no more."""


class Chat(Protocol):
    """A chat that can be spoken in from here, with channels and with people."""

    def open(self, taken: ToPost) -> Channel | Obstacle:
        """The channel, or what stands in the way of posting there."""

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        """Somebody's own messages with us, or the channel that is meant; or why they let us have none."""

    def trouble(self, reference: str) -> AbstractContextManager[None]:
        """Turns what the chat's client raises into Shut and Busy, where it is no fault of ours."""
