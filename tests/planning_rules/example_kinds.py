"""The kinds of example that a rule needs, worked out from what it declares and does, and which it has.

An example is of a kind only where that kind decides. One in which something was not asked, for instance,
counts where some answer to it would have left a gap.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from planning_rules.checking import GapState, find_gaps, stages
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Rule
from planning_rules.stages import Stage
from planning_rules.thresholds import Threshold, Unit
from tests.planning_rules.nudged import NudgedDay, nudged, with_counts_moved
from tests.planning_rules.rule_examples import TODAY, Example

NEW_CASE = (Meeting("m1", MeetingKind.FIRST, TODAY, opened=True),)
EARLIER = (timedelta(0), timedelta(weeks=12), timedelta(weeks=30))
LENGTHS_OF_TIME = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH)


@dataclass(frozen=True)
class OwnExamples:
    """A rule and its examples."""

    rule: Rule
    examples: tuple[Example, ...]

    def missing(self) -> Iterator[str]:
        """The kinds of example of which this rule needs one and has none."""
        yield from (kind for kind, is_one in self.needed() if not any(map(is_one, self.examples)))

    def needed(self) -> Iterator[tuple[str, Callable[[Example], bool]]]:
        """Every kind that the rule needs, with what tells whether an example is one."""
        yield "fires", fires
        yield "silent, as all is well", self.is_well
        yield "waived", self.is_waived
        yield from self._stages_needed()
        for threshold in self.rule.thresholds:
            yield f"one less than {threshold.name}", lambda one, t=threshold: self.turns(one, t, -1)
            yield f"one more than {threshold.name}", lambda one, t=threshold: self.turns(one, t, 1)
        if self.rule.asks:
            yield "not asked", lambda one: self.hangs_on(one, State.NOT_ASKED)
            yield "does not apply", lambda one: self.hangs_on(one, State.DOES_NOT_APPLY)
            yield from self._not_known_needed()

    def _stages_needed(self) -> Iterator[tuple[str, Callable[[Example], bool]]]:
        for stage in sorted(self.rule.stages):
            yield f"fires in the stage {stage}", lambda one, s=stage: fires(one) and s in now(one)
        if Stage.AFTER not in self.rule.stages:
            yield "after release", self.is_over
        if any(self._is_elsewhere(plan, day) for plan, day in self._earlier()):
            yield "in another stage before release", self.is_too_early
        if any(state is GapState.COMING for each in self._earlier() for state, *_ in self._found(*each)):
            yield "coming", lambda one: one.gives.startswith("coming")

    def _not_known_needed(self) -> Iterator[tuple[str, Callable[[Example], bool]]]:
        """A rule that an unknown answer may set off needs one that it did; another, one that it did not."""
        sets_off = any(
            self._found(with_answer(one.plan, Answer(State.NOT_KNOWN, fact=key)), one.day)
            for one in self.examples
            if is_silent(one)
            for key in self._keys(one.plan, State.NOT_ASKED)
        )
        turns_out = fires if sets_off else is_silent
        yield (
            f"not known, and {'open' if sets_off else 'silent'}",
            lambda one: turns_out(one) and bool(self._keys(one.plan, State.NOT_KNOWN)),
        )

    def is_well(self, one: Example) -> bool:
        """True where the rule runs and finds nothing, and something that it asks is settled."""
        runs, found = self.rule.stages & now(one), any(self.rule.check(one.plan, one.day))
        settled = any(self._keys(one.plan, state) for state in (State.YES, State.NO, State.GIVEN))
        return bool(runs) and not found and (settled or not self.rule.asks)

    def is_waived(self, one: Example) -> bool:
        return is_silent(one) and bool(self._found(replace(one.plan, waivers=()), one.day))

    def is_over(self, one: Example) -> bool:
        """True where nothing but the release, which has been, keeps the rule from a gap."""
        return is_silent(one) and Stage.AFTER in now(one) and any(self.rule.check(one.plan, one.day))

    def is_too_early(self, one: Example) -> bool:
        """True where nothing but the stage, in which it does not run yet or any more, keeps it from one."""
        return not fires(one) and self._is_elsewhere(one.plan, one.day)

    def turns(self, one: Example, threshold: Threshold, by: int) -> bool:
        """True where it turns out otherwise as soon as the threshold is moved by one."""
        as_is = self._found(one.plan, one.day)
        moved = self._found(one.plan, NudgedDay(**vars(one.day), moved=nudged(threshold, by)))
        if threshold.unit not in LENGTHS_OF_TIME and moved == as_is:
            moved = self._found(with_counts_moved(one.plan, self.rule, -by), one.day)
        return moved != as_is

    def hangs_on(self, one: Example, state: State) -> bool:
        """True where an asked fact stands so, and the answer that another example gives would leave a gap."""
        return is_silent(one) and any(
            self._found(with_answer(one.plan, other.plan.answer(key)), one.day)
            for key in self._keys(one.plan, state)
            for other in self.examples
        )

    def _earlier(self) -> Iterator[tuple[Plan, Day]]:
        """What it finds today as it would have stood earlier, and in a new case."""
        for one in filter(fires, self.examples):
            for plan in (one.plan, replace(one.plan, meetings=NEW_CASE)):
                yield from ((plan, replace(one.day, today=TODAY - earlier)) for earlier in EARLIER)

    def _is_elsewhere(self, plan: Plan, day: Day) -> bool:
        """True where nothing but the stage, which is one before release, keeps the rule from a gap."""
        current = stages(plan, day)
        outside = Stage.AFTER not in current and not self.rule.stages & current
        return outside and any(self.rule.check(plan, day))

    def _keys(self, plan: Plan, state: State) -> list[str]:
        """What the rule asks and the plan calls for that stands so."""
        return [
            question.key
            for question in plan.questions(TODAY)
            if question.fact in self.rule.asks
            and question.is_called_for(plan)
            and question.answer(plan).state is state
        ]

    def _found(self, plan: Plan, day: Day) -> list[tuple[object, ...]]:
        """What of this rule's stands in a check: state, severity and subject."""
        if not any(self.rule.check(plan, day)):
            return []
        found = [gap for gap in find_gaps(plan, day) if gap.rule is self.rule]
        return [(gap.state, gap.severity, gap.subject) for gap in found]


def now(one: Example) -> frozenset[Stage]:
    return stages(one.plan, one.day)


def fires(one: Example) -> bool:
    return one.gives.startswith("open")


def is_silent(one: Example) -> bool:
    return one.gives == "nothing"


def with_answer(plan: Plan, answer: Answer[object]) -> Plan:
    return plan.with_answers({answer.fact: answer})
