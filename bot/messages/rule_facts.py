"""Which facts and thresholds a rule looks at, read from its own code, so that nobody lists them twice."""

from collections.abc import Callable, Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any

from planning_rules.facts import FACTS
from planning_rules.facts.fact import Fact
from planning_rules.rulebook import RULES, Rule, Threshold


@cache
def facts_behind(code: str) -> tuple[Fact[Any], ...]:
    """The facts that the rule may look at, in the order asked: all those whose step and name it mentions."""
    if code not in RULES:
        return ()
    names = {name for function in _functions(RULES[code].check) for name in _names(function.__code__)}
    return tuple(
        fact for fact in FACTS.values() if fact.name in names and {fact.step.key, fact.step.__name__} & names
    )


def thresholds_of(rule: Rule) -> list[Threshold]:
    """The thresholds that the rule's code mentions."""
    found = {
        value.name: value
        for function in _functions(rule.check)
        for value in _mentioned(function)
        if isinstance(value, Threshold)
    }
    return list(found.values())


def _functions(check: Callable[..., Any]) -> list[FunctionType]:
    """The rule's function, and those of the planning rules that it calls."""
    found: list[FunctionType] = []
    waiting: list[Any] = [check]
    while waiting:
        function = waiting.pop()
        if isinstance(function, FunctionType) and function not in found:
            found.append(function)
            waiting += [value for value in _mentioned(function) if _is_ours(value)]
    return found


def _mentioned(function: FunctionType) -> Iterator[Any]:
    return (function.__globals__[name] for name in _names(function.__code__) if name in function.__globals__)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _is_ours(value: Any) -> bool:
    return isinstance(value, FunctionType) and value.__module__.startswith("planning_rules.gaps")
