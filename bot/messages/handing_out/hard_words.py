"""Hard words on a plan sheet: each with a suggestion, and the form that keeps those that are wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.messages.document import Block, Button, Buttons, Document, Heading, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.rulebook.plain_report import shown
from planning_rules.plain_english import Mark
from planning_rules.refusal import Refusal
from planning_rules.text import counted

# Longer ones would not fit beside a tick in every chat.
_LONGEST = 60
_MOST = 50


@dataclass(frozen=True)
class Hard:
    """What is hard in one text of a sheet; `where` names the answer or action that it stands in.

    A word that `is_private` is not kept: what is kept is open to every worker on the case.
    """

    where: str
    mark: Mark
    is_private: bool = False


def marked(found: Sequence[Hard], reference: str, may_keep: bool) -> Iterator[Block]:
    """Before the sheet: everything in it that is hard to read, and the way to keep words as they are."""
    if not found:
        return
    yield Heading("Hard to read", "watch")
    yield Paragraph(f"{counted(len(found), 'thing')} to look at. Nothing is changed unless you change it.")
    yield from (Row(f"“{shown(one.mark)}” – {one.where}", one.mark.suggestion, Tone.WATCH) for one in found)
    if may_keep and words_in([one for one in found if not one.is_private]):
        yield Buttons((Button("Keep words as they are", f"words {reference}"),))


def words_in(found: Sequence[Hard]) -> tuple[str, ...]:
    """The words that somebody may keep, each once, in small letters."""
    words = (one.mark.words.lower() for one in found if one.mark.is_about_words)
    return tuple(dict.fromkeys(word for word in words if len(word) <= _LONGEST))[:_MOST]


def words_form(reference: str, words: Sequence[str], kept: Sequence[str], version: int) -> Form:
    """Which of these words are wanted; those that are kept already are ticked."""
    field = Field(
        "words",
        "Which words do you want to keep?",
        Control.TICKS,
        tuple((word, word) for word in words),
        value="\n".join(kept),
        help="Keep a word that this child knows. It is not marked again in this case.",
    )
    return Form("Hard words", f"words {reference}", (field,), version=version)


def none_to_keep(reference: str) -> Refusal:
    return Refusal(f"No hard word stands on the sheets of {reference}. There is nothing to keep.")


def kept_words(reference: str, words: Sequence[str]) -> Document:
    """Said once they are kept."""
    says = f"{counted(len(words), 'word is', 'words are')} not marked any more." if words else _ALL_MARKED
    back = Button("Back to the sheet", f"sheet {reference} child", main=True)
    return Document("Hard words", (Paragraph(says, Tone.GOOD), Buttons((back,))))


_ALL_MARKED = "Every hard word is marked again."
NONE_WANTED = "No hard word is wanted any more."
