"""How a sheet is to look, said behind its reader ("child+pictures+cymraeg"), and the ways to each look."""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.messages.document import Button, Print
from planning_rules.refusal import Refusal


class Look(StrEnum):
    """What may be wanted beside the sheet as it is."""

    PICTURES = "pictures"
    LARGE = "large"
    WELSH = "cymraeg"


Looks = frozenset[Look]
PLAIN: Looks = frozenset()
_IN_WELSH = re.compile(r"(?:^|\s+)(?:(?:in|yn)\s+)?(?:welsh|cymraeg|gymraeg)$", re.IGNORECASE)


def with_looks(reader: str, *looks: Look) -> str:
    return "+".join((reader, *looks))


def looks_of(named: str) -> tuple[str, Looks]:
    """The reader and how the sheet is to look. What is no look is taken for a part of the name."""
    reader, *looks = named.split("+")
    return (reader, frozenset(map(Look, looks))) if set(looks) <= set(Look) else (named, PLAIN)


def as_typed(words: str) -> tuple[str, Looks]:
    """The same of what somebody typed: "mum cymraeg", "child in Welsh"."""
    reader = _IN_WELSH.sub("", words)
    return looks_of(words) if reader == words else (reader, frozenset({Look.WELSH}))


def prints(reference: str, reader: str, wanted: Looks, pictures: bool = True) -> Iterator[Print]:
    """The ways to a sheet as a file, in the language in which it is looked at."""
    also = tuple(wanted & {Look.WELSH})
    plain, pictured = with_looks(reader, *also), with_looks(reader, Look.PICTURES, *also)
    yield Print("PDF to print", reference, plain, "pdf")
    yield Print("Open as a page", reference, plain)
    if pictures:
        yield Print("PDF with pictures", reference, pictured, "pdf")
        yield Print("Page with pictures", reference, pictured)
    yield Print("PDF in large print", reference, with_looks(reader, Look.LARGE, *also), "pdf")
    yield Print("Text to read aloud", reference, plain, "txt")


def other_language(command: str, wanted: Looks) -> Button:
    """From a sheet that is looked at in one language to the same in the other; `command` is without looks."""
    if Look.WELSH in wanted:
        return Button("In English", command)
    return Button("In Welsh, not checked yet", with_looks(command, Look.WELSH))


def welsh_is_off() -> Refusal:
    return Refusal(
        "Sheets in Welsh are off: nobody has checked the Welsh yet. Set DAYONE_WELSH to on to make one."
    )


def workers_read_english() -> Refusal:
    return Refusal("The workers' full plan is in English only. Choose the child's sheet, or an adult's.")
