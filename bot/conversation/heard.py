"""What a chat hands to the core, and what it gets back. The same for Slack, Teams and the local page."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.document import Document
from bot.messages.form import Form


@dataclass(frozen=True)
class Said:
    """A command, typed ("/dto gaps OAK-417") or the one behind a button ("gaps OAK-417").

    `channel` is the reference of the case in whose channel it is said, or "". Where a chat does not know
    that, `place` is the private channel itself ("slack:T0123:C0456"), or "".
    """

    text: str
    channel: str = ""
    place: str = ""


@dataclass(frozen=True)
class Filled:
    """A form sent in: its command, its fields' texts by name, and the version that it was opened with.

    `in_parts` is True where a form was too long to be shown at once: these are the values of its last part,
    and those of the others were kept as they were typed.
    """

    command: str
    values: Mapping[str, str]
    version: int = 0
    in_parts: bool = False
    place: str = ""


@dataclass(frozen=True)
class Changed:
    """A form half filled in, in which an answer may call for other questions.

    What is typed is kept as a draft, for whoever typed it alone, and nothing else is saved. `at` is when it
    stood so, in seconds of the chat's clock, where the chat may tell of it late; 0: just now.
    """

    command: str
    values: Mapping[str, str]
    version: int = 0
    in_parts: bool = False
    place: str = ""
    at: float = 0


@dataclass(frozen=True)
class Told:
    """What somebody else is to hear of it, in their own messages: a reference and a way there, no content.

    With a `reference` only if they are still on that case when it is sent.
    """

    account_id: str
    document: Document
    reference: str = ""


@dataclass(frozen=True)
class Outcome:
    """`shown` goes to whoever spoke, and to nobody else; a Form among it is to be filled in.

    `refused` is True where nothing was done: a sentence in `shown` says why and what to do. `reference`
    names the case that changed, whose living message is due to be drawn again. `told` goes to others: once
    it is planned, `notices` are the ids of what is to be sent.
    """

    shown: tuple[Document | Form, ...] = ()
    refused: bool = False
    reference: str = ""
    told: tuple[Told, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Post:
    """What stands in a case's channel for everybody there. A living one is drawn afresh at each look."""

    id: str
    at: str
    document: Document
    living: bool = False


@dataclass(frozen=True)
class Somebody:
    """Whom one can be on the local page: "Sam", "youth justice worker"."""

    id: str
    name: str
    role: str
