"""What a rule is, and how a plan is checked against all of them."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from planning_rules.dates import months_before, weeks_before
from planning_rules.facts.answers import Answer
from planning_rules.plan import Plan
from planning_rules.sources import Source
from planning_rules.stages import Stage


class Severity(StrEnum):
    """urgent: someone could be unsafe, or leave with nowhere to go; gap: an inspection would criticise it."""

    URGENT = "urgent"
    GAP = "gap"
    PROMPT = "prompt"


@dataclass(frozen=True)
class Threshold:
    """A named number of weeks or months before the earliest release.

    A service may change a `local` one: its own, with `of_service`, goes into a Day and not among THRESHOLDS.
    """

    name: str
    says: str
    weeks: int = 0
    months: int = 0
    number: int = 0
    local: bool = True
    source: Source | None = None
    checked: date = date(2026, 11, 21)
    of_service: bool = False

    def __post_init__(self) -> None:
        if not self.of_service and THRESHOLDS.setdefault(self.name, self) != self:
            raise ValueError(f"threshold {self.name} is declared twice")


THRESHOLDS: dict[str, Threshold] = {}
RELEASE_STAGE = Threshold(
    "release-stage", "The release stage starts this long before the earliest release", weeks=8
)


@dataclass(frozen=True)
class Day:
    """What a check knows beside the plan: today, and the service's own thresholds by name."""

    today: date
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)

    def before_release(self, plan: Plan, threshold: Threshold) -> date | None:
        """The day on which `threshold` begins to count for this plan; None where no release date is known."""
        if plan.earliest_release is None:
            return None
        ours = self.thresholds.get(threshold.name, threshold)
        return weeks_before(months_before(plan.earliest_release, ours.months), ours.weeks)

    def is_past(self, day: date | None) -> bool:
        return day is not None and day <= self.today


@dataclass(frozen=True)
class Finding:
    """What a rule yields: the answers that it was worked out from, and from which day it counts.

    `person` or `action` is the id of whom or what it is about. With `from_day` the finding is *coming*
    until that day; with `urgent_from` it is urgent from then on; `as_urgent_as` names the rule whose
    open urgent gap makes this one urgent too.
    """

    about: tuple[Answer[Any], ...]
    person: str = ""
    action: str = ""
    from_day: date | None = None
    urgent: bool = False
    urgent_from: date | None = None
    as_urgent_as: str = ""


def gap(*about: Answer[Any], **more: Any) -> Finding:
    """Say that these answers leave a gap."""
    return Finding(about, **more)


Check = Callable[[Plan, Day], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A fault that a plan may have. `says` and `why` are the first line and the rest of its docstring.

    In chat, where it is open, the rule that it `absorbs` is not said as well.
    """

    code: str
    name: str
    severity: Severity
    stages: frozenset[Stage]
    sources: tuple[Source, ...]
    closes_when: str
    closed_by: str
    says: str
    why: str
    check: Check
    where_meeting_held: bool = False
    absorbs: str = ""

    @property
    def topic(self) -> str:
        return self.code[:3]


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    *,
    severity: Severity = Severity.GAP,
    stages: frozenset[Stage],
    source: Iterable[Source],
    closes_when: str,
    closed_by: str,
    where_meeting_held: bool = False,
    absorbs: str = "",
) -> Callable[[Check], Check]:
    """Enter a function in the rulebook. A worker reads its docstring: the fault first, then the reason.

    Raises ValueError, at import, for a code used twice or a missing source or docstring.
    """

    def enter(check: Check) -> Check:
        says, _, why = inspect.cleandoc(check.__doc__ or "").partition("\n\n")
        sources = tuple(source)
        if code in RULES or not (says and why and sources):
            raise ValueError(f"rule {code}: needs a code of its own, a source, a first line and a reason")
        why = " ".join(why.split())
        RULES[code] = Rule(
            code,
            name,
            severity,
            stages,
            sources,
            closes_when,
            closed_by,
            says,
            why,
            check,
            where_meeting_held,
            absorbs,
        )
        return check

    return enter
