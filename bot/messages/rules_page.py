"""The rulebook as `dayone rules` gives it: for a person to read, as Markdown, and as plain values."""

from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import Any

from bot.messages.document import Block, Document, Heading, Pairs, Paragraph, Row
from planning_rules.facts.fact import Fact
from planning_rules.gaps import RULES
from planning_rules.rulebook import Rule
from planning_rules.sources import DOCUMENTS
from planning_rules.stages import Stage
from planning_rules.text import counted
from planning_rules.thresholds import Threshold

_IN_ORDER = list(Stage)


def rules_page() -> Document:
    """Every rule with what it asks and where it comes from; then which rules answer a recommendation."""
    blocks: list[Block] = [Paragraph(f"{counted(len(RULES), 'rule')}.")]
    for rule in _rules():
        blocks.append(Row(f"{rule.code}, {rule.name}: {rule.says}", "\n".join(_about(rule))))
    blocks += [
        Heading("Recommendations"),
        Pairs(tuple((name, ", ".join(codes)) for name, codes in _recommendations().items())),
        Heading("Sources"),
        Pairs(tuple(DOCUMENTS.items())),
    ]
    return Document("The rulebook", tuple(blocks))


def rules_markdown() -> str:
    """The same as a Markdown page with one table for the rules and one for the recommendations."""
    rows = (
        (
            rule.code,
            rule.name,
            rule.says,
            str(rule.severity),
            ", ".join(_stages(rule)),
            "; ".join(source.cited for source in rule.sources),
            "; ".join(_threshold(one) for one in rule.thresholds),
            "; ".join(_question(fact) for fact in rule.asks),
        )
        for rule in _rules()
    )
    heads = ("code", "name", "fault", "severity", "stages", "sources", "thresholds", "asks")
    answers = ((name, ", ".join(codes)) for name, codes in _recommendations().items())
    tables = (_table(heads, rows), "## Recommendations", _table(("recommendation", "rules"), answers))
    return "\n\n".join(("# The rulebook", *tables)) + "\n"


def rules_values() -> dict[str, Any]:
    """The same as plain values: `rules`, and `recommendations` with the codes of the rules that cite each."""
    return {"rules": [_values(rule) for rule in _rules()], "recommendations": _recommendations()}


def _rules() -> list[Rule]:
    return [RULES[code] for code in sorted(RULES)]


def _values(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "says": rule.says,
        "why": rule.why,
        "severity": str(rule.severity),
        "stages": _stages(rule),
        "sources": [{"short": source.short, "cited": source.cited} for source in rule.sources],
        "thresholds": [
            {"name": one.name, "says": one.says, "value": one.spoken, "source": _origin(one)}
            for one in rule.thresholds
        ],
        "asks": [{"fact": fact.key, "question": fact.question} for fact in rule.asks],
        "closes_when": rule.closes_when,
        "closed_by": rule.closed_by,
    }


def _about(rule: Rule) -> Iterator[str]:
    held = ", where a meeting was held" if rule.where_meeting_held else ""
    yield f"{str(rule.severity).capitalize()}; stages: {', '.join(_stages(rule))}{held}"
    yield rule.why
    yield from (f"Threshold: {_threshold(one)}" for one in rule.thresholds)
    yield from (f"Asks: {_question(fact)}" for fact in rule.asks)
    yield f"Closes when: {rule.closes_when} Who can: {rule.closed_by}."
    yield from (f"Source: {source.cited}" for source in rule.sources)


def _recommendations() -> dict[str, list[str]]:
    """Of the joint thematic: "R25a" and the rules that cite it."""
    found: dict[str, list[str]] = {}
    for rule in _rules():
        for source in rule.sources:
            if source.document == "J" and source.place.startswith("-R"):
                found.setdefault(source.place.removeprefix("-"), []).append(rule.code)
    return dict(sorted(found.items(), key=lambda item: _in_number_order(item[0])))


def _in_number_order(name: str) -> tuple[int, str]:
    number = name.removeprefix("R").rstrip(ascii_lowercase)
    return int(number), name


def _stages(rule: Rule) -> list[str]:
    return [str(stage) for stage in _IN_ORDER if stage in rule.stages]


def _threshold(one: Threshold) -> str:
    return f"{one.says}: {one.spoken} ({_origin(one)})"


def _origin(one: Threshold) -> str:
    return "local policy" if one.is_local else one.source.cited


def _question(fact: Fact[Any]) -> str:
    return f"{fact.question} (private)" if fact.is_private else fact.question


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
