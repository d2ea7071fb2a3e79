"""The rulebook as the published page, in Markdown as GitHub reads it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.messages.rulebook.rule_lines import closes, measure, open_to, question, runs
from bot.messages.rulebook.rules_page import by_topic
from planning_rules.gaps import RULES
from planning_rules.recommendations import RECOMMENDATIONS, Recommendation, answered
from planning_rules.rulebook import Rule
from planning_rules.sources import DOCUMENTS

_HOW_TO_READ = """\
Every gap that Day One can flag, from rule to recommendation and from recommendation to rule.
`make rules-page` writes this page from the rules themselves: to change it, change a rule.

- **Not recorded** is what a rule sees. It does not mean *not done*.
- **Urgent**: somebody could be unsafe, or the child could leave with nowhere to go. **Gap**: an inspection
  would criticise it. **Prompt**: good practice that is not recorded yet.
- **Stages**: *first* until the first meeting closes, *review* from then on, *release* when release is near,
  *after* from release.
- **Shares of cases** come from some 30 children looked at in 2014, and are therefore rough.
- **Local policy** is an amount that no inspection gave. A service may set its own.
- **Private** questions and their gaps open for the case lead and for workers named for the topic."""


def rules_markdown() -> str:
    """The page: the topics, each rule in a short section, the recommendations, the documents."""
    topics = list(by_topic())
    parts = [
        "# The rulebook",
        _HOW_TO_READ,
        "\n".join(_contents([*(name for name, _ in topics), "Recommendations", "Sources"])),
    ]
    for name, rules in topics:
        rows = ((_link(rule, _title(rule)), rule.says, str(rule.severity)) for rule in rules)
        heads = ("Rule", "What is missing", "Severity")
        parts += [f"## {name}", _table(heads, rows), *map(_section, rules)]
    parts += ["## Recommendations", _OF_THE_REPORT, *_recommendations()]
    parts += ["## Sources", "\n".join(f"- {name}" for name in DOCUMENTS.values())]
    return "\n\n".join(parts) + "\n"


_OF_THE_REPORT = (
    "Those of the joint thematic inspection of 2015, in a few words of our own. "
    "Each has the rules that answer it, or the reason why none does."
)


def _section(rule: Rule) -> str:
    return "\n\n".join((f"### {_title(rule)}", f"**{rule.says}** {rule.why}", "\n".join(_about(rule))))


def _about(rule: Rule) -> Iterator[str]:
    yield f"- **{str(rule.severity).capitalize()}**, in these stages: {runs(rule)}"
    yield from _listed("Asks", map(question, rule.asks))
    yield f"- **Open to** {open_to(rule)}"
    yield from _listed("Measured by", map(measure, rule.thresholds))
    yield f"- {closes(rule)}"
    yield from _listed("Comes from", (source.cited for source in rule.sources))
    yield from _listed(
        "Answers", (f"[{one.name}](#{one.name.lower()}), {one.subject}" for one in answered(rule))
    )


def _listed(label: str, lines: Iterable[str]) -> Iterator[str]:
    """One line, or a list where there are several, or nothing."""
    every = list(lines)
    if len(every) == 1:
        yield f"- **{label}:** {every[0]}"
    elif every:
        yield f"- **{label}:**"
        yield from (f"  - {line}" for line in every)


def _recommendations() -> Iterator[str]:
    """A table for each whom they are addressed to."""
    for to, some in groupby(RECOMMENDATIONS, key=lambda one: one.to):
        # A link leads to the anchor: GitHub gives rows of a table none.
        rows = ((f'<a id="{one.name.lower()}"></a>{one.name}', one.subject, _rules_of(one)) for one in some)
        yield f"### For {to}"
        yield _table(("", "About", "Rules that answer it"), rows)


def _rules_of(one: Recommendation) -> str:
    return ", ".join(_link(RULES[code], code) for code in one.answered_by) or f"None. {one.no_rule}"


def _title(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _link(rule: Rule, words: str) -> str:
    return f"[{words}](#{_anchor(_title(rule))})"


def _contents(names: Iterable[str]) -> Iterator[str]:
    return (f"- [{name}](#{_anchor(name)})" for name in names)


def _anchor(heading: str) -> str:
    """As GitHub makes it: in small letters, spaces as hyphens, without what is neither letter nor digit."""
    kept = (sign for sign in heading.lower().replace(" ", "-") if sign.isalnum() or sign == "-")
    return "".join(kept)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
