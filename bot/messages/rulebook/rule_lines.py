"""What is said of a rule wherever somebody reads of it: when a gap is there, and on the rules' page."""

from typing import Any

from planning_rules.facts.fact import Asked, Fact
from planning_rules.recommendations import Recommendation, answered
from planning_rules.rulebook import Rule
from planning_rules.sources import Source
from planning_rules.stages import Stage
from planning_rules.text import listed
from planning_rules.thresholds import Threshold

_ASKED = {
    Asked.ROOM: "in the room",
    Asked.PRIVATE: "in private",
    Asked.BEFORE: "before the meeting",
    Asked.MANAGER: "a manager",
    Asked.COMPUTED: "worked out",
}


def closing(rule: Rule) -> str:
    """What would close its gap, and who could."""
    return f"{rule.closes_when} Who can: {rule.closed_by}."


def closes(rule: Rule) -> str:
    """The same where no heading says what it is."""
    return f"Closes when: {closing(rule)}"


def origins(rule: Rule) -> list[str]:
    """Its sources as a worker reads them, a recommendation with what it is about."""
    return [_origin(source, rule) for source in rule.sources]


def also_answers(rule: Rule) -> list[Recommendation]:
    """The recommendations that it answers beside those that it cites."""
    return [one for one in answered(rule) if not any(map(one.is_cited_by, rule.sources))]


def recommended(one: Recommendation) -> str:
    """ "recommendation 20, to the chairs …: every service in place in good time"."""
    return f"recommendation {one.number}, to {one.to}: {one.subject}"


def measure(threshold: Threshold) -> str:
    """The amount and where it comes from."""
    return f"{threshold.says}: {threshold.spoken} ({measured_by(threshold)})"


def measured_by(threshold: Threshold) -> str:
    """Where an amount comes from, and that it is local policy where no inspection gave it."""
    if threshold.is_local:
        return "local policy"
    return f"{threshold.source.cited}{'; local policy may differ' if threshold.may_be_set else ''}"


def question(fact: Fact[Any]) -> str:
    """The question, and of whom it is asked."""
    return f"{fact.question} ({_ASKED[fact.asked]})"


def stages(rule: Rule) -> list[str]:
    return [str(stage) for stage in Stage if stage in rule.stages]


def runs(rule: Rule) -> str:
    """ "first, review, release; only where a meeting was held"."""
    held = "; only where a meeting was held" if rule.where_meeting_held else ""
    return f"{', '.join(stages(rule))}{held}"


def open_to(rule: Rule) -> str:
    """Who may see its gap."""
    steps = dict.fromkeys(fact.step.title for fact in rule.asks if fact.is_private)
    if not steps:
        return "everybody on the case"
    return f"the case lead, and workers named for {listed(f'“{title}”' for title in steps)}"


def _origin(source: Source, rule: Rule) -> str:
    subject = next((one.subject for one in answered(rule) if one.is_cited_by(source)), "")
    return f"{source.cited}: {subject}" if subject else source.cited
