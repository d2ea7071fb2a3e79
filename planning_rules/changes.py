"""What a meeting established: each answer that is new since the plan that the meeting before it left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Asked
from planning_rules.facts.question import Question
from planning_rules.parts import Action, Progress, Waiver
from planning_rules.plan import Plan


def recorded_by(plan: Plan, day: date) -> Plan:
    """The plan without what is known to be later than that day, where no version was kept that says more."""
    answers = {key: answer for key, answer in plan.answers.items() if (answer.on or day) <= day}
    actions = tuple(_owed_by(action, day) for action in plan.actions if (action.since or day) <= day)
    waivers = tuple(waiver for waiver in plan.waivers if waiver.on <= day)
    return replace(plan, answers=answers, actions=actions, waivers=waivers)


def _owed_by(action: Action, day: date) -> Action:
    """What became of it since was still to come then."""
    return replace(action, progress=Progress.ACCEPTED) if (action.changed or day) > day else action


@dataclass(frozen=True)
class Change:
    """One answer as it stands `now`, and as it stood `before`: *not asked*, where it is new."""

    question: Question
    now: Answer[Any]
    before: Answer[Any]


def changes(plan: Plan, before: Plan, on: date) -> Iterator[Change]:
    """In the order asked. What is asked in each meeting is new in each; what was worked out is no answer."""
    for question in plan.questions(on):
        now, fact = question.answer(plan), question.fact
        then = Answer(fact=question.key) if fact.each_meeting else before.answer(question.key)
        if now.is_asked and fact.asked is not Asked.COMPUTED and not now.says_the_same_as(then):
            yield Change(question, now, then)


def new_actions(plan: Plan, before: Plan) -> list[Action]:
    """What was promised since."""
    known = {action.id for action in before.actions}
    return [action for action in plan.actions if action.id not in known]


def earlier_actions(plan: Plan, before: Plan) -> list[Action]:
    """What was owed then, as it stands now."""
    owed = {action.id for action in before.actions if action.is_owed}
    return [action for action in plan.actions if action.id in owed]


def new_waivers(plan: Plan, before: Plan) -> list[Waiver]:
    """What was decided since not to count."""
    return [waiver for waiver in plan.waivers if waiver not in before.waivers]
