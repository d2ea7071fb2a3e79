"""What is sent to Teams: messages with a card, and what an invoke is answered with.

https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model and
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
"""

from typing import Any

from bot.messages.in_teams import SEND_AGAIN, not_taken_in
from bot.render.teams import cards, in_a_dialog

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
SENTENCE = "application/vnd.microsoft.activity.message"
_TITLE = 60


def with_card(title: str, card: Json) -> Json:
    """A message; its title is what a notification shows."""
    return {"type": "message", "summary": title, "attachments": [attached(card)]}


def attached(card: Json) -> Json:
    return {"contentType": CARD, "content": card}


def sentence(text: str) -> Json:
    return {"type": "message", "textFormat": "plain", "text": text}


def card_instead(card: Json) -> Json:
    """Whoever pressed sees this card in the place of the one on which they did."""
    return {"statusCode": 200, "type": CARD, "value": card}


def said_to_it(text: str) -> Json:
    """The card on which somebody pressed stays, with all that was typed into it."""
    return {"statusCode": 200, "type": SENTENCE, "value": text}


def send_again(data: Any) -> Json:
    """A dialog with all that was sent in, to be sent again."""
    shown = not_taken_in()
    if not isinstance(data, dict):
        return dialog(shown.title, cards(shown)[0])
    # What opened the dialog would open another, which Teams does not do from within one.
    kept = {name: value for name, value in data.items() if name != "msteams"}
    again = {"type": "Action.Execute", "title": SEND_AGAIN, "associatedInputs": "none", "data": kept}
    return dialog(shown.title, {**cards(shown)[0], "actions": [again]})


def dialog(title: str, card: Json) -> Json:
    """A dialog with this card, in the place of the one that is open."""
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    shown = {"title": short, "width": "large", "height": "large", "card": attached(in_a_dialog(card))}
    return {"task": {"type": "continue", "value": shown}}
