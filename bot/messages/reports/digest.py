"""The weekly digest for managers: counts first, then a line for each plan, the most pressing first.

It names no child and nobody else, and has nothing that rests on a private answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import (
    Block,
    Button,
    Buttons,
    Counts,
    Document,
    Heading,
    HeatMap,
    Pairs,
    Paragraph,
    Print,
    Row,
    Tone,
)
from bot.messages.reports.digest_lines import by_topic, counts_of, lines_of, needs_you, title_of
from bot.messages.rulebook.rules_page import TOPICS
from planning_rules.counting.concerns import Concerns
from planning_rules.dates import in_full
from planning_rules.text import counted, listed

MOST_LINES = 10
# What is asked for where the reference of a case would go.
DIGEST = "digest"
ALL = "all"
# Of the columns of the map: in how many whole weeks at least.
_WEEKS = {8: "8 to 12 weeks", 4: "4 to 7 weeks", 1: "1 to 3 weeks", 0: "this week"}
_LEFT_OUT = "What is private is not counted here, and nobody is named. A plan opens for those whom it names."


@dataclass(frozen=True)
class Digest:
    """Of every case that the service leads, on one day, since the last one.

    The reader may sign off those that are `mine`.
    """

    today: date
    cases: Sequence[Concerns]
    since: date | None = None
    mine: frozenset[str] = frozenset()

    @property
    def listed(self) -> list[Concerns]:
        """What is in order, and did not get better, is not listed."""
        return sorted((one for one in self.cases if one.needs_something or one.got_better), key=_pressing)


def _pressing(one: Concerns) -> tuple[object, ...]:
    return not one.urgent, not one.needs_something, one.leaves or date.max, -len(one.late), one.reference


def digest(of: Digest, whole: bool = False) -> Document:
    """At most ten lines, or as the `whole` every one."""
    found = of.listed
    shown = found if whole else found[:MOST_LINES]
    rest = found[len(shown) :]
    blocks: list[Block] = [_first_line(of, found)]
    if found:
        blocks += [Pairs(tuple(counts_of(found, of.since))), *_heat_map(found, of.today)]
        blocks += [Heading(_heading(shown, rest), "list"), *(_row(one, of) for one in shown)]
    if rest:
        said = "; ".join(f"{label}: {says}" for label, says in counts_of(rest, of.since))
        blocks.append(Paragraph(f"{counted(len(rest), 'more plan')}, not listed here. {said}."))
    title = f"Weekly digest: {in_full(of.today)}"
    return Document(title, (*blocks, Paragraph(_LEFT_OUT), *_ways(bool(found), bool(rest))))


def _first_line(of: Digest, found: Sequence[Concerns]) -> Paragraph:
    if needs := needs_you(found):
        urgent = any(one.urgent for one in found)
        return Paragraph(f"This needs you: {listed(needs)}.", Tone.URGENT if urgent else Tone.WATCH)
    plans = counted(len(of.cases), "plan")
    if found:
        return Paragraph(f"Nothing waits for a manager. {len(found)} of {plans} have something to see.")
    return Paragraph(f"Nothing needs you. Your service leads {plans}, and they are in order.", Tone.GOOD)


def _heading(shown: Sequence[Concerns], rest: Sequence[Concerns]) -> str:
    if rest:
        return f"The {len(shown)} most pressing of {len(shown) + len(rest)} plans"
    return counted(len(shown), "plan")


def _row(one: Concerns, of: Digest) -> Row:
    ways = [Button("Open", f"case {one.reference}")]
    if one.not_overseen and one.reference in of.mine:
        ways.append(Button("I have looked at it", f"oversee {one.reference}"))
    tone = Tone.URGENT if one.urgent else Tone.WATCH if one.needs_something else Tone.GOOD
    mark = {Tone.URGENT: "urgent", Tone.GOOD: "better"}.get(tone, "")
    return Row(title_of(one, of.today), "\n".join(lines_of(one, of.today)), tone, mark, tuple(ways))


def _heat_map(found: Sequence[Concerns], today: date) -> Iterator[HeatMap]:
    """What is missing of each topic, by how long there is to release."""
    counts = {name: dict.fromkeys(_WEEKS, 0) for name in TOPICS.values()}
    for one in found:
        for topic, number in by_topic(one):
            assert one.leaves, "Nothing is missing of a plan whose child does not leave soon."
            weeks = (one.leaves - today).days // 7
            counts[topic][next(least for least in _WEEKS if weeks >= least)] += number
    rows = [Counts(topic, tuple(each.values())[::-1]) for topic, each in counts.items() if any(each.values())]
    if rows:
        yield HeatMap("What is missing, by weeks to release", tuple(_WEEKS.values())[::-1], tuple(rows))


def _ways(found: bool, rest: bool) -> Iterator[Block]:
    every = (Button("List every plan", f"digest {ALL}"),) if rest else ()
    yield Buttons((*every, Button("When and where it comes", "service")))
    if found:
        yield Print("Print it (PDF)", DIGEST, ALL, "pdf")
        yield Print("Fetch it as a table (CSV)", DIGEST, ALL, "csv")
