"""What a board is told of the children who left: by what, how they were, and what was missing. No names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import (
    TOO_FEW,
    Bar,
    Bars,
    Block,
    Button,
    Buttons,
    Counts,
    Document,
    Heading,
    HeatMap,
    Paragraph,
    Print,
)
from bot.messages.rulebook.rules_page import TOPICS
from planning_rules.counting.across_meetings import ANY
from planning_rules.counting.agencies import EVERY
from planning_rules.counting.outcomes import LOOKS_BACK, LookBack
from planning_rules.counting.small_numbers import FEW
from planning_rules.counting.stretches import ENOUGH, SETTLES_MONTHS
from planning_rules.dates import in_full
from planning_rules.facts.looking_back import AGENCIES
from planning_rules.text import counted

# What is asked for where the reference of a case would go.
BOARD, LEARN, CLOSED = "board", "learn", "closed"
ALL = "all"
HOW = (
    f"Numbers are told in whole fives, rounded down, where at least {FEW} children have it and {FEW} have "
    "not. So there are as many as is said, or more; what is too few may be none, a few or nearly all. "
    "What was told once stays as it was told, whatever is written down later."
)


@dataclass(frozen=True)
class Period:
    """Who left from one day to another, and what may be told of them, by name."""

    starts: date
    ends: date
    children: int
    told: Mapping[str, int]

    @property
    def says(self) -> str:
        left = "child" if self.children == 1 else "children"
        return f"{self.children} {left} left from {day(self.starts)} to {day(self.ends)}."

    def of(self, name: str) -> int:
        """At least so many; 0 where that is not told."""
        return self.told.get(name, 0)


def day(one: date) -> str:
    """ "31 March 2026"."""
    return in_full(one).partition(" ")[2]


def board_report(
    released: Period | None,
    after: Mapping[str, Period],
    earlier: Sequence[date],
    waiting: int,
    may_see_cases: bool,
) -> Document:
    """Outcomes at three and six months, and what was missing at release and who could close it.

    `after` is by key of LookBack; `earlier` are the last days of other periods; so many stretches are
    `waiting` to be counted.
    """
    blocks: list[Block] = [Paragraph(HOW if released else nothing_yet()), *still_counting(waiting, BOARD)]
    if released:
        for look in LOOKS_BACK:
            blocks += _outcomes(look, after.get(look.key))
        blocks += _missing(released)
    blocks += ways(released, earlier, BOARD)
    blocks.append(Buttons((Button("What can be learned", LEARN),)))
    if may_see_cases:
        blocks.append(Print("Paper for a closed session (PDF)", CLOSED, ALL, "pdf"))
    upto = f", up to {day(released.ends)}" if released else ""
    return Document(f"Children who left custody{upto}", tuple(blocks))


def nothing_yet() -> str:
    months = counted(SETTLES_MONTHS, "month")
    return (
        f"There is nothing to tell yet. Children are counted once {ENOUGH} have left, in whole quarters, "
        f"{months} after the last of these ends: of fewer, numbers would tell of single children."
    )


def still_counting(waiting: int, command: str) -> Iterator[Block]:
    """Where there was too much to count at once."""
    if waiting:
        yield Paragraph(f"Still counting: {counted(waiting, 'period')} to go.")
        yield Buttons((Button("Count on", command, main=True),))


def ways(shown: Period | None, earlier: Sequence[date], command: str) -> Iterator[Block]:
    """Other periods, and this one as a file."""
    if shown is None:
        return
    if earlier:
        yield Buttons(tuple(Button(f"Up to {day(one)}", f"{command} {one.isoformat()}") for one in earlier))
    yield Print("Print it (PDF)", command, shown.ends.isoformat(), "pdf")
    yield Print("Fetch it as a table (CSV)", command, shown.ends.isoformat(), "csv")


def _outcomes(look: LookBack, period: Period | None) -> Iterator[Block]:
    yield Heading(look.says)
    if period is None:
        yield Paragraph(f"Told {counted(look.after.amount + SETTLES_MONTHS, 'month')} after the period ends.")
        return
    yield Paragraph(f"{period.says} What is known was found by a manager who looked back.")
    bars = (_bar(period, one.says, one.name) for one in look.outcomes)
    yield Bars(f"How it goes for them ({period.children} in all)", tuple(bars))
    for name, title in (("did", "Did what they had promised"), ("did_not", "Did not do something promised")):
        told = ((says, period.of(f"{name}.{agency}")) for agency, says in AGENCIES.items())
        each = tuple(Bar(says, number, period.children, at_least(number)) for says, number in told)
        yield Bars(f"{title} ({period.children} in all)", each)


def _bar(period: Period, says: str, name: str) -> Bar:
    well, known = period.of(f"{name}.well"), period.of(f"{name}.known")
    return Bar(says, well, period.children, f"{at_least(well)}; known: {at_least(known)}")


def at_least(number: int) -> str:
    return f"at least {number}" if number else TOO_FEW


def _missing(period: Period) -> Iterator[Block]:
    yield Heading("What was missing at release")
    yield Paragraph(
        f"{period.says} Had a meeting that closed before: {at_least(period.of('planned'))}. "
        "Each number counts children with a gap that the last one left open. It stands by its topic and by "
        "the agency that could close it: of several, the first."
    )
    agencies = [one for one in (ANY, *EVERY) if any(period.of(f"{topic}.{one}") for topic in (ANY, *TOPICS))]
    topics = [one for one in (*TOPICS, ANY) if any(period.of(f"{one}.{agency}") for agency in agencies)]
    if not topics:
        yield Paragraph(f"{TOO_FEW.capitalize()} of any topic.")
        return
    rows = (_row(period, topic, agencies) for topic in topics)
    columns = tuple({ANY: "Any of them", **EVERY}[one] for one in agencies)
    yield HeatMap("Children with a gap at release", columns, tuple(rows))


def _row(period: Period, topic: str, agencies: Iterable[str]) -> Counts:
    cells = tuple(period.of(f"{topic}.{agency}") or None for agency in agencies)
    return Counts({ANY: "Any topic", **TOPICS}[topic], cells)
