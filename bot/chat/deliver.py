"""What goes out by itself: posts in a case's channel, once and again in place, and words to one person."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from uuid import UUID

from bot.chat.chats import Busy, Channel, Chat, Shut
from bot.conversation.heard import Told
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.use_cases.day_one import DayOne
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.outbox import Outbox, ToSend

_LOG = logging.getLogger(__name__)
TRIES = 3
# Seconds that somebody else's answer may wait for this one. What takes longer is sent later by itself.
PATIENCE = 5


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
        back = self._send(notices, chat.alone_with, chat, "", taken)
        if back is not None:
            _LOG.warning("Somebody was not told in %s: %s", taken.chat, back.obstacle.code)
            back.put()

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
            back = self._send(posts, chat.open, chat, taken.reference, taken)
            if back is not None:
                return self._say_why_not(back.taken, back.obstacle, by) if back.put() else None
        return None

    def _say_why_not(self, taken: ToPost, found: Obstacle, by: str) -> Document:
        whole = channels.not_posted(taken.reference, found.says)
        if found is channels.MAY_HAVE_IT:
            whole = channels.may_stand_there(taken.reference)
        if by == taken.lead:
            return whole
        self.notify(self._day_one.notices.tell(Told(taken.lead, whole, taken.reference)))
        return channels.not_posted(taken.reference, found.to_others) if found.to_others else whole

    def _send(
        self, outbox: Outbox[S], open_: Open[S], chat: Chat, reference: str, taken: S
    ) -> "_Back[S] | None":
        """None once it stands there."""
        for tries_left in reversed(range(TRIES)):
            try:
                with self._free_after_a_fault(outbox, taken), chat.trouble(reference):
                    channel = open_(taken)
                    if isinstance(channel, Obstacle):
                        return _Back(outbox, taken, channel, taken.may_stand_there)
                    self._post(outbox, taken, channel)
                    return None
            except Shut as shut:
                back = _Back(outbox, taken, shut.obstacle, shut.may_have_it or taken.may_stand_there)
                if not isinstance(shut, Busy):
                    return back
                back = replace(back, seconds=shut.seconds)
                again = self._drawn_anew(back) if tries_left and shut.seconds <= PATIENCE else None
                if again is None:
                    return back
                taken = again
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

    def _drawn_anew(self, back: "_Back[S]") -> S | None:
        """While we wait, the case and its people may change."""
        self._wait(back.seconds)
        back.outbox.put_back(back.taken, back.taken.why_not_before, sending=back.may_have_it)
        return back.outbox.take(back.taken.id)

    def _post(self, outbox: Outbox[S], taken: S, channel: Channel) -> None:
        stands = list(taken.before)
        for number, part in enumerate(channel.parts(taken.document)):
            if number < len(stands) and channel.change(taken, number, part, stands[number]):
                continue
            there = _found(taken, channel, number, part)
            if there is None and not outbox.sending(taken):
                raise Shut(channels.TOO_SLOW)
            stands[number : number + 1] = [there or channel.post(taken, number, part)]
            outbox.part_sent(taken, stands)
        outbox.sent(taken, stands)


def _found(taken: ToSend, channel: Channel, number: int, part: Any) -> str | None:
    """What nobody knew to stand there, drawn anew."""
    if not taken.may_stand_there:
        return None
    if not channel.can_look:
        raise Shut(channels.MAY_HAVE_IT, may_have_it=True)
    there = channel.find(taken).get(number)
    return there if there and channel.change(taken, number, part, there) else None


@dataclass(frozen=True)
class _Back(Generic[S]):
    """What stands in the way, and for how many seconds the chat wants to be left alone."""

    outbox: Outbox[S]
    taken: S
    obstacle: Obstacle
    may_have_it: bool
    seconds: float = 0

    def put(self) -> bool:
        """True where that is for another reason than the last time."""
        code, is_hopeless = self.obstacle.code, self.obstacle is channels.MAY_HAVE_IT
        is_new = self.outbox.put_back(self.taken, code, sending=self.may_have_it, hopeless=is_hopeless)
        if self.seconds:
            self.outbox.hush(self.taken, self.seconds)
        return is_new
