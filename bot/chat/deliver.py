"""What goes out by itself: posts in a case's channel, once and again in place, and words to one person."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol
from uuid import UUID

from bot.conversation.heard import Told
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.use_cases.day_one import DayOne
from bot.use_cases.delivering import ToSend

_LOG = logging.getLogger(__name__)
TRIES = 3
# Seconds that somebody else's answer may wait for this one. What takes longer is sent with the next change.
PATIENCE = 5


class Shut(Exception):
    """Nothing can be posted there."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__()
        self.obstacle = obstacle


class Busy(Exception):
    """The chat wants to be left alone for so many seconds. What was sent may stand there all the same."""

    def __init__(self, obstacle: Obstacle, seconds: float) -> None:
        super().__init__()
        self.obstacle, self.seconds = obstacle, seconds


class Channel(Protocol):
    """A case's channel, in which everybody may read what is posted now."""

    def parts(self, document: Document) -> Sequence[Any]:
        """The document as the chat shows it, in as many messages as it takes."""

    def find(self, taken: ToSend) -> list[str]:
        """The ids of its messages that stand there, in order, as far as the chat can tell."""

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        """Its id."""

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> str:
        """In the place of `message`; where that was deleted under us, as a new one. Its id from now on."""


class Chat(Protocol):
    """A chat that can be spoken in from here, with channels and with people."""

    def tell(self, workspace: str, person: str, document: Document) -> None:
        """In their own messages with us. Nothing happens where they let us have none."""

    def open(self, taken: ToSend) -> Channel | Obstacle:
        """The channel, or what stands in the way of posting there."""

    def trouble(self, reference: str) -> AbstractContextManager[None]:
        """Turns what the chat's client raises into Shut and Busy, where it is no fault of ours."""


class Deliverer:
    """`chats` are those that can be spoken in from here. `wait` takes seconds."""

    def __init__(self, day_one: DayOne, chats: Mapping[str, Chat], wait: Callable[[float], None]) -> None:
        self._day_one, self._chats, self._wait = day_one, chats, wait

    def tell(self, told: Told) -> None:
        """Somebody hears of something, in whichever chat they are; or the log says that they do not."""
        chat, workspace, person = self._day_one.whereabouts(told.account_id) or ("", "", "")
        if chat not in self._chats:
            if chat:
                _LOG.warning("Somebody was not told: this server has no settings to speak in %s.", chat)
            return
        try:
            with self._chats[chat].trouble(""):
                self._chats[chat].tell(workspace, person, told.document)
        except (Shut, Busy) as error:
            _LOG.warning("Somebody was not told in %s: %s", chat, error.obstacle.code)

    def deliver_all(self, reference: str, by: str) -> list[Document]:
        """Whatever is due of a case that somebody changed. Where something cannot be done, what they hear."""
        due = self._day_one.due(reference, tuple(self._chats))
        said = (self.deliver(delivery, by) for delivery in due)
        return [document for document in said if document]

    def deliver(self, delivery_id: UUID, by: str = "") -> Document | None:
        """Send it, and again where it has changed meanwhile.

        Where that cannot be done, and was not said before: why, and what to do. The case's lead hears more.
        """
        while taken := self._day_one.take(delivery_id):
            found, taken = self._send(self._chats[taken.chat], taken)
            if found is not None:
                return self._say_why_not(taken, found, by)
        return None

    def _say_why_not(self, taken: ToSend, found: Obstacle, by: str) -> Document | None:
        if not self._day_one.put_back(taken, found.code):
            return None
        whole = channels.not_posted(taken.reference, found.says)
        if by == taken.lead:
            return whole
        self.tell(Told(taken.lead, whole))
        return channels.not_posted(taken.reference, found.to_others or found.says)

    def _send(self, chat: Chat, taken: ToSend) -> tuple[Obstacle | None, ToSend]:
        """None once it stands there, and else what stands in the way; and it as it was drawn last."""
        for tries_left in reversed(range(TRIES)):
            try:
                with self._free_after_a_fault(taken), chat.trouble(taken.reference):
                    channel = chat.open(taken)
                    if isinstance(channel, Obstacle):
                        return channel, taken
                    self._post(taken, channel)
                    return None, taken
            except Shut as shut:
                return shut.obstacle, taken
            except Busy as busy:
                again = self._drawn_anew(taken, busy) if tries_left and busy.seconds <= PATIENCE else None
                if again is None:
                    return busy.obstacle, taken
                taken = again
        raise AssertionError("The last try returns.")

    @contextmanager
    def _free_after_a_fault(self, taken: ToSend) -> Iterator[None]:
        """The next change tries again. What is no fault of ours is put back with a reason."""
        try:
            yield
        except (Shut, Busy):
            raise
        except BaseException:
            self._day_one.put_back(taken, taken.why_not_before)
            raise

    def _drawn_anew(self, taken: ToSend, busy: Busy) -> ToSend | None:
        """While we wait, the case and its people may change."""
        self._wait(busy.seconds)
        self._day_one.put_back(taken, taken.why_not_before)
        return self._day_one.take(taken.id)

    def _post(self, taken: ToSend, channel: Channel) -> None:
        parts = channel.parts(taken.document)
        stands = list(taken.before)
        if len(stands) < len(parts) and taken.may_stand_there:
            stands = channel.find(taken) or stands
        for number, part in enumerate(parts):
            if number < len(stands):
                stands[number] = channel.change(taken, number, part, stands[number])
            else:
                stands.append(channel.post(taken, number, part))
            self._day_one.part_sent(taken, stands)
        self._day_one.sent(taken, stands)
