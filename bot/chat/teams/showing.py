"""What is shown, as cards that bring back what a form needs to be taken in once."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.chat.teams.outgoing import with_card
from bot.messages.document import Document
from bot.messages.form import Form
from bot.render.teams import Sent, asked_in, screens

Json = dict[str, Any]
PROBLEMS = -1
"""In place of a part's number: the part with the first field that is wrong."""
_STAMP = "stamp"


@dataclass(frozen=True)
class Shown:
    """One card of several, of which each takes the place of the one before.

    Where it is `in_place`, it takes the place of the card on which somebody pressed. Where what they want
    `follows` by itself into their own chat, it is shown anywhere else only.
    """

    title: str
    card: Json
    in_place: bool = False
    follows: bool = False

    @property
    def message(self) -> Json:
        return with_card(self.title, self.card)


def show(
    shown: Sequence[Document | Form],
    stamp: str,
    *,
    place: str = "",
    command: str = "",
    part: int = 0,
    in_place: bool = False,
) -> Shown:
    """`stamp` is another one each time that the same is shown."""
    form = next((one for one in shown if isinstance(one, Form)), None)
    cards = screens(shown, place, command)
    number = _with_problems(cards, form) if form and part == PROBLEMS else part
    card = cards[max(0, min(number, len(cards) - 1))]
    return Shown((form or shown[0]).title, _stamped(card, stamp), in_place)


def key_of(data: Json, sent: Sent) -> str:
    """The same where the same form is sent in twice with the same in it."""
    typed = repr((str(data.get(_STAMP, "")), sent.command, sent.version, sorted(sent.values.items())))
    return sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()


def _with_problems(cards: Sequence[Json], form: Form) -> int:
    wrong = {field.name for field in form.shown if field.error}
    return next((number for number, card in enumerate(cards) if wrong & {*asked_in(card)}), 0)


def _stamped(drawn: Any, stamp: str) -> Any:
    if isinstance(drawn, list):
        return [_stamped(item, stamp) for item in drawn]
    if not isinstance(drawn, dict):
        return drawn
    if drawn.get("type") == "Action.Execute":
        return {**drawn, "data": {**drawn.get("data", {}), _STAMP: stamp}}
    return {name: _stamped(item, stamp) for name, item in drawn.items()}
