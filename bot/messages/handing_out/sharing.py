"""Around a plan sheet: its preview, and the question before it is shared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.messages.apart import ENGLISH, apart
from bot.messages.document import Block, Button, Buttons, Document, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.handing_out.looks import Look, Looks, other_language, prints
from planning_rules.parts import Person


@dataclass(frozen=True)
class Offered:
    """What whoever looks at a sheet may go on to: to share it, to the sheets of these `adults`, to Welsh."""

    may_share: bool
    adults: Sequence[Person]
    welsh: bool


def preview(
    sheet: Document,
    reference: str,
    reader: str,
    wanted: Looks,
    offered: Offered,
    held_back: Sequence[str] = (),
    beside: Sequence[Block] = (),
) -> tuple[Document, ...]:
    """The sheet as it would be read, what is held back from it, and the ways to print and to share it.

    `beside` says who has it and what in it is hard to read.
    """
    blocks: list[Block] = [Paragraph("Read it through first. Only you see this.", Tone.WATCH)]
    blocks += [Paragraph(says, Tone.WATCH) for says in held_back]
    blocks += prints(reference, reader, wanted, pictures=reader != "worker")
    if offered.may_share and reader == "child" and Look.WELSH not in wanted:
        blocks.append(
            Buttons((Button("Share it with the channel", f"share {reference} {reader}", main=True),))
        )
    sheets = {"child": "The child's sheet", "worker": "The full plan"}
    sheets |= {f"adult:{adult.id}": f"Sheet for {adult.name}" for adult in offered.adults}
    others = [
        Button(label, f"sheet {reference} {other}") for other, label in sheets.items() if other != reader
    ]
    if reader != "worker":
        others.append(Button("Get ready for a meeting", f"ready {reference} {reader}"))
        others += [other_language(f"sheet {reference} {reader}", wanted)] if offered.welsh else []
    return above(sheet, (*blocks, Buttons(tuple(others)), *beside))


def above(sheet: Document, blocks: Sequence[Block]) -> tuple[Document, ...]:
    """What is said to the worker, and below it the sheet; apart where that is in another language."""
    if sheet.language == ENGLISH:
        return (replace(sheet, blocks=(*blocks, *sheet.blocks)),)
    return (Document("The sheet in Welsh, which nobody has checked yet", tuple(blocks)), sheet)


def without_private(sheet: Document) -> Document:
    """What a worker sees who may not see everything that is private."""
    says = "Some topics are left out: they are open to named workers only. Ask the case lead."
    note = Paragraph(says if sheet.language == ENGLISH else apart(says))
    return replace(sheet, blocks=(note, *sheet.blocks))


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
