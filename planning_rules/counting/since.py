"""Since when a gap is urgent, and which gaps somebody closed since the last time."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from planning_rules.checking import Gap, GapState, stages
from planning_rules.dates import months_before
from planning_rules.gaps import RULES
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Rule, Severity

_MONTHS_AT_MOST = 12


def keys_of(gaps: Sequence[Gap]) -> tuple[str, ...]:
    """The open ones, each by its rule and what it is about: "ACC02", "FAM01 mum"."""
    return tuple(_key(gap) for gap in gaps if gap.state is GapState.OPEN)


def closed_since(then: Collection[str], plan: Plan, gaps: Sequence[Gap], day: Day) -> list[str]:
    """Those of `then` that somebody closed: not waived, not of a stage that is over, not said by another."""
    now = stages(plan, day)
    still = {*keys_of(gaps)} | {f"{waiver.rule} {waiver.about}".strip() for waiver in plan.waivers}
    absorbed = {gap.rule.absorbs for gap in gaps if gap.state is GapState.OPEN}
    return [
        key
        for key in then
        if key not in still
        and (rule := RULES.get(key.partition(" ")[0]))
        and rule.stages & now
        and rule.code not in absorbed
    ]


def urgent_since(gap: Gap, plan: Plan, day: Day) -> date:
    """The first day on which it was urgent, as the plan now reads: not before its last answer was given."""
    answered = [answer.on for key in gap.about if (answer := plan.answer(key)).on]
    first = max(answered, default=months_before(day.today, _MONTHS_AT_MOST))

    def was_urgent(ordinal: int) -> bool:
        return _stands(gap, plan, replace(day, today=date.fromordinal(ordinal)), by_itself)

    by_itself = _stands(gap, plan, day, True)
    ahead = range(first.toordinal(), day.today.toordinal())
    return date.fromordinal(first.toordinal() + bisect_left(ahead, True, key=was_urgent))


def _key(gap: Gap) -> str:
    return f"{gap.rule.code} {gap.subject}".strip()


def _stands(gap: Gap, plan: Plan, day: Day, by_itself: bool) -> bool:
    """Where it is as urgent as another one, only that it is there at all."""
    if not gap.rule.stages & stages(plan, day):
        return False
    found = (one for one in gap.rule.check(plan, day) if (one.person or one.action) == gap.subject)
    return any(_is_open(one, day) and (not by_itself or _is_urgent(one, gap.rule, day)) for one in found)


def _is_open(finding: Finding, day: Day) -> bool:
    return finding.from_day is None or finding.from_day <= day.today


def _is_urgent(finding: Finding, rule: Rule, day: Day) -> bool:
    return rule.severity is Severity.URGENT or finding.urgent or day.is_past(finding.urgent_from)
