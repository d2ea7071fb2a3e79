"""A declaration that would do nothing, or something unmeant, is refused where it is made."""

from collections.abc import Callable
from typing import Any

import pytest

from planning_rules.facts.fact import Asked, Fact, choice, day, line, yes_no
from planning_rules.facts.step import Step
from planning_rules.gaps import RULES
from planning_rules.rulebook import gap, rule
from planning_rules.sources import J
from planning_rules.stages import ALWAYS

SHAPES = {"round": "Round", "square": "Square"}
PRIVATE = yes_no("Is it so?", asked=Asked.PRIVATE)


@pytest.mark.parametrize(
    ("declared", "problem"),
    [
        (lambda: choice("Which?", SHAPES, child={"oval": "It is oval."}), "read to the child as oval"),
        (lambda: yes_no("Is it?", child={"given": "It is."}), "read to the child as given"),
        (lambda: line("What?", child={"yes": "It is."}), "read to the child as yes"),
        (lambda: line("What?", child={"past": "It was."}), "read to the child as past"),
        (lambda: yes_no("Is it?", each_adult=True, child={"yes": "It is."}), "each adult"),
        (lambda: yes_no("And now?", when=PRIVATE.yes), "gives itself away"),
    ],
)
def test_a_fact_that_would_not_work_is_refused(declared: Callable[[], Fact[Any]], problem: str) -> None:
    with pytest.raises((ValueError, RuntimeError)) as refused:
        type("AStep", (Step,), {"key": "a_step", "fact": declared()})
    assert problem in f"{refused.value} {refused.value.__cause__}"


def test_words_for_every_outcome_that_there_is_are_accepted() -> None:
    facts = {
        "choice": choice("Which?", SHAPES, child={"round": "a", "given": "b", "declined": "c"}),
        "yes_no": yes_no("Is it?", child={"yes": "a", "no": "b", "not known": "c", "does not apply": "d"}),
        "day": day("When?", child={"given": "a", "past": "b"}),
    }
    assert len(type("AStep", (Step,), {"key": "a_step", **facts}).facts()) == 3


def test_a_condition_on_an_option_that_does_not_exist_is_refused() -> None:
    for condition in (
        choice("Which?", SHAPES).among,
        choice("Which?", SHAPES).other_than,
        line("What?").among,
    ):
        with pytest.raises(ValueError, match="has no option oval"):
            condition("oval")


def test_a_rule_without_a_source_or_a_reason_is_refused() -> None:
    def no_reason(plan: Any, day: Any) -> Any:
        """Nothing is recorded."""
        yield gap()

    for source, check in (([J("3.16")], no_reason), ([], RULES["ACC01"].check)):
        enter = rule("ACC99", "a-name", stages=ALWAYS, source=source, closes_when="a", closed_by="b")
        with pytest.raises(ValueError, match="needs a source"):
            enter(check)
