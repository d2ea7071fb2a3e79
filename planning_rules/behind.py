"""What stands behind a gap or an action: the facts that it gives away, and what of an answer decided."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from planning_rules.checking import Gap
from planning_rules.facts import fact_of, keyed, question_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import Ticks
from planning_rules.gaps import asked_by
from planning_rules.parts import Action, Waiver
from planning_rules.plan import Plan
from planning_rules.rulebook import Day


def behind_action(action: Action) -> list[Fact[Any]]:
    """The facts that an action gives away: of the rule that it closes, and of its own."""
    return [*asked_by(action.closes), *keyed(action.finds_out), *keyed(action.about)]


def behind_gap(gap: Gap, plan: Plan) -> list[Fact[Any]]:
    """The facts that a gap gives away, with those of the action or the answer that it is about."""
    return [*gap.rule.asks, *_behind_subject(gap.action, plan)]


def behind_waiver(waiver: Waiver, plan: Plan) -> list[Fact[Any]]:
    """The facts that the gap gave away which does not count."""
    return [*asked_by(waiver.rule), *_behind_subject(waiver.about, plan)]


def _behind_subject(about: str, plan: Plan) -> list[Fact[Any]]:
    """Of a gap about an answer, or about an action."""
    its_action = [behind_action(action) for action in plan.actions if action.id == about]
    return [*keyed(about), *(fact for facts in its_action for fact in facts)]


def any_private(facts: Iterable[Fact[Any]]) -> bool:
    """True where one of them is open to named workers only."""
    return any(fact.is_private for fact in facts)


def that_decided(gap: Gap, key: str, plan: Plan, day: Day) -> Answer[Any]:
    """The answer under this key; of several ticks those alone with each of which the gap would be there too.

    So a gap about self-harm names no other risk. Where it takes several together, all stand.
    """
    answer = question_of(key).answer(plan)
    if not (isinstance(fact_of(key).kind, Ticks) and answer.is_given):
        return answer
    alone = {tick: replace(answer, value=(tick,)) for tick in answer.value or ()}
    enough = tuple(tick for tick, one in alone.items() if _is_there(gap, plan.with_answers({key: one}), day))
    return replace(answer, value=enough) if enough else answer


def _is_there(gap: Gap, plan: Plan, day: Day) -> bool:
    return any((found.person or found.action) == gap.subject for found in gap.rule.check(plan, day))
