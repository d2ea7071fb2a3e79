"""A gap in one line, in a list, and with its reason."""

from collections.abc import Callable, Sequence

from bot.messages.document import (
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Row,
    Tone,
)
from bot.messages.reading import answer_in_words
from planning_rules.checking import Gap, GapState, NotAsked
from planning_rules.dates import in_full
from planning_rules.facts import FACTS, fact_of
from planning_rules.plan import Plan
from planning_rules.rulebook import Severity
from planning_rules.text import counted

AT_FIRST_GLANCE = 7
_TONES = {Severity.URGENT: Tone.URGENT, Severity.GAP: Tone.WATCH, Severity.PROMPT: Tone.PLAIN}


def gap_says(gap: Gap, plan: Plan) -> str:
    """The gap in one line: what is not recorded, and about whom."""
    if gap.person:
        return f"{plan.called(gap.person)}: {gap.rule.says}"
    action = next((action for action in plan.actions if action.id == gap.action), None)
    return f"{gap.rule.says} ({action.id}: {action.what})" if action else gap.rule.says


def gap_row(gap: Gap, plan: Plan, may_waive: bool) -> Row:
    """One line with the buttons that lead on from it."""
    when = f"Becomes a gap on {in_full(gap.on)}. " if gap.on else ""
    private = "Private. " if gap.is_private else ""
    asks = _asks(gap, plan)
    waive = (Button("It does not count", f"waive {asks}"),) if may_waive else ()
    return Row(
        gap_says(gap, plan),
        f"{private}{when}Closes when: {gap.rule.closes_when} Who can: {gap.rule.closed_by}.",
        Tone.PLAIN if gap.state is GapState.COMING else _TONES[gap.severity],
        "coming" if gap.state is GapState.COMING else str(gap.severity),
        (Button("Why?", f"why {asks}"), *_make(gap, plan), *waive),
    )


def _asks(gap: Gap, plan: Plan) -> str:
    return " ".join(word for word in (plan.reference, gap.rule.code, gap.subject) if word)


def _make(gap: Gap, plan: Plan) -> tuple[Button, ...]:
    """A gap about an action has one already."""
    return () if gap.action else (Button("Make this an action", f"make {_asks(gap, plan)}"),)


def gap_list(
    plan: Plan,
    gaps: Sequence[Gap],
    unasked: Sequence[NotAsked],
    may_waive: Callable[[Gap], bool],
    hidden: int,
    whole: bool,
) -> Document:
    """The gaps of a case: at most seven at first glance, and how many there are beyond."""
    reference = plan.reference
    blocks: list[Block] = [Paragraph(_summary(gaps, hidden))]
    shown = gaps if whole else gaps[:AT_FIRST_GLANCE]
    blocks += [gap_row(gap, plan, may_waive(gap)) for gap in shown]
    if len(shown) < len(gaps):
        blocks.append(Buttons((Button(f"Show all {len(gaps)}", f"all {reference}"),)))
    if unasked:
        blocks.append(Heading("Not asked yet"))
        blocks += [_unasked_row(line, reference) for line in unasked]
    return Document(f"Gaps in {reference}", tuple(blocks))


def why(gap: Gap, plan: Plan) -> Document:
    """Where a gap comes from: the reason, the answers behind it, what would close it and the sources."""
    behind = [key for key in gap.about if key.partition("/")[0] in FACTS]
    answers = [(fact_of(key).label, answer_in_words(plan.answer(key), plan)) for key in behind]
    facts = (Heading("Worked out from"), Pairs(tuple(answers))) if answers else ()
    working = (Heading("The working"), Bullets(gap.working)) if gap.working else ()
    cited = tuple(("Source", source.cited) for source in gap.rule.sources)
    return Document(
        gap_says(gap, plan),
        (
            Paragraph(gap.rule.why),
            *facts,
            *working,
            Heading("What would close it"),
            Paragraph(f"{gap.rule.closes_when} Who can: {gap.rule.closed_by}."),
            Heading("Where this comes from"),
            Pairs((*cited, ("Rule", f"{gap.rule.code}, {gap.rule.name}"))),
            Buttons((*_make(gap, plan), Button("All gaps", f"gaps {plan.reference}"))),
        ),
    )


def _summary(gaps: Sequence[Gap], hidden: int) -> str:
    urgent = sum(gap.is_urgent for gap in gaps)
    coming = sum(gap.state is GapState.COMING for gap in gaps)
    private = f" {counted(hidden, 'private item')} not shown here." if hidden else ""
    if not gaps:
        return f"No gaps are recorded.{private}"
    ahead = f" {counted(coming, 'gap')} coming." if coming else ""
    return f"{counted(len(gaps) - coming, 'gap')} open{urgent_among(urgent)}.{ahead}{private}"


def urgent_among(urgent: int) -> str:
    """ ", 2 of them urgent", or nothing."""
    return f", {urgent} of them urgent" if urgent else ""


def _unasked_row(line: NotAsked, reference: str) -> Row:
    return Row(line.says, buttons=(Button("Ask", f"step {reference} {line.step.key}"),))
