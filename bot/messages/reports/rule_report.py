"""How often the gaps of each rule were waived or ignored: counts, from which no case can be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import Block, Document, Paragraph, Row
from bot.messages.promises.waiving import WAIVE_REASONS
from planning_rules.counting.small_numbers import FEW
from planning_rules.dates import in_full
from planning_rules.parts import Reason
from planning_rules.rulebook import Rule
from planning_rules.text import counted


@dataclass(frozen=True)
class Tally:
    """In how many cases a rule's gap was raised, waived and ignored, each case counting once; none private.

    `reason` is the one given in most of the cases.
    """

    rule: Rule
    raised: int
    waived: int
    ignored: int
    reason: Reason | None = None

    def shown(self, number: int) -> int:
        """The number that may be read: 0 for a few, and else whole fives, rounded down.

        So that less is told by taking it from what was told yesterday, or from what a board is told.
        """
        return number - number % FEW if number >= FEW else 0

    @property
    def share(self) -> float:
        """How far it is passed over, as far as may be read."""
        return (self.shown(self.waived) + self.shown(self.ignored)) / self.shown(self.raised)


@dataclass(frozen=True)
class Counted:
    """Of the `cases` with a meeting that closed since that day; `unread` meetings could not be counted."""

    since: date
    cases: int
    tallies: Sequence[Tally]
    unread: int = 0


def rule_report(found: Counted) -> Document:
    """The rules most passed over first; how many were raised too seldom to say anything of them."""
    telling = [tally for tally in found.tallies if tally.raised >= FEW]
    blocks: list[Block] = [Paragraph(_counted_how(found)), Paragraph(_DEFINED)]
    blocks += map(_row, sorted(telling, key=lambda tally: (-tally.share, tally.rule.code)))
    if not telling:
        blocks.append(Paragraph(f"No rule was raised in enough cases to say anything of it: {FEW} at least."))
    if unread := found.unread:
        blocks.append(Paragraph(f"{counted(unread, 'meeting')} of an older edition could not be counted."))
    return Document("How the rules fare", tuple(blocks))


_DEFINED = (
    "Raised: when a meeting closed the gap was open, or waived. "
    "Waived: somebody had said why it does not count. "
    "Ignored: it was open, and no action would close it that was not declined or skipped. "
    f"A rule is left out where fewer than {FEW} cases had its gap. What is private is not counted here, but "
    "once the children have left: /dto learn."
)


def _counted_how(found: Counted) -> str:
    cases = counted(found.cases, "case")
    return (
        f"{cases} that your service leads had a meeting that closed since {in_full(found.since)}. "
        "Each counts once for a rule. A rule that is often passed over may be a bad rule: say so to whoever "
        "looks after the rulebook."
    )


def _row(tally: Tally) -> Row:
    rule = tally.rule
    says = [f"Raised in at least {tally.shown(tally.raised)} cases."]
    says += [f"{name}: {_share(tally, number)}." for name, number in _outcomes(tally)]
    if tally.reason and tally.shown(tally.waived):
        says.append(f"Most often: “{WAIVE_REASONS[tally.reason]}”.")
    return Row(f"{rule.code}, {rule.name}: {rule.says}", " ".join(says))


def _outcomes(tally: Tally) -> Iterable[tuple[str, int]]:
    return (("Waived", tally.waived), ("Ignored", tally.ignored))


def _share(tally: Tally, number: int) -> str:
    shown = tally.shown(number)
    return f"at least {shown}" if shown else f"fewer than {FEW}"
