"""What to ask next: of all that could be asked, only what is open, old or in doubt."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from planning_rules.checking import Gap
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Asked
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.stages import Stage


def questions(
    plan: Plan,
    step: type[Step],
    now: frozenset[Stage],
    today: date,
    private: bool = False,
    whatever_is_answered: bool = False,
) -> list[Question]:
    """What this step asks in today's stages and as answered so far: its private questions, or all others.

    With `whatever_is_answered`, what other answers would call for is among them.
    What is asked in the room comes first, then what workers may answer beforehand.
    """
    asked = [
        question
        for question in plan.questions(today, step)
        if question.fact.is_private is private
        and question.fact.asked is not Asked.COMPUTED
        and question.fact.at & now
        and (whatever_is_answered or question.is_called_for(plan))
    ]
    return sorted(asked, key=lambda question: question.fact.asked is not Asked.ROOM)


def still_open(plan: Plan, asked: Iterable[Question], gaps: Iterable[Gap]) -> list[Question]:
    """Those that nobody answered, that nobody could answer, or whose answer leaves a gap.

    What is optional is offered beside others, and is no reason to ask by itself but in each meeting anew.
    """
    doubtful = {key for gap in gaps for key in gap.about}
    found = [one for one in asked if _is_open(plan.answer(one.key), one.key in doubtful)]
    return found if any(one.fact.each_meeting or not one.fact.optional for one in found) else []


def _is_open(answer: Answer[Any], leaves_a_gap: bool) -> bool:
    return answer.state in (State.NOT_ASKED, State.NOT_KNOWN) or (leaves_a_gap and not answer.is_settled)
