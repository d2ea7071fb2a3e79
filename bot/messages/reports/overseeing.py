"""What a manager hears who signs off that they looked at a plan."""

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from planning_rules.refusal import Refusal


def looked_at(reference: str) -> Document:
    said = (
        f"It is kept, with your name and today’s date, that you looked at how risk and safety are planned "
        f"for in {reference}."
    )
    ways = (
        Button("Undo", f"notoverseen {reference}"),
        Button("The case", f"case {reference}"),
        Button("The digest", "digest"),
    )
    return Document(f"Signed off: {reference}", (Paragraph(said, Tone.GOOD), Buttons(ways)))


def not_looked_at(reference: str) -> Document:
    said = f"{reference} reads as it did before you signed it off. That you took it back is kept."
    ways = (Button("I have looked at it", f"oversee {reference}"), Button("The digest", "digest"))
    return Document(f"Taken back: {reference}", (Paragraph(said), Buttons(ways)))


def nothing_to_take_back(reference: str) -> Refusal:
    return Refusal(f"You have not signed off {reference}, or somebody has changed it since.")
