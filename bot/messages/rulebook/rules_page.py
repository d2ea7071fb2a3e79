"""The rulebook as `dayone rules` gives it: for a person to read, and as plain values."""

from collections.abc import Iterator
from typing import Any

from bot.messages.document import Block, Document, Heading, Pairs, Paragraph, Row
from bot.messages.rulebook.rule_lines import (
    also_answers,
    closes,
    measure,
    measured_by,
    open_to,
    origins,
    question,
    recommended,
    runs,
    stages,
)
from planning_rules.gaps import RULES
from planning_rules.recommendations import RECOMMENDATIONS, Recommendation, answered
from planning_rules.rulebook import Rule
from planning_rules.sources import DOCUMENTS
from planning_rules.text import counted

# In the order of a meeting.
TOPICS = {
    "TIM": "Dates and meetings",
    "STA": "Care, remand and long sentences",
    "CHI": "The child",
    "FAM": "Family",
    "ACC": "Home",
    "ETE": "School, training and work",
    "HLT": "Health",
    "RSK": "Risk and safety",
    "ROT": "Temporary release",
    "MON": "Money, papers and the way home",
    "CON": "Plan B",
    "AGY": "Who works together",
    "PLN": "The plan itself",
    "AFT": "After release",
}


def by_topic() -> Iterator[tuple[str, list[Rule]]]:
    """Each topic's name and its rules by code."""
    for topic, name in TOPICS.items():
        yield f"{name} ({topic})", [RULES[code] for code in sorted(RULES) if code.startswith(topic)]


def rules_page() -> Document:
    """Every rule with what it asks and where it comes from; then what became of each recommendation."""
    blocks: list[Block] = [Paragraph(f"{counted(len(RULES), 'rule')}.")]
    for name, rules in by_topic():
        rows = (Row(f"{rule.code}, {rule.name}: {rule.says}", "\n".join(_about(rule))) for rule in rules)
        blocks += [Heading(name), *rows]
    blocks.append(Heading("Recommendations"))
    blocks += [Row(f"{one.name}, to {one.to}: {one.subject}", became(one)) for one in RECOMMENDATIONS]
    blocks += [Heading("Sources"), Pairs(tuple(DOCUMENTS.items()))]
    return Document("The rulebook", tuple(blocks))


def rules_values() -> dict[str, Any]:
    """The same as plain values: `recommendations` has the codes of the rules that answer each one.

    `no_rule` says why nothing answers it, `subjects` what each is about.
    """
    return {
        "rules": [_values(RULES[code]) for code in sorted(RULES)],
        "recommendations": {one.name: list(one.answered_by) for one in RECOMMENDATIONS},
        "no_rule": {one.name: one.no_rule for one in RECOMMENDATIONS if one.no_rule},
        "subjects": {one.name: one.subject for one in RECOMMENDATIONS},
    }


def became(one: Recommendation) -> str:
    """The rules that answer a recommendation, or why there is none."""
    return f"Rules: {', '.join(one.answered_by)}" if one.answered_by else f"No rule: {one.no_rule}"


def _values(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "says": rule.says,
        "why": rule.why,
        "severity": str(rule.severity),
        "stages": stages(rule),
        "sources": [{"short": source.short, "cited": source.cited} for source in rule.sources],
        "recommendations": [one.name for one in answered(rule)],
        "thresholds": [
            {"name": one.name, "says": one.says, "value": one.spoken, "source": measured_by(one)}
            for one in rule.thresholds
        ],
        "asks": [
            {"fact": fact.key, "question": fact.question, "asked": str(fact.asked)} for fact in rule.asks
        ],
        "open_to": open_to(rule),
        "closes_when": rule.closes_when,
        "closed_by": rule.closed_by,
    }


def _about(rule: Rule) -> Iterator[str]:
    yield f"{str(rule.severity).capitalize()}; stages: {runs(rule)}; open to {open_to(rule)}"
    yield rule.why
    yield from (f"Threshold: {measure(one)}" for one in rule.thresholds)
    yield from (f"Asks: {question(fact)}" for fact in rule.asks)
    yield closes(rule)
    yield from (f"Source: {origin}" for origin in origins(rule))
    yield from (f"Answers {recommended(one)}" for one in also_answers(rule))
