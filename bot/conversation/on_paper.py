"""A step on paper: what its form asks, and what that form would ask next once some of it is answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from bot.conversation.fact_field import control_of, own_options
from bot.messages.meeting.questions import OTHERWISE
from bot.messages.sheets.paper import OnPaper
from planning_rules.facts import kinds
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.question import Question
from planning_rules.plan import Plan

Tried = dict[str, Answer[Any]]
_SOME_DAYS = (date(2000, 1, 1), date(2100, 1, 1))


def on_paper(plan: Plan, asked: Sequence[Question], could_ask: Sequence[Question]) -> list[OnPaper]:
    """What is `asked`, and with it what answers to it may call for, in the order of `could_ask`.

    That is all that the step could ask whatever is answered, in the order of its form.
    """
    found = {question.key: _line(question, plan) for question in asked}
    so_far: dict[str, Tried] = {question.key: {} for question in asked}
    for question in sorted(could_ask, key=lambda one: one.fact.step.facts().index(one.fact)):
        looks_at = _gates(question)
        gates = [one for one in could_ask if one.key in looks_at and one.key in found]
        if question.key in found or not gates or question.is_called_for(plan):
            continue
        before = {key: answer for gate in gates for key, answer in so_far[gate.key].items()}
        tries = ({**before, **tried} for tried in _tries(gates, plan))
        calling = (tried for tried in tries if question.is_called_for(plan.with_answers(tried)))
        if first := next(calling, None):
            words = _words(gates[0], [first, *calling], plan) if len(gates) == 1 else ()
            found[question.key] = _line(question, plan, tuple(gates), words)
            so_far[question.key] = first
    return [found[question.key] for question in could_ask if question.key in found]


def _line(
    question: Question, plan: Plan, after: tuple[Question, ...] = (), answers: tuple[str, ...] = ()
) -> OnPaper:
    """People are not listed: on paper their names are written."""
    listed = {} if isinstance(question.fact.kind, kinds.OnePerson) else own_options(question, plan)
    return OnPaper(question, control_of(question), tuple(listed.values()), after, answers)


def _gates(question: Question) -> set[str]:
    """The keys of the answers at which its condition looks."""
    facts = question.fact.when.facts if question.fact.when else frozenset()
    return {fact.key_for(question.person if fact.each_adult else "") for fact in facts}


def _tries(gates: Sequence[Question], plan: Plan) -> Iterator[Tried]:
    """Every way in which they could be answered, as far as a condition tells answers apart."""
    ways = [[(gate.key, answer) for answer in _ways(gate, plan)] for gate in gates]
    yield from (dict(way) for way in product(*ways))


def _ways(gate: Question, plan: Plan) -> Iterator[Answer[Any]]:
    yield from (Answer(State.GIVEN, value, fact=gate.key) for value in _values(gate, plan))
    states = [State.YES, State.NO] if isinstance(gate.fact.kind, kinds.YesNo) else []
    yield from (Answer(state, fact=gate.key) for state in (*states, *map(State, OTHERWISE)))


def _values(gate: Question, plan: Plan) -> list[Any]:
    match gate.fact.kind:
        case kinds.YesNo():
            return []
        case kinds.Ticks(options=options):
            return [(key,) for key in options]
        case kinds.Choice(options=options):
            return list(options)
        case kinds.Count(most=most):
            return [0, most]
        case kinds.Day():
            return list(_SOME_DAYS)
    return ["…"]


def _words(gate: Question, calling: Sequence[Tried], plan: Plan) -> tuple[str, ...]:
    """How its form says the answers that call for it; nothing where any choice does, or where one writes."""
    said = own_options(gate, plan) | OTHERWISE
    states = [one[gate.key] for one in calling]
    chosen = {str(answer.state) for answer in states} | {key for answer in states for key in answer.chosen}
    any_choice = not gate.fact.options or chosen.issuperset(gate.fact.options)
    if any_choice and not isinstance(gate.fact.kind, kinds.YesNo):
        return ()
    return tuple(words for key, words in said.items() if key in chosen)
