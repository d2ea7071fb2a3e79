"""A day on which one threshold is moved by one, so that a test can tell how near to it an example stands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from planning_rules.facts.kinds import Count
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Rule
from planning_rules.thresholds import Threshold, Unit


@dataclass(frozen=True)
class Nudged(Threshold):
    """Longer by so many days than its amount of weeks or months says."""

    days: int = 0

    def before(self, day: date) -> date:
        return super().before(day) - timedelta(days=self.days)

    def after(self, day: date) -> date:
        return super(Nudged, replace(self, days=-self.days)).after(day)


@dataclass(frozen=True)
class NudgedDay(Day):
    """A day that measures by one threshold as moved, even where no service may set it."""

    moved: Threshold | None = None

    def ours(self, threshold: Threshold) -> Threshold:
        moved = self.moved
        return moved if moved and moved.name == threshold.name else super().ours(threshold)


def nudged(threshold: Threshold, by: int) -> Threshold:
    """The threshold moved by so many days where it is a length of time, else by so many of its unit."""
    if threshold.unit in (Unit.WEEK, Unit.MONTH):
        return Nudged(**vars(threshold), days=by)
    return replace(threshold, amount=threshold.amount + by)


def with_counts_moved(plan: Plan, rule: Rule, by: int) -> Plan:
    """The plan, with each number that the rule asks moved: for what a fact's own condition measures."""
    counts = [plan.answer(fact.key) for fact in rule.asks if isinstance(fact.kind, Count)]
    return plan.with_answers(
        {answer.fact: replace(answer, value=answer.value + by) for answer in counts if answer.is_given}
    )
