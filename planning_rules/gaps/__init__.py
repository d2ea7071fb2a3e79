"""The rules, one file per topic, a short function each."""

import importlib
import pkgutil
from typing import Any

from planning_rules.facts.fact import Fact
from planning_rules.rulebook import Rule
from planning_rules.thresholds import SHARED, Threshold


def _each_once(rules: list[Rule]) -> dict[str, Rule]:
    by_code = {rule.code: rule for rule in rules}
    if len(by_code) < len(rules):
        raise ValueError(f"a code is used twice among {sorted(rule.code for rule in rules)}")
    return by_code


def _each_the_same(thresholds: list[Threshold]) -> dict[str, Threshold]:
    by_name = {threshold.name: threshold for threshold in thresholds}
    if any(by_name[threshold.name] != threshold for threshold in thresholds):
        raise ValueError(f"a name is used twice among {sorted({one.name for one in thresholds})}")
    return by_name


_topics = [importlib.import_module(f"{__name__}.{topic.name}") for topic in pkgutil.iter_modules(__path__)]

RULES: dict[str, Rule] = _each_once(
    [each for topic in _topics for each in vars(topic).values() if isinstance(each, Rule)]
)
THRESHOLDS: dict[str, Threshold] = _each_the_same(
    [*SHARED, *(one for rule in RULES.values() for one in rule.thresholds)]
)


def asked_by(code: str) -> tuple[Fact[Any], ...]:
    """The facts that a rule looks at; none where no rule has this code."""
    return RULES[code].asks if code in RULES else ()
