"""A document: what is shown to somebody, in any medium. Strings are plain text; renderers escape them."""

from dataclasses import dataclass
from enum import StrEnum

# Every block is found here.
from bot.messages.drawn import TOO_FEW as TOO_FEW
from bot.messages.drawn import Bar as Bar
from bot.messages.drawn import Bars as Bars
from bot.messages.drawn import Counts as Counts
from bot.messages.drawn import HeatMap as HeatMap
from bot.messages.drawn import Mark as Mark
from bot.messages.drawn import SentenceLine as SentenceLine


class Tone(StrEnum):
    """How a line is meant; a medium may colour it, and always says it in words or by a mark too."""

    PLAIN = ""
    GOOD = "good"
    WATCH = "watch"
    URGENT = "urgent"


@dataclass(frozen=True)
class Heading:
    """A topic within a document, with the name of a picture where it has one.

    Printed, it is on one page with all that stands under it where that is to be kept `together`.
    """

    text: str
    icon: str = ""
    together: bool = False


@dataclass(frozen=True)
class Paragraph:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Pictured:
    """One idea with a picture to its left. The words say it all, so that no picture need be seen."""

    icon: str
    text: str


@dataclass(frozen=True)
class Pairs:
    """Labels with what they say: "Address agreed" – "yes"."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, exempt from every check of ours. With an `icon`, a picture is to its left."""

    text: str
    who: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Button:
    """Pressing it says `command` ("gaps OAK-417") for whoever presses. `main` is the one most will want."""

    label: str
    command: str
    main: bool = False


@dataclass(frozen=True)
class Row:
    """One line of a list with its own buttons: a gap, an action, a case. `detail` is smaller print.

    With an `icon`, a picture is to its left.
    """

    title: str
    detail: str = ""
    tone: Tone = Tone.PLAIN
    mark: str = ""
    buttons: tuple[Button, ...] = ()
    icon: str = ""


@dataclass(frozen=True)
class Meter:
    """How far a step is: `done` of `total` questions answered, and what is said beside it."""

    label: str
    done: int
    total: int
    says: str
    tone: Tone = Tone.PLAIN
    icon: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Buttons:
    items: tuple[Button, ...]


@dataclass(frozen=True)
class Print:
    """A way to a sheet as a file; `reader` is child, worker or adult:ID, and `form` html, pdf or txt."""

    label: str
    reference: str
    reader: str
    form: str = "html"

    @property
    def value(self) -> str:
        """What a button says of it: "OAK-417 child pdf"."""
        return f"{self.reference} {self.reader} {self.form}"


@dataclass(frozen=True)
class Download:
    """A way to fetch a calendar file: `which` is "next" for the next meeting, "" for the whole calendar."""

    label: str
    reference: str
    which: str = ""


# Where one writes within an option of a Blank.
GAP = "________"


@dataclass(frozen=True)
class Blank:
    """Room on paper: what is asked, so many `lines` to write on, and a box to tick before each option.

    The lines are not drawn where there is room to draw a picture as well (`ruled` is false).
    """

    asks: str
    options: tuple[str, ...] = ()
    lines: int = 0
    ruled: bool = True
    help: str = ""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Pictured
    | Pairs
    | Quote
    | Row
    | Meter
    | Buttons
    | Print
    | Download
    | SentenceLine
    | HeatMap
    | Bars
    | Blank
)


@dataclass(frozen=True)
class Document:
    """A title and what stands below it. `language` is that of our own words.

    `large` is in large print; `one_side` is made to be printed on one side of A4.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    large: bool = False
    one_side: bool = False
