"""What `dayone check` says about a plan file: for a person to read, and as plain values for a program."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from bot.messages.document import Block, Document, Heading, Paragraph, Row, Tone
from bot.messages.reading import answer_in_words
from bot.messages.rulebook.gap_lines import becomes, cannot_be_checked, gap_says
from bot.messages.rulebook.rule_lines import closes
from planning_rules.behind import that_decided
from planning_rules.checking import Gap, GapState, NotAsked
from planning_rules.dates import in_full
from planning_rules.facts import question_of
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.text import counted

# Each gap stands in the first group that it belongs to, which is the order in which gaps come.
_GROUPS: dict[str, Callable[[Gap], bool]] = {
    "Urgent": lambda gap: gap.is_urgent,
    "Before the next meeting": lambda gap: gap.before_next_meeting,
    "Open": lambda gap: gap.state is GapState.OPEN,
    "Coming": lambda gap: True,
}


def check_report(plan: Plan, day: Day, gaps: Sequence[Gap], unasked: Sequence[NotAsked]) -> Document:
    """The gaps in groups, what matters now first, each with its reason, and what was not asked."""
    title = f"Gaps in {plan.reference}" if plan.reference else "Gaps in this plan"
    about = (_how_to_read(unasked), cannot_be_checked(plan, day.today))
    blocks: list[Block] = [Paragraph(_summary(day, gaps)), *(Paragraph(said) for said in about if said)]
    for name, group in groupby(gaps, key=_group):
        blocks += [Heading(name), *(_row(plan, gap, day) for gap in group)]
    if unasked:
        blocks += [Heading("Not asked"), *(Row(line.says, _labels(line.facts, plan)) for line in unasked)]
    return Document(title, tuple(blocks))


def check_values(plan: Plan, gaps: Sequence[Gap], unasked: Sequence[NotAsked]) -> list[dict[str, Any]]:
    """The same as plain values, in the same order. What was not asked is one item a step, with no rule."""
    return [*(_gap_values(plan, gap) for gap in gaps), *(_unasked_values(line) for line in unasked)]


def _how_to_read(unasked: Sequence[NotAsked]) -> str:
    questions = sum(len(line.facts) for line in unasked)
    left = f" {counted(questions, 'question')} not asked: no gap is raised about those." if unasked else ""
    return f"Not recorded does not mean not done.{left}"


def _summary(day: Day, gaps: Sequence[Gap]) -> str:
    coming = sum(gap.state is GapState.COMING for gap in gaps)
    urgent = sum(gap.is_urgent for gap in gaps)
    open_gaps = counted(len(gaps) - coming, "open gap")
    return f"On {in_full(day.today)}: {open_gaps}, {urgent} of them urgent; {coming} coming."


def _group(gap: Gap) -> str:
    return next(name for name, belongs in _GROUPS.items() if belongs(gap))


def _row(plan: Plan, gap: Gap, day: Day) -> Row:
    says, reasons = f"{gap_says(gap, plan)} ({gap.rule.code})", "\n".join(_reasons(plan, gap, day))
    if gap.state is GapState.COMING:
        return Row(says, reasons)
    return Row(says, reasons, Tone.URGENT if gap.is_urgent else Tone.WATCH, str(gap.severity))


def _reasons(plan: Plan, gap: Gap, day: Day) -> Iterator[str]:
    if when := becomes(gap, day.today):
        yield when
    yield gap.rule.why
    if gap.about:
        behind = [question_of(key) for key in gap.about]
        decided = [(one.label(plan), that_decided(gap, one.key, plan, day)) for one in behind]
        answers = (f"{label} – {answer_in_words(answer, plan)}" for label, answer in decided)
        yield f"Worked out from: {'; '.join(answers)}"
    yield from gap.working
    yield closes(gap.rule)
    for source in gap.rule.sources:
        yield f"Source: {source.cited}"


def _labels(keys: Sequence[str], plan: Plan) -> str:
    return "; ".join(question_of(key).label(plan) for key in keys)


def _gap_values(plan: Plan, gap: Gap) -> dict[str, Any]:
    when = f" Becomes a gap on {in_full(gap.on)}." if gap.on else ""
    return {
        "code": gap.rule.code,
        "name": gap.rule.name,
        "state": str(gap.state),
        "severity": str(gap.severity),
        "about": list(gap.about or filter(None, [gap.subject])),
        "why": " ".join((f"{gap_says(gap, plan)}{when} {gap.rule.why}", *gap.working)),
        "closes_when": gap.rule.closes_when,
        "sources": [source.cited for source in gap.rule.sources],
    }


def _unasked_values(line: NotAsked) -> dict[str, Any]:
    return {
        "code": None,
        "name": None,
        "state": str(GapState.NOT_ASKED),
        "severity": None,
        "about": list(line.facts),
        "why": f"{line.says}.",
        "closes_when": "These questions are asked.",
        "sources": [],
    }
