"""What goes out by itself: posts in a case's channel, once and again in place, and words to one person."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol, TypeVar
from uuid import UUID

from bot.conversation.heard import Told
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.use_cases.day_one import DayOne
from bot.use_cases.delivering import ToPost
from bot.use_cases.noticing import ToTell
from bot.use_cases.outbox import Outbox, ToSend

_LOG = logging.getLogger(__name__)
TRIES = 3
# Seconds that somebody else's answer may wait for this one. What takes longer is sent later by itself.
PATIENCE = 5


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

    def find(self, taken: ToSend) -> list[str]:
        """The ids of its messages that stand there, in order, as far as the chat can tell."""

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        """Its id."""

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> str:
        """In the place of `message`; where that was deleted under us, as a new one. Its id from now on."""


class Chat(Protocol):
    """A chat that can be spoken in from here, with channels and with people."""

    def open(self, taken: ToPost) -> Channel | Obstacle:
        """The channel, or what stands in the way of posting there."""

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        """Somebody's own messages with us, or the channel that is meant; or why they let us have none."""

    def trouble(self, reference: str) -> AbstractContextManager[None]:
        """Turns what the chat's client raises into Shut and Busy, where it is no fault of ours."""


S = TypeVar("S", bound=ToSend)
Open = Callable[[S], Channel | Obstacle]


class Deliverer:
    """`chats` are those that can be spoken in from here. `wait` takes seconds."""

    def __init__(self, day_one: DayOne, chats: Mapping[str, Chat], wait: Callable[[float], None]) -> None:
        self._day_one, self._chats, self._wait = day_one, chats, wait

    def notify(self, notice_id: UUID) -> None:
        """Tell somebody, in whichever chat they are. What cannot be told now is tried again later."""
        notices = self._day_one.notices
        taken = notices.take(notice_id)
        if taken is None:
            return
        if taken.chat not in self._chats:
            _LOG.warning("Somebody was not told: this server has no settings to speak in %s.", taken.chat)
            notices.put_back(taken, "no-settings")
            return
        chat = self._chats[taken.chat]
        found, taken, may_have_it = self._send(notices, chat.alone_with, chat, "", taken)
        if found is not None:
            _LOG.warning("Somebody was not told in %s: %s", taken.chat, found.code)
            notices.put_back(taken, found.code, sending=may_have_it)

    def deliver_all(self, reference: str, by: str) -> list[Document]:
        """Whatever is due of a case that somebody changed. Where something cannot be done, what they hear."""
        due = self._day_one.posts.due(reference, tuple(self._chats))
        said = (self.deliver(delivery, by) for delivery in due)
        return [document for document in said if document]

    def deliver(self, delivery_id: UUID, by: str = "") -> Document | None:
        """Send it, and again where it has changed meanwhile.

        Where that cannot be done, and was not said before: why, and what to do. The case's lead hears more.
        """
        posts = self._day_one.posts
        while taken := posts.take(delivery_id):
            chat = self._chats[taken.chat]
            found, taken, may_have_it = self._send(posts, chat.open, chat, taken.reference, taken)
            if found is not None:
                is_new = posts.put_back(taken, found.code, sending=may_have_it)
                return self._say_why_not(taken, found, by) if is_new else None
        return None

    def _say_why_not(self, taken: ToPost, found: Obstacle, by: str) -> Document:
        whole = channels.not_posted(taken.reference, found.says)
        if by == taken.lead:
            return whole
        self.notify(self._day_one.notices.tell(Told(taken.lead, whole, taken.reference)))
        return channels.not_posted(taken.reference, found.to_others or found.says)

    def _send(
        self, outbox: Outbox[S], open_: Open[S], chat: Chat, reference: str, taken: S
    ) -> tuple[Obstacle | None, S, bool]:
        """None once it stands there, and else what stands in the way; it as it was drawn last; and whether

        it may stand there all the same.
        """
        for tries_left in reversed(range(TRIES)):
            try:
                with self._free_after_a_fault(outbox, taken), chat.trouble(reference):
                    channel = open_(taken)
                    if isinstance(channel, Obstacle):
                        return channel, taken, taken.may_stand_there
                    self._post(outbox, taken, channel)
                    return None, taken, False
            except Busy as busy:
                again = None
                if tries_left and busy.seconds <= PATIENCE:
                    again = self._drawn_anew(outbox, taken, busy)
                if again is None:
                    return busy.obstacle, taken, busy.may_have_it or taken.may_stand_there
                taken = again
            except Shut as shut:
                return shut.obstacle, taken, shut.may_have_it or taken.may_stand_there
        raise AssertionError("The last try returns.")

    @contextmanager
    def _free_after_a_fault(self, outbox: Outbox[S], taken: S) -> Iterator[None]:
        """It is tried again later. What is no fault of ours is put back with a reason."""
        try:
            yield
        except Shut:
            raise
        except BaseException:
            outbox.put_back(taken, taken.why_not_before)
            raise

    def _drawn_anew(self, outbox: Outbox[S], taken: S, busy: Busy) -> S | None:
        """While we wait, the case and its people may change."""
        self._wait(busy.seconds)
        outbox.put_back(taken, taken.why_not_before, sending=busy.may_have_it or taken.may_stand_there)
        return outbox.take(taken.id)

    def _post(self, outbox: Outbox[S], taken: S, channel: Channel) -> None:
        parts = channel.parts(taken.document)
        stands = list(taken.before)
        if len(stands) < len(parts) and taken.may_stand_there:
            if not channel.can_look:
                raise Shut(channels.MAY_HAVE_IT, may_have_it=True)
            stands = channel.find(taken) or stands
        for number, part in enumerate(parts):
            if number < len(stands):
                stands[number] = channel.change(taken, number, part, stands[number])
            else:
                outbox.sending(taken)
                stands.append(channel.post(taken, number, part))
            outbox.part_sent(taken, stands)
        outbox.sent(taken, stands)
