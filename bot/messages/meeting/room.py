"""The room view: what may be read out in the meeting or shown on a screen that everybody sees.

It is said to the child, in words for the child. What may stand on it is decided where it is for every sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.messages.document import Block, Bullets, Button, Buttons, Document, Heading, Paragraph, Row, Tone
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import helper, is_child
from bot.messages.sheets.promises import promise
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Meeting, Progress
from planning_rules.plan import Plan
from planning_rules.text import counted

# Behind the name of a step whose private questions are to be opened: the chair has looked round the room.
HEARD = "heard"
# What somebody types there may tell where the child will live.
_MAY_TELL_WHERE = (ReleaseDay.way_home,)


@dataclass(frozen=True)
class TalkedAbout:
    """A topic, and how many of the questions that are put in the room have an answer."""

    step: type[Step]
    answered: int
    total: int


@dataclass(frozen=True)
class Room:
    """What the room view is made of: nothing private is among it."""

    plan: Plan
    meeting: Meeting
    today: date
    reader: Reader
    promised: Sequence[Action]
    topics: Sequence[TalkedAbout]


def room(of: Room) -> Document:
    """The same whoever opens it."""
    back = Buttons((Button("Back to the meeting", f"meet {of.plan.reference}"),))
    blocks = (*_opening(), *_promises(of), *_topics(of), *_private(), back)
    return Document(f"Our meeting on {in_full(of.meeting.on)}", blocks)


def who_can_hear(reference: str, step: type[Step], ways_on: Sequence[Button]) -> Document:
    """Asked of whoever leads the meeting before its private questions are opened."""
    line = f"Next are the private questions of {step.title}. Who can hear, and who can see this screen?"
    open_them = Button("Only those who may: open them", f"private {reference} {step.key} {HEARD}")
    return Document("Who can hear?", (Paragraph(line, Tone.WATCH), Buttons((open_them, *ways_on))))


def _opening() -> Iterator[Block]:
    yield Heading("You speak first", "child")
    yield Paragraph("Tell us what you want. You can choose who hears it.")


def _promises(of: Room) -> Iterator[Block]:
    yield Heading("What we promised last time", "list")
    shown = [action for action in of.promised if of.reader.may_read_action(action, of.plan)]
    yield from (Row(action.what, _kept(of, action)) for action in shown)
    if more := len(of.promised) - len(shown):
        yield Paragraph(
            f"There {'is' if more == 1 else 'are'} {counted(more, 'more promise')} to talk about."
        )
    elif not shown:
        yield Paragraph("There is nothing to look back on yet.")


def _kept(of: Room, action: Action) -> str:
    """Whether it was done, and by whom; else who will do it by when."""
    owner = helper(of.plan, action.owner, of.today)
    if action.is_owed:
        # What the child promised is said to them: their name is for no screen that everybody sees.
        reader = replace(of.reader, adult=owner.id) if owner and is_child(owner) else of.reader
        return promise(of.plan, action, of.today, reader)
    if action.progress in (Progress.DONE, Progress.CONFIRMED):
        return (
            "You did this."
            if owner and is_child(owner)
            else f"{owner.name if owner else 'Somebody'} did this."
        )
    return "This was not done. We will talk about why."


def _topics(of: Room) -> Iterator[Block]:
    for topic in of.topics:
        yield Heading(topic.step.child_title, topic.step.icon)
        if known := tuple(_known(of, topic.step)):
            yield Bullets(known)
        yield Paragraph(_how_far(topic))


def _known(of: Room, step: type[Step]) -> Iterator[str]:
    for fact in of.reader.facts(step):
        if fact not in _MAY_TELL_WHERE and not fact.quoted:
            yield from lines(of.plan, fact, of.today)


def _how_far(topic: TalkedAbout) -> str:
    if topic.answered >= topic.total:
        return "We have talked about this."
    return "We have talked about some of this." if topic.answered else "We still need to talk about this."


def _private() -> Iterator[Block]:
    yield Heading("What is private", "lock")
    yield Paragraph("Some things are private. We talk about them only with the people you trust.")
