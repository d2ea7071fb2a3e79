"""The control that asks one fact: what kind it is, what it offers, and what stands in it."""

from typing import Any

from bot.messages.form import Control
from bot.messages.meeting import questions as ask
from planning_rules.facts import kinds
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.question import Question
from planning_rules.plan import Plan

OPTIONS = (Control.RADIO, Control.SELECT)
YES_NO = {"yes": "Yes", "no": "No"}
_LONG_LIST = 6


def control_of(question: Question) -> Control:
    match question.fact.kind:
        case kinds.YesNo():
            return Control.RADIO
        case kinds.Choice(options=options):
            return Control.RADIO if len(options) <= _LONG_LIST else Control.SELECT
        case kinds.OnePerson():
            return Control.SELECT
    return Control(question.fact.kind.control)


def options_of(question: Question, plan: Plan, control: Control) -> tuple[tuple[str, str], ...]:
    own = own_options(question, plan)
    return tuple({**own, **ask.OTHERWISE}.items() if control in OPTIONS else own.items())


def own_options(question: Question, plan: Plan) -> dict[str, str]:
    match question.fact.kind:
        case kinds.YesNo():
            return YES_NO
        case kinds.OnePerson():
            return {person.id: person.name for person in plan.people}
    return dict(question.fact.options)


def value_of(question: Question, answer: Answer[Any], control: Control) -> str:
    if answer.state is State.GIVEN:
        kept = question.fact.kind.to_json(answer.value)
        return "\n".join(kept) if isinstance(kept, list) else str(kept)
    return str(answer.state) if control in OPTIONS and answer.is_asked else ""


def finders(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Those who can be asked to find something out."""
    return tuple((person.id, person.name) for person in plan.people if person.is_professional)
