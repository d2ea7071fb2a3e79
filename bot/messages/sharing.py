"""Around a plan sheet: its preview, and the question before it is shared."""

from collections.abc import Sequence

from bot.messages.document import Block, Button, Buttons, Document, Paragraph, Print, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.parts import Person

# After the name of a sheet's reader: the edition in which each idea has a picture to its left.
WITH_PICTURES = "+pictures"


def preview(
    sheet: Document,
    reference: str,
    reader: str,
    may_share: bool,
    adults: Sequence[Person] = (),
    held_back: Sequence[str] = (),
    handing: Sequence[Block] = (),
    hard: Sequence[Block] = (),
) -> Document:
    """The sheet as it would be read, what is held back from it, and the ways to print and to share it.

    `adults` are those whom it is safe to give a sheet of their own, `handing` says who has this one,
    and `hard` what in it is hard to read.
    """
    ways: list[Block] = [
        Print("PDF to print", reference, reader, "pdf"),
        Print("Open as a page", reference, reader),
    ]
    if reader != "worker":
        pictured = f"{reader}{WITH_PICTURES}"
        ways += [
            Print("PDF with pictures", reference, pictured, "pdf"),
            Print("Page with pictures", reference, pictured),
        ]
    if may_share and reader == "child":
        ways.append(Buttons((Button("Share it with the channel", f"share {reference} {reader}", main=True),)))
    ways += handing
    sheets = {"child": "The child's sheet", "worker": "The full plan"}
    sheets |= {f"adult:{adult.id}": f"Sheet for {adult.name}" for adult in adults}
    ready = [Button("Get ready for a meeting", f"ready {reference} {reader}")] if reader != "worker" else []
    others = {other: label for other, label in sheets.items() if other != reader}
    ways.append(
        Buttons((*(Button(label, f"sheet {reference} {other}") for other, label in others.items()), *ready))
    )
    note = Paragraph("Read it through first. Only you see this.", Tone.WATCH)
    held = (Paragraph(says, Tone.WATCH) for says in held_back)
    return Document(sheet.title, (note, *held, *ways, *hard, *sheet.blocks))


def without_private(sheet: Document) -> Document:
    """What a worker sees who may not see everything that is private."""
    note = Paragraph("Some topics are left out: they are open to named workers only. Ask the case lead.")
    return Document(sheet.title, (note, *sheet.blocks))


def share_form(reference: str, version: int) -> Form:
    """Before it is posted: a person has read it and says so."""
    read = Field(
        "read",
        "Have you read the sheet through?",
        Control.RADIO,
        (("yes", "Yes, share it"), ("no", "Not yet")),
        required=True,
        help="It goes to the case's channel as the room edition: strengths, learning, free time, numbers. "
        "The child's whole sheet is the PDF to print.",
    )
    return Form("Share the plan sheet", f"share {reference} child", (read,), "Go on", version=version)


def shared(reference: str) -> Document:
    """Said once it stands in the channel."""
    done = Paragraph("It goes to the case's channel now, if everybody there is on the case.", Tone.GOOD)
    return Document("Shared", (done, Buttons((Button("Back to the case", f"case {reference}"),))))


def channel_chosen(reference: str) -> Document:
    """Said to whoever chose it."""
    return Document(
        f"The channel of {reference}",
        (
            Paragraph("Meetings stand in this channel from now on.", Tone.GOOD),
            Paragraph("Everybody in it has to be on the case: otherwise nothing is posted."),
            Buttons(
                (Button("Meet", f"meet {reference}", main=True), Button("People", f"people {reference}"))
            ),
        ),
    )
