"""What `dayone check` says about a plan file: for a person to read, and as plain values for a program."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.messages.document import Block, Document, Heading, Paragraph, Row, Tone
from bot.messages.gap_lines import gap_says
from bot.messages.reading import answer_in_words
from planning_rules.checking import Gap, GapState, NotAsked
from planning_rules.dates import in_full
from planning_rules.facts import question_of
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.text import counted

_GROUPS: dict[str, Callable[[Gap], bool]] = {
    "Urgent": lambda gap: gap.is_urgent,
    "Open": lambda gap: gap.state is GapState.OPEN and not gap.is_urgent,
    "Coming": lambda gap: gap.state is GapState.COMING,
}


def check_report(plan: Plan, day: Day, gaps: Sequence[Gap], unasked: Sequence[NotAsked]) -> Document:
    """Urgent gaps first, then open ones, then those to come, each with its reason, and what was not asked."""
    title = f"Gaps in {plan.reference}" if plan.reference else "Gaps in this plan"
    blocks: list[Block] = [Paragraph(_summary(day, gaps)), Paragraph(_HOW_TO_READ)]
    for name, belongs in _GROUPS.items():
        if group := [gap for gap in gaps if belongs(gap)]:
            blocks += [Heading(name), *(_row(plan, gap) for gap in group)]
    if unasked:
        blocks += [Heading("Not asked"), *(Row(line.says, _labels(line.facts, plan)) for line in unasked)]
    return Document(title, tuple(blocks))


def check_values(plan: Plan, gaps: Sequence[Gap], unasked: Sequence[NotAsked]) -> list[dict[str, Any]]:
    """The same as plain values, in the same order. What was not asked is one item a step, with no rule."""
    return [*(_gap_values(plan, gap) for gap in gaps), *(_unasked_values(line) for line in unasked)]


_HOW_TO_READ = "Not recorded does not mean not done."


def _summary(day: Day, gaps: Sequence[Gap]) -> str:
    coming = sum(gap.state is GapState.COMING for gap in gaps)
    urgent = sum(gap.is_urgent for gap in gaps)
    open_gaps = counted(len(gaps) - coming, "open gap")
    return f"On {in_full(day.today)}: {open_gaps}, {urgent} of them urgent; {coming} coming."


def _row(plan: Plan, gap: Gap) -> Row:
    mark = "" if gap.state is GapState.COMING else str(gap.severity)
    tone = Tone.URGENT if gap.is_urgent else Tone.WATCH
    return Row(f"{gap_says(gap, plan)} ({gap.rule.code})", "\n".join(_reasons(plan, gap)), tone, mark)


def _reasons(plan: Plan, gap: Gap) -> Iterator[str]:
    if gap.on:
        yield f"Becomes a gap on {in_full(gap.on)}."
    yield gap.rule.why
    if gap.about:
        behind = [question_of(key) for key in gap.about]
        answers = (f"{one.label(plan)} – {answer_in_words(one.answer(plan), plan)}" for one in behind)
        yield f"Worked out from: {'; '.join(answers)}"
    yield from gap.working
    yield f"Closes when: {gap.rule.closes_when} Who can: {gap.rule.closed_by}."
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
        "about": list(gap.about) or [gap.subject],
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
