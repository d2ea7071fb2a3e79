"""What a rule is, what it finds in a plan, and what it knows of the day."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Required, TypedDict, Unpack

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.plan import Plan
from planning_rules.sources import Source
from planning_rules.stages import Stage
from planning_rules.thresholds import Threshold


class Severity(StrEnum):
    """urgent: someone could be unsafe, or leave with nowhere to go; gap: an inspection would criticise it."""

    URGENT = "urgent"
    GAP = "gap"
    PROMPT = "prompt"


@dataclass(frozen=True)
class Day:
    """What a check knows beside the plan: today, and the service's own thresholds by name.

    `shared_wording` is known only where other plans are kept beside this one: by the key of an answer, how
    many workers typed each of its runs (see `wording.runs`) into other children's plans of the service.
    """

    today: date
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    shared_wording: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def ours(self, threshold: Threshold) -> Threshold:
        """The service's own threshold, where it may set one and has."""
        return self.thresholds.get(threshold.name, threshold) if threshold.may_be_set else threshold

    def before_release(self, plan: Plan, threshold: Threshold) -> date | None:
        """The day so long before the earliest release; None where no release date is known."""
        release = plan.earliest_release
        return self.ours(threshold).before(release) if release else None

    def after_release(self, plan: Plan, threshold: Threshold) -> date | None:
        """The day so long after release: after the day itself, or while it is to come the earliest one."""
        release = plan.order.released_on.value or plan.earliest_release
        return self.ours(threshold).after(release) if release else None

    def after_sentence(self, plan: Plan, threshold: Threshold) -> date | None:
        """The day so long after the child was sentenced; None where that day is not known."""
        sentenced = plan.order.sentenced_on.value
        return self.ours(threshold).after(sentenced) if sentenced else None

    def is_past(self, day: date | None) -> bool:
        return day is not None and day <= self.today


@dataclass(frozen=True)
class Finding:
    """What a rule yields: the answers that it was worked out from, and from which day it counts.

    `person` or `action` is the id of whom or what it is about. With `from_day` the finding is *coming*
    until that day; with `urgent_from` it is urgent from then on; `as_urgent_as` names the gap, by its rule
    and subject, that makes this one urgent too where it is open and urgent. `working` are the steps, in
    words, by which somebody can check a finding that was worked out.
    """

    about: tuple[Answer[Any], ...]
    person: str = ""
    action: str = ""
    from_day: date | None = None
    urgent: bool = False
    urgent_from: date | None = None
    as_urgent_as: tuple[str, str] | None = None
    working: tuple[str, ...] = ()


class _More(TypedDict, total=False):
    person: str
    action: str
    from_day: date | None
    urgent: bool
    urgent_from: date | None
    as_urgent_as: tuple[str, str] | None
    working: tuple[str, ...]


def gap(*about: Answer[Any], **more: Unpack[_More]) -> Finding:
    """Say that these answers leave a gap."""
    return Finding(about, **more)


Check = Callable[[Plan, Day], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A fault that a plan may have. `says` and `why` are the first line and the rest of its docstring.

    `asks` are the facts that it looks at, beside the order's release dates, and `thresholds` what it
    measures by. In chat, where it is open, the rule that it `absorbs` is not said as well.
    """

    code: str
    name: str
    says: str
    why: str
    sources: tuple[Source, ...]
    stages: frozenset[Stage]
    closes_when: str
    closed_by: str
    check: Check
    severity: Severity = Severity.GAP
    asks: tuple[Fact[Any], ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    where_meeting_held: bool = False
    absorbs: str = ""

    @property
    def topic(self) -> str:
        return self.code[:3]

    @property
    def is_private(self) -> bool:
        """True where it looks at an answer that only named workers may see."""
        return any(fact.is_private for fact in self.asks)


class _Declared(TypedDict, total=False):
    severity: Severity
    stages: Required[frozenset[Stage]]
    asks: tuple[Fact[Any], ...]
    thresholds: tuple[Threshold, ...]
    closes_when: Required[str]
    closed_by: Required[str]
    where_meeting_held: bool
    absorbs: str


def rule(
    code: str, name: str, *, source: Iterable[Source], **declared: Unpack[_Declared]
) -> Callable[[Check], Rule]:
    """Make a rule of a function. A worker reads its docstring: the fault first, then the reason.

    Raises ValueError, at import, for a missing source or docstring.
    """

    def enter(check: Check) -> Rule:
        says, _, why = inspect.cleandoc(check.__doc__ or "").partition("\n\n")
        why, sources = " ".join(why.split()), tuple(source)
        if not (says and why and sources):
            raise ValueError(f"rule {code}: needs a source, a first line and a reason")
        return Rule(code=code, name=name, sources=sources, says=says, why=why, check=check, **declared)

    return enter
