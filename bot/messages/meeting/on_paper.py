"""Around what is printed for a meeting: sheets to get ready with, and topics to fill in by hand."""

from collections.abc import Iterator, Sequence

from bot.messages.document import Blank, Block, Button, Buttons, Document, Paragraph, Print, Row, Tone
from bot.messages.handing_out.looks import Looks, other_language, prints
from bot.messages.handing_out.sharing import above
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from planning_rules.parts import Person

_NO_MEETING = "No meeting is open. What each meeting asks again comes onto the paper once one is."


def ready(
    sheet: Document,
    reference: str,
    reader: str,
    wanted: Looks,
    adults: Sequence[Person],
    back: Button,
    welsh: bool,
) -> tuple[Document, ...]:
    """The sheet as it would be printed, and the ways on. `adults` are those who may have one of their own.

    `welsh`: it can be made in Welsh too.
    """
    readers = {"child": "For the child"} | {f"adult:{one.id}": f"For {one.name}" for one in adults}
    others = [Button(label, f"ready {reference} {one}") for one, label in readers.items() if one != reader]
    note = Paragraph(
        "Print it, and go through it with them before the meeting. Only you see this.", Tone.WATCH
    )
    others += [other_language(f"ready {reference} {reader}", wanted)] if welsh else []
    printed = prints(reference, f"ready:{reader}", wanted, pictures=False)
    return above(sheet, (note, *printed, Buttons((*others, back))))


def paper(
    sheet: Document, reference: str, step: type[Step], private: bool, also: bool, meets: bool, back: Button
) -> Document:
    """One topic as it would be printed: its open questions, or the `private` ones.

    `also`: it leads to those. `meets`: a meeting is open, without which some of it is not asked.
    """
    name = f"paper:{step.key}:private" if private else f"paper:{step.key}"
    more = [_private_part(reference, step)] if also else []
    ways = Buttons((*more, Button("Other topics", f"paper {reference}"), back))
    printed = _prints(reference, name) if any(isinstance(one, Blank) for one in sheet.blocks) else ()
    return Document(sheet.title, (*_unless(meets), *printed, ways, *sheet.blocks))


def topics(
    reference: str, steps: Sequence[type[Step]], private: Sequence[type[Step]], meets: bool, back: Button
) -> Document:
    """What there is to print; `private` are those whose private questions are open to this person."""
    line = Paragraph(
        "Print a topic, fill it in by hand, and type it in afterwards. Its form has the same order."
    )
    rows = [_row(reference, step, step in steps, step in private) for step in STEPS]
    shown = (row for row in rows if row.buttons)
    return Document(f"{reference} on paper", (line, *_unless(meets), *shown, Buttons((back,))))


def _row(reference: str, step: type[Step], is_open: bool, private: bool) -> Row:
    ways = [Button("On paper", f"paper {reference} {step.key}")] if is_open else []
    return Row(step.title, buttons=(*ways, *([_private_part(reference, step)] if private else ())))


def _private_part(reference: str, step: type[Step]) -> Button:
    return Button("Private questions", f"paper {reference} {step.key} private")


def _unless(meets: bool) -> Iterator[Paragraph]:
    if not meets:
        yield Paragraph(_NO_MEETING)


def _prints(reference: str, reader: str) -> tuple[Block, ...]:
    return (
        Print("PDF to print", reference, reader, "pdf"),
        Print("Open as a page", reference, reader),
    )
