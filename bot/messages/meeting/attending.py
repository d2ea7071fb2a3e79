"""Who is coming to a meeting: the ways to take part, and what has to be known about each."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from bot.messages.form import Control, Field, Form

# In words, what somebody said of their coming: how, and what has to be known about it.
Replied = tuple[str, str]


@dataclass(frozen=True)
class _Way:
    """To take part: what the button says, what the agenda says then, and what has to be known about it."""

    button: str
    says: str
    asks: str = ""
    help: str = ""


_PHONE = "phone"
_WAYS = {
    "coming": _Way("I am coming", "coming"),
    _PHONE: _Way(
        "By phone",
        "by phone",
        "Who rings you, when, and on which number?",
        "Somebody named rings a number that is safe.",
    ),
    "report": _Way("I send a report", "sends a report", "By which day does your report reach the chair?"),
    "cannot": _Way("I cannot come", "cannot come", "Why, and who comes instead?"),
}


def ways_to_say(reference: str) -> Buttons:
    """One press for each way to take part."""
    return Buttons(tuple(Button(one.button, f"attend {reference} {way}") for way, one in _WAYS.items()))


def in_words(replies: Mapping[str, Replied], person: str) -> str:
    """ "by phone: Sam rings at 10", or that they have not said."""
    comes, words = replies.get(person, ("", ""))
    return ": ".join(filter(None, (_WAYS[comes].says, words))) if comes else "has not said"


def said_beforehand(replies: Mapping[str, Replied], person: str) -> str:
    """ "said beforehand: by phone", without the number or the reason."""
    comes, _ = replies.get(person, ("", ""))
    return f"said beforehand: {_WAYS[comes].says}" if comes else "did not say beforehand"


def reply_form(reference: str, way: str, phone: str) -> Form:
    """What has to be known where somebody is not simply there. Their own number is filled in."""
    one, words = _WAYS[way], phone if way == _PHONE else ""
    asks = Field("words", one.asks, Control.LINE, value=words, longest=150, required=True, help=one.help)
    return Form(one.button, f"attend {reference} {way}", (asks,), "Say so")


def replied(reference: str, way: str) -> Document:
    """Said to whoever said so."""
    done = Paragraph(f"The agenda says of you: {_WAYS[way].says}.", Tone.GOOD)
    back = Buttons((Button("The agenda", f"agenda {reference}"), Button("The case", f"case {reference}")))
    return Document("Thank you", (done, back))
