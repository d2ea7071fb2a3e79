"""Joining a case and leaving it: the code, who waits, and what each is told."""

from bot.messages.document import Button, Buttons, Document, Pairs, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.parts import Person
from planning_rules.refusal import Refusal


def join_form() -> Form:
    """Where a code is typed in."""
    code = Field("code", "Which code were you given?", Control.LINE, longest=40, required=True)
    return Form("Join a case", "join", (code,), "Join")


def code_made(person: Person, code: str, until: str, reference: str) -> Document:
    """The code, shown once."""
    return Document(
        f"A code for {person.name}",
        (
            Pairs((("Code", code), ("Works until", until))),
            Paragraph("They press “Join with a code” in Day One, or type join and the code."),
            Paragraph("It works once. It is not shown again. Give it to them on a line that you know."),
            Paragraph("They see nothing of the case until you let them in."),
            Buttons((Button("People", f"people {reference}"),)),
        ),
    )


def asked_to_join(reference: str) -> Document:
    """Said to whoever used a code."""
    return _taken(f"The case lead is asked to let you in to {reference}. You see nothing of it until then.")


def not_let_in_yet(reference: str) -> Document:
    """Said to them where they use it again."""
    return _taken(f"The case lead has not let you in yet. Once you are on {reference}, you hear of it here.")


def _taken(says: str) -> Document:
    return Document("Your code was taken", (Paragraph(says), Buttons((Button("Your cases", "list"),))))


def let_in(person: Person, reference: str) -> Document:
    """Said to the lead."""
    return Document(
        f"{person.name} is on {reference}",
        (
            Paragraph("They can see the case now.", Tone.GOOD),
            Buttons((Button("People", f"people {reference}"),)),
        ),
    )


def somebody_waits(reference: str) -> Document:
    """Said to the lead when a code was used."""
    line = Paragraph(f"Somebody used a code for {reference} and waits to be let in.", Tone.WATCH)
    return Document(f"Let them in? {reference}", (line, Buttons((Button("People", f"people {reference}"),))))


def you_are_in(reference: str) -> Document:
    """Said to whoever was let in."""
    line = Paragraph(f"The case lead let you in to {reference}.", Tone.GOOD)
    ways = (Button("Open it", f"case {reference}", main=True), Button("Your cases", "list"))
    return Document(f"You are on {reference}", (line, Buttons(ways)))


def you_lead(reference: str) -> Document:
    """Said to whoever leads a case from now on."""
    line = Paragraph(f"You lead {reference} from now on.", Tone.GOOD)
    ways = (Button("Open it", f"case {reference}", main=True), Button("People", f"people {reference}"))
    return Document(f"You lead {reference}", (line, Buttons(ways)))


def cannot_lead(name: str) -> Refusal:
    return Refusal(
        f"{name} cannot lead the case. Whoever leads it works in its own service, and has been let in."
    )


def leads_already(name: str) -> Refusal:
    return Refusal(f"{name} leads the case already.")


def you_have_left(reference: str) -> Document:
    """Said to whoever was taken off a case."""
    line = Paragraph(f"You are not on {reference} any more, and see nothing of it. Thank you for your work.")
    return Document(f"You have left {reference}", (line, Buttons((Button("Your cases", "list"),))))
