"""The local page as a chat in which somebody can be told something: it stands on their own page."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from bot.chat.chats import Channel
from bot.chat.local.history import Exchange, History
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell
from bot.use_cases.sending.outbox import ToSend

SAYS = "Day One tells you"


class InLocal:
    """Everybody who has an account here."""

    def __init__(self, history: History) -> None:
        self._history = history

    def open(self, taken: ToPost) -> Channel | Obstacle:
        """A case's channel is a page, which shows by itself what stands there."""
        return channels.NOT_IN_IT

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        return _OwnPage(self._history, str(taken.kept.account_id))

    @contextmanager
    def trouble(self, reference: str) -> Iterator[None]:
        yield


class _OwnPage:
    can_look = True

    def __init__(self, history: History, account: str) -> None:
        self._history, self._account = history, account

    def parts(self, document: Document) -> Sequence[Document]:
        return [document]

    def find(self, taken: ToSend) -> Mapping[int, str]:
        there = self._history.find(self._account, str(taken.id))
        return {0: there.id} if there else {}

    def post(self, taken: ToSend, number: int, part: Document) -> str:
        told = Exchange(str(taken.id), SAYS, (part,), done=True, told=True)
        self._history.put(self._account, told, newest=True)
        return told.id

    def change(self, taken: ToSend, number: int, part: Document, message: str) -> bool:
        return bool(self._history.find(self._account, message) and self.post(taken, number, part))
