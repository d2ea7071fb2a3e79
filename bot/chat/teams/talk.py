"""What Teams tells of, each kind to whoever answers it; and what is answered where that goes wrong."""

import logging
import sys
from dataclasses import dataclass
from typing import Any

from bot.chat.afterwards import put_off
from bot.chat.quietly import log_exception
from bot.chat.teams.activities import DIALOG_OPENED, DIALOG_SENT, FILE_ANSWERED, PRESSED, Activity
from bot.chat.teams.comings import Comings
from bot.chat.teams.filing import Filing
from bot.chat.teams.hearing import Hearing
from bot.chat.teams.looking import Looking
from bot.chat.teams.outgoing import Json, card_instead, dialog, said_to_it, send_again, sentence
from bot.chat.teams.pressing import Pressing, request_of
from bot.chat.teams.showing import show
from bot.chat.teams.standing import LOOKS
from bot.conversation.heard import Said
from bot.messages.helping import FAULT
from bot.render.teams import sent


@dataclass(frozen=True)
class Talk:
    """Each method hears one kind of thing, and gives what it is answered with: an object, or nothing."""

    hearing: Hearing
    pressing: Pressing
    filing: Filing
    comings: Comings
    looking: Looking

    def heard(self, activity: Activity) -> Json | None:
        """The one boundary: a fault is logged without what it says, and somebody is told what to do."""
        try:
            return self._heard(activity)
        except Exception:  # noqa: BLE001  (the boundary)
            log_exception(logging.getLogger(__name__), sys.exc_info())
            return self._fault(activity)

    def _heard(self, activity: Activity) -> Json | None:
        match activity.type, activity.name:
            case "message", _:
                self._said(activity)
            case "invoke", name if name == PRESSED:
                return self._pressed(activity)
            case "invoke", name if name in (DIALOG_OPENED, DIALOG_SENT):
                return self._in_a_dialog(activity)
            case "invoke", name if name == FILE_ANSWERED:
                self.filing.answered(activity)
            case "conversationUpdate", _:
                self.comings.members_changed(activity)
            case "installationUpdate", _:
                self.comings.installed(activity)
        # Nothing else is answered. What was said stays done, though its message be edited or deleted.
        return None

    def _said(self, activity: Activity) -> None:
        """Typed; or pressed, on a card that tells of it in the way of old."""
        self.hearing.people.keep(activity)
        if activity.value is not None and not activity.said:
            shown = self.pressing.pressed(activity, activity.value)
        else:
            place = self.hearing.people.place(activity)
            outcome = self.hearing.hear(activity, Said(activity.said, place=place), request_of(activity))
            shown = show(outcome.shown, activity.id, place=place, command=activity.said)
        if not shown.follows:
            self.hearing.speaking.answer(activity, shown.message)

    def _pressed(self, activity: Activity) -> Json:
        data = data_of(activity)
        was = sent(data)
        if was and was.verb == LOOKS:
            card = self.looking.card(activity, was)
            return card_instead(card) if card else said_to_it("")
        shown = self.pressing.pressed(activity, data)
        if not activity.is_personal:
            return card_instead(shown.card)
        if shown.in_place and activity.reply_to_id:
            # The answer is seen until they come back another day. What they see then is the message itself.
            self.hearing.speaking.change(activity, shown.message)
            return card_instead(shown.card)
        if not shown.follows:
            self.hearing.speaking.answer(activity, shown.message)
        return said_to_it(shown.title)

    def _in_a_dialog(self, activity: Activity) -> Json:
        shown = self.pressing.pressed(activity, data_of(activity))
        return dialog(shown.title, shown.card)

    def _fault(self, activity: Activity) -> Json | None:
        """What they typed stays before them, or comes along with the button that sends it again."""
        if activity.type == "message":
            put_off(lambda: self.hearing.speaking.tell_now(activity, sentence(FAULT)))
        if activity.name == PRESSED:
            return said_to_it(FAULT)
        if activity.name in (DIALOG_OPENED, DIALOG_SENT):
            return send_again(data_of(activity))
        return None


def data_of(activity: Activity) -> Any:
    """What a card brings back, wherever Teams puts it."""
    value = activity.value
    if activity.name == PRESSED:
        value = value.get("action") if isinstance(value, dict) else None
    return value.get("data") if isinstance(value, dict) else None
