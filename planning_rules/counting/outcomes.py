"""How it went for a child three and six months after release, as a manager found when looking back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planning_rules.facts.fact import Fact
from planning_rules.facts.looking_back import AGENCIES, LookingBack
from planning_rules.plan import Plan
from planning_rules.thresholds import EARLY_LOOK_BACK, LATE_LOOK_BACK, Threshold


class Went(StrEnum):
    """`NOT_KNOWN`: nobody looked back, nobody could tell, or it did not apply."""

    WELL = "well"
    BADLY = "badly"
    NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Outcome:
    """One side of a child's life: what was asked of it, and the options that are `well`.

    Where the question is yes or no, no is well: the child has not gone back to custody.
    """

    name: str
    says: str
    fact: Fact[Any]
    well: tuple[str, ...]

    def went(self, plan: Plan) -> Went:
        answer = plan.answer_to(self.fact)
        if not (answer.is_yes or answer.is_no or answer.is_given):
            return Went.NOT_KNOWN
        return Went.WELL if answer.is_no or answer.value in self.well else Went.BADLY


@dataclass(frozen=True)
class LookBack:
    """What is looked back on so long after release, and which agencies did what they had promised."""

    key: str
    says: str
    after: Threshold
    outcomes: tuple[Outcome, ...]
    did: Fact[tuple[str, ...]]
    did_not: Fact[tuple[str, ...]]


_SIDES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("home", "At home, or somewhere that suits", ("planned", "elsewhere")),
    ("education", "In school, training or work as planned", ("planned",)),
    ("health", "Health needs met", ("met",)),
    ("substances", "No problem with alcohol or drugs, or less of one", ("none", "better")),
    ("relationships", "Close relationships that support", ("good",)),
    ("compliance", "Keeps to supervision, or it has ended", ("kept", "ended")),
    ("custody", "Not gone back to custody", ()),
)


def _outcomes(at: str) -> tuple[Outcome, ...]:
    facts = {fact.name: fact for fact in LookingBack.facts()}
    return tuple(Outcome(name, says, facts[f"{at}_{name}"], well) for name, says, well in _SIDES)


LOOKS_BACK = (
    LookBack(
        "three",
        "Three months after release",
        EARLY_LOOK_BACK,
        _outcomes("early"),
        LookingBack.early_did,
        LookingBack.early_did_not,
    ),
    LookBack(
        "six",
        "Six months after release",
        LATE_LOOK_BACK,
        _outcomes("late"),
        LookingBack.late_did,
        LookingBack.late_did_not,
    ),
)


def found(look: LookBack, plan: Plan) -> Iterator[str]:
    """What is so of this child, as it is counted: "home.known", "home.well", "did.yot"."""
    for outcome in look.outcomes:
        went = outcome.went(plan)
        if went is not Went.NOT_KNOWN:
            yield f"{outcome.name}.known"
        if went is Went.WELL:
            yield f"{outcome.name}.well"
    for name, fact in (("did", look.did), ("did_not", look.did_not)):
        yield from (f"{name}.{agency}" for agency in plan.answer_to(fact).chosen & AGENCIES.keys())
