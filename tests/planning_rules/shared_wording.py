"""What a store would find of a plan's wording in the plans of other children, said by worker and text."""

from collections.abc import Mapping

from planning_rules.gaps.plan_wording import COMPARED
from planning_rules.plan import Plan
from planning_rules.wording import runs


def shared_wording(plan: Plan, elsewhere: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """By key, in how many of the texts `elsewhere`, each another worker's, each run of an answer stands.

    Where there is no answer it is as though there were one that said the same as the first of them, so
    that nothing but its state keeps it silent.
    """
    theirs = [set(runs(text)) for text in elsewhere.values()]
    same = next(iter(elsewhere.values()), "")
    ours = {fact.key: plan.answer(fact.key).value or same for fact in COMPARED}
    return {key: tuple(sum(run in text for text in theirs) for run in runs(ours[key])) for key in ours}
