"""Declarations that would have no effect, or an unmeant one, refused where they stand."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from planning_rules.facts import kinds
from planning_rules.facts.answers import State

if TYPE_CHECKING:
    from planning_rules.facts.fact import Fact

_OTHERWISE = {State.NOT_KNOWN, State.DECLINED, State.DOES_NOT_APPLY}


def refuse(fact: "Fact[Any]") -> None:
    """Raises ValueError with what is wrong with the declaration."""
    for problem in _problems(fact):
        raise ValueError(f"{fact.key}: {problem}")


def refuse_unknown(fact: "Fact[Any]", options: Iterable[str]) -> None:
    """Raises ValueError where a condition names an option that the fact does not have."""
    unknown = set(options) - set(fact.options)
    if unknown:
        raise ValueError(f"{fact.question!r} has no option {', '.join(sorted(unknown))}")


def _problems(fact: "Fact[Any]") -> Iterator[str]:
    unread = set(fact.child) - set(fact.options) - _outcomes(fact.kind)
    if unread:
        yield f"no outcome would ever read to the child as {', '.join(sorted(unread))}"
    if fact.child and fact.each_adult:
        yield "what is asked about each adult is not printed for the child"
    if fact.when and not fact.is_private and any(other.is_private for other in fact.when.facts):
        yield "a private answer that calls for a question which is not private gives itself away"


def _outcomes(kind: kinds.Kind[Any]) -> set[str]:
    """The keys under which words for the child are looked up, beside the options."""
    match kind:
        case kinds.YesNo():
            return {State.YES, State.NO, *_OTHERWISE}
        case kinds.Day():
            return {State.GIVEN, "past", "today", *_OTHERWISE}
        case kinds.OnePerson():
            return {State.GIVEN, "you", *_OTHERWISE}
    return {State.GIVEN, *_OTHERWISE}
