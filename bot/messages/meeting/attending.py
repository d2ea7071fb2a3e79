"""Who is coming to a meeting: the ways to take part, and what has to be known about each."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.cases import THE_CHILD
from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.parts import Person, Role

# In words, what somebody said of their coming: how, and what has to be known about it.
Replied = tuple[str, str]


@dataclass(frozen=True)
class _Way:
    """To take part: what the button says, what the agenda says then, and what has to be known about it."""

    button: str
    says: str
    asks: str = ""
    asks_of_family: str = ""
    help: str = ""


_WHO_READS_IT = "Everybody on the case reads this on the agenda."
_PHONE = "phone"
_REPORT = "report"
_WAYS = {
    "coming": _Way("I am coming", "coming"),
    _PHONE: _Way(
        "By phone",
        "by phone",
        "Who rings you, when, and on which number?",
        "Who rings them, when, and on which number?",
        "Somebody named rings a number that is safe.",
    ),
    _REPORT: _Way(
        "I send a report",
        "sends a report",
        "By which day does your report reach the chair?",
    ),
    "cannot": _Way(
        "I cannot come", "cannot come", "Why, and who comes instead?", "Why, and how are they heard instead?"
    ),
}


def called(person: Person) -> str:
    """Who it is, where everybody in the channel reads it."""
    return THE_CHILD if person.role is Role.CHILD else f"{person.name}, {person.role}"


def ways_to_say(reference: str) -> Buttons:
    """One press for each way to take part."""
    return Buttons(tuple(Button(one.button, f"attend {reference} {way}") for way, one in _WAYS.items()))


def ask_for(reference: str, person: Person) -> Button:
    """The way to say it for the child or a relative, who have no account."""
    return Button("How do they take part?", f"attends {reference} {person.id}")


def in_words(replies: Mapping[str, Replied], person: str) -> str:
    """ "by phone: Sam rings at 10", or that they have not said."""
    comes, words = replies.get(person, ("", ""))
    return ": ".join(filter(None, (_WAYS[comes].says, words))) if comes else "has not said"


def in_short(replies: Mapping[str, Replied], person: str) -> str:
    """ "by phone", without the number or the reason."""
    comes, _ = replies.get(person, ("", ""))
    return in_words({person: (comes, "")}, person)


def said_beforehand(replies: Mapping[str, Replied], person: str) -> str:
    """ "said beforehand: by phone", without the number or the reason."""
    return f"said beforehand: {in_short(replies, person)}" if person in replies else "did not say beforehand"


def reply_form(reference: str, way: str, phone: str) -> Form:
    """What has to be known where somebody is not simply there. Their own number is filled in."""
    one, words = _WAYS[way], phone if way == _PHONE else ""
    asks = Field("words", one.asks, Control.LINE, value=words, longest=150, required=True, help=one.help)
    return Form(one.button, f"attend {reference} {way}", (asks,), "Say so", intro=_WHO_READS_IT)


def form_for(reference: str, person: Person, known: Replied | None) -> Form:
    """How the child or a relative takes part, said by a worker who asked them. Only workers send reports."""
    ways = {way: one for way, one in _WAYS.items() if way != _REPORT}
    comes, words = known or ("", "")
    filled_in = {_PHONE: person.phone, comes: words}
    options = tuple((way, one.says.capitalize()) for way, one in ways.items())
    how = Field("way", "How do they take part?", Control.RADIO, options, comes, required=True, redraws=True)
    asked = (
        Field(
            way,
            one.asks_of_family,
            Control.LINE,
            value=filled_in.get(way, ""),
            longest=150,
            required=True,
            help=one.help,
            only_if=("way", (way,)),
        )
        for way, one in ways.items()
        if one.asks
    )
    command = f"attends {reference} {person.id}"
    return Form(called(person), command, (how, *asked), "Say so", intro=_WHO_READS_IT)


def replied(reference: str, way: str, person: Person) -> Document:
    """Said to whoever said so, of themselves or of somebody else."""
    done = Paragraph(f"The agenda says of {called(person)}: {_WAYS[way].says}.", Tone.GOOD)
    back = Buttons((Button("The agenda", f"agenda {reference}"), Button("The case", f"case {reference}")))
    return Document("Thank you", (done, back))
