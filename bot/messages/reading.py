"""Answers in workers' words."""

from typing import Any

from planning_rules.dates import in_full
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.plan import Plan


def answer_in_words(answer: Answer[Any], plan: Plan) -> str:
    """ "yes", "not known yet: Sam finds out by Friday 17 April 2026", or the value."""
    match answer.state:
        case State.GIVEN:
            shown = fact_of(answer.fact).kind.show(answer.value)
            return plan.called(shown)
        case State.NOT_KNOWN:
            by = f" by {in_full(answer.by)}" if answer.by else ""
            return f"not known yet: {plan.called(answer.finds_out) or 'nobody'} finds out{by}"
        case State.DECLINED:
            return "would rather not say"
        case State.DOES_NOT_APPLY:
            return f"does not apply: {answer.reason}"
    return str(answer.state)


def whose_word(answer: Answer[Any], plan: Plan) -> str:
    """ "said by Mum, typed by Sam"; the typist is left out where they are the one who said it."""
    said, typed = plan.called(answer.said_by), plan.called(answer.typed_by)
    if not said or said == typed:
        return f"typed by {typed}" if typed else ""
    return f"said by {said}, typed by {typed}" if typed else f"said by {said}"
