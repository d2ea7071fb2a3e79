"""Somebody at a Teams client: what they type and press is sent as Teams sends it, and they see what comes."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from flask.testing import FlaskClient

from tests.bot.chat.teams.platform import BOT, OAKSHIRE, Chat, Json, Member, Platform
from tests.bot.chat.teams.seen import Card

MESSAGES = "/api/messages"


@dataclass
class Person:
    """`dialog` is the card of the dialog that is open. `tenant` is that of whoever has the chats."""

    platform: Platform
    door: FlaskClient
    member: Member
    dialog: Json | None = None
    tenant: str = OAKSHIRE
    ids: "count[int]" = field(default_factory=count)

    @property
    def own(self) -> Chat:
        return self.platform.own(self.member)

    @property
    def card(self) -> Card:
        """What they see last: the dialog, or the newest card in their own chat."""
        return Card(self.dialog or self.own.cards[-1])

    def activity(self, kind: str, there: Chat | None = None, **more: Any) -> Json:
        chat = there or self.own
        return {
            "type": kind,
            "id": f"{self.member.name}-{next(self.ids)}",
            "serviceUrl": self.platform.url,
            "channelId": "msteams",
            "from": {"id": self.member.id, "aadObjectId": self.member.entra, "name": self.member.name},
            "recipient": {"id": f"28:{BOT}", "name": "Day One"},
            "conversation": {"id": chat.id, "tenantId": self.tenant, "conversationType": chat.kind},
            "channelData": {
                "tenant": {"id": self.tenant},
                **({"team": {"id": chat.team}, "channel": {"id": chat.id}} if chat.team else {}),
            },
            **more,
        }

    def sends(self, activity: Json, token: str | None = "") -> tuple[int, Any]:
        """The number that it is answered with, and the answer."""
        signed = self.platform.token() if token == "" else token
        headers = {"Authorization": f"Bearer {signed}"} if signed else {}
        with self.door.post(MESSAGES, json=activity, headers=headers, buffered=True) as answer:
            return answer.status_code, answer.get_json(silent=True)

    def types(self, text: str, there: Chat | None = None) -> Card:
        """What comes in their own chat."""
        before = len(self.own.cards)
        status, answer = self.sends(self.activity("message", there, text=text))
        assert (status, answer) == (200, None)
        assert len(self.own.cards) > before, "nothing comes"
        self.dialog = None
        return Card(self.own.cards[before])

    def presses(self, label: str, beside: str = "", **typed: str) -> Card:
        """On the card that they see. What they see then, there or below."""
        card = self.card
        return self.sends_data(card.pressed(card.button(label, beside), typed))

    def sends_in(self, **typed: str) -> Card:
        """The form that they see."""
        sends = self.card.sends
        assert sends, self.card.text
        return self.sends_data(self.card.pressed(sends, typed))

    def sends_data(self, data: Json) -> Card:
        """What a card brings back."""
        if self.dialog:
            return self._in_a_dialog("task/submit", self.dialog_in, data)
        message = self.newest
        before = dict(self.own.messages)
        invoke = self.activity("invoke", name="adaptiveCard/action", value=pressed(data), replyToId=message)
        status, answer = self.sends(invoke)
        assert (status, answer["statusCode"]) == (200, 200), answer
        if answer["type"].endswith("card.adaptive"):
            assert self.own.messages[message] != before[message], "the message follows what was answered"
            assert self.own.messages[message]["attachments"][0]["content"] == answer["value"]
            return Card(answer["value"])
        return self.card

    def opens(self, there: Chat, label: str, beside: str = "") -> Card:
        """A dialog, by a button of the card that stands in a shared chat."""
        self.dialog_in = there
        card = Card(there.cards[-1])
        return self._in_a_dialog("task/fetch", there, card.pressed(card.button(label, beside)))

    @property
    def newest(self) -> str:
        """The id of the newest message with a card in their own chat."""
        return [id_ for id_, message in self.own.messages.items() if "attachments" in message][-1]

    def _in_a_dialog(self, name: str, there: Chat, data: Json) -> Card:
        status, answer = self.sends(self.activity("invoke", there, name=name, value={"data": data}))
        assert (status, answer["task"]["type"]) == (200, "continue"), answer
        self.dialog = answer["task"]["value"]["card"]["content"]
        return self.card


def pressed(data: Json) -> Json:
    """An invoke's value, as Action.Execute makes it."""
    return {
        "action": {"type": "Action.Execute", "verb": data.get("verb", ""), "data": data},
        "trigger": "manual",
    }
