"""Answers in workers' words."""

from typing import Any

from planning_rules.dates import in_full
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.kinds import OnePerson, Ticks
from planning_rules.plan import Plan


def answer_in_words(answer: Answer[Any], plan: Plan) -> str:
    """ "yes", "not known yet: Sam finds out by Friday 17 April 2026", or the value.

    A day that was not typed exactly has beside it how it was typed, so that whoever reads it can check.
    """
    words = _in_words(answer, plan)
    return f"{words} (typed as “{answer.typed}”)" if answer.typed else words


def _in_words(answer: Answer[Any], plan: Plan) -> str:
    match answer.state:
        case State.GIVEN:
            kind: Any = fact_of(answer.fact).kind
            value: Any = answer.value
            if isinstance(kind, OnePerson):
                return plan.called(value)
            return _joined(value, kind) if isinstance(kind, Ticks) else kind.show(value)
        case State.NOT_KNOWN:
            by = f" by {in_full(answer.by)}" if answer.by else ""
            return f"not known yet: {_finder(answer, plan)} out{by}"
        case State.DECLINED:
            return "would rather not say"
        case State.DOES_NOT_APPLY:
            return f"does not apply: {answer.reason}"
    return str(answer.state)


def _joined(ticked: tuple[str, ...], kind: Ticks) -> str:
    """One phrase of several options, which may hold commas themselves."""
    words = [kind.options[key] for key in ticked]
    return "; ".join([*words[:1], *map(_within, words[1:])])


def _within(words: str) -> str:
    """As it stands within a sentence: "mental health", but "MAPPA"."""
    return words if words[1:2].isupper() else f"{words[0].lower()}{words[1:]}"


def _finder(answer: Answer[Any], plan: Plan) -> str:
    finder = plan.called(answer.finds_out)
    return f"{finder} finds" if finder else "nobody named to find"


def whose_word(answer: Answer[Any], plan: Plan) -> str:
    """ "said by Mum, typed by Sam"; the typist is left out where they are the one who said it."""
    said, typed = plan.called(answer.said_by), plan.called(answer.typed_by)
    if not said or said == typed:
        return f"typed by {typed}" if typed else ""
    return f"said by {said}, typed by {typed}" if typed else f"said by {said}"
