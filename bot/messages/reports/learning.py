"""What a service can learn: how fast gaps close and offers are accepted, which rules are passed over."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.document import TOO_FEW, Bar, Bars, Block, Button, Buttons, Document, Heading, Paragraph
from bot.messages.reports.board import BOARD, HOW, LEARN, Period, at_least, nothing_yet, still_counting, ways
from planning_rules.counting.across_meetings import WEEKS
from planning_rules.counting.agencies import EVERY
from planning_rules.counting.at_the_close import Fate
from planning_rules.gaps import RULES
from planning_rules.thresholds import UNANSWERED

MOST_RULES = 12
_SOON, _LATER = WEEKS


def learning_report(period: Period | None, earlier: Sequence[date], waiting: int) -> Document:
    """Of those who left in the period: what became of their gaps and of the actions that were offered."""
    blocks: list[Block] = [*still_counting(waiting, LEARN)]
    if period is None:
        blocks.append(Paragraph(nothing_yet()))
    else:
        blocks += [
            Paragraph(f"{period.says} {HOW}"),
            *_closing(period),
            *_offers(period),
            *_passed_over(period),
        ]
    back = Buttons((Button("Children who left", BOARD),))
    return Document("What can be learned", (*blocks, *ways(period, earlier, LEARN), back))


def _closing(period: Period) -> Iterator[Block]:
    yield Heading("How fast gaps close")
    yield Paragraph(
        f"Each bar shows how many children had a gap. For some a meeting found it gone within {_SOON} weeks, "
        f"or within {_LATER}. Of an agency's gaps the slowest counts; of several agencies, the first named."
    )
    yield _bars("By agency", period, {f"agency.{one}": says for one, says in EVERY.items()})
    raised = sorted(RULES, key=lambda code: (-period.of(f"rule.{code}.raised"), code))
    most = {f"rule.{code}": _named(code) for code in raised[:MOST_RULES]}
    yield _bars("By rule, those raised most", period, most)


def _bars(title: str, period: Period, names: dict[str, str]) -> Block:
    bars = [_bar(period, name, says) for name, says in names.items() if period.of(f"{name}.raised")]
    return Bars(title, tuple(bars)) if bars else Paragraph(f"{title}: {TOO_FEW}.")


def _bar(period: Period, name: str, says: str) -> Bar:
    had = period.of(f"{name}.raised")
    gone = [f"in {weeks} weeks: {at_least(period.of(f'{name}.in_{weeks}'))}" for weeks in WEEKS]
    return Bar(says, had, period.children, f"{at_least(had)}; gone {', '.join(gone)}")


def _offers(period: Period) -> Iterator[Block]:
    yield Heading("How fast offers are accepted")
    offered, in_time = period.of("actions.offered"), period.of("actions.in_time")
    if not in_time:
        yield Paragraph(f"{TOO_FEW.capitalize()}.")
        return
    in_days = UNANSWERED.spoken
    yield Paragraph(f"Of some {offered} actions, at least {in_time} were accepted within {in_days}.")


def _passed_over(period: Period) -> Iterator[Block]:
    """How many had a rule's gap waived, and how many had it ignored: left open with nothing decided."""
    yield Heading("Rules that are passed over most")
    most = sorted(RULES, key=lambda code: (-_share(period, code), code))[:MOST_RULES]
    bars = tuple(_over(period, code) for code in most if _share(period, code))
    yield Bars("Waived or ignored", bars) if bars else Paragraph(f"{TOO_FEW.capitalize()}.")


def _share(period: Period, code: str) -> float:
    over = (period.of(f"rule.{code}.{fate}") for fate in (Fate.WAIVED, Fate.IGNORED))
    return sum(over) / (period.of(f"rule.{code}.raised") or 1)


def _over(period: Period, code: str) -> Bar:
    raised, waived, ignored = (
        period.of(f"rule.{code}.{name}") for name in ("raised", Fate.WAIVED, Fate.IGNORED)
    )
    says = f"had it: {at_least(raised)}, waived: {at_least(waived)}, ignored: {at_least(ignored)}"
    return Bar(_named(code), max(waived, ignored), period.children, says)


def _named(code: str) -> str:
    return f"{code}, {RULES[code].says.rstrip('.')}"
