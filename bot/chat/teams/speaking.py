"""What one person is told in their own chat with us, and what takes the place of a message there."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.chat.afterwards import put_off
from bot.chat.teams.activities import Activity
from bot.chat.teams.outgoing import sentence
from bot.chat.teams.people import People, conversation_of
from bot.chat.teams.trouble import NO_ANSWER, Refused, is_gone
from bot.messages.in_teams import IN_YOUR_CHAT, NOT_IN_YOUR_CHAT
from storage import once
from storage.conversations import Conversation

Json = dict[str, Any]
# For as long as Teams may tell of the same again.
REPEATED = timedelta(days=1)


@dataclass(frozen=True)
class Speaking:
    """Whatever can wait until an answer is out does."""

    people: People

    def answer(self, activity: Activity, message: Json) -> None:
        """What somebody typed is answered to them alone: among others, with a word of where. Once."""
        now = self.people.day_one.clock()
        with self.people.day_one.store.transaction() as tx:
            is_first = once.take(tx, f"teams {activity.where} {activity.id}", at=now, until=now + REPEATED)
        if is_first:
            put_off(lambda: self.tell_now(activity, message))

    def change(self, activity: Activity, message: Json) -> None:
        """The message on which they pressed; where that cannot be changed, in a new one."""
        put_off(lambda: self._change(activity, message))

    def say_now(self, activity: Activity, message: Json) -> bool:
        """False where Teams does not let us: they took us away, or never had us."""
        there = self.people.alone_with(activity)
        if there is None:
            return False
        if self._said(there, message):
            return True
        anew = self.people.meet_anew(activity)
        return anew is not None and self._said(anew, message)

    def tell_now(self, activity: Activity, message: Json) -> None:
        """In their own chat with us, and among others a word of where."""
        is_told = self.say_now(activity, message)
        if not activity.is_personal:
            in_thread = replace(conversation_of(activity), id=activity.conversation.id)
            word = IN_YOUR_CHAT if is_told else NOT_IN_YOUR_CHAT
            self.people.connector.say(in_thread, sentence(word))

    def _said(self, there: Conversation, message: Json) -> bool:
        """False where we are not there any more, which we did not hear of: it is forgotten."""
        try:
            self.people.connector.say(there, message)
        except Refused as error:
            if not is_gone(error):
                raise
            self.people.forget(there)
            return False
        return True

    def _change(self, activity: Activity, message: Json) -> None:
        """What was pressed does not stay as it was: it would be pressed again."""
        try:
            self.people.connector.change(conversation_of(activity), activity.reply_to_id or "", message)
        except (Refused, *NO_ANSWER):
            self.say_now(activity, message)
