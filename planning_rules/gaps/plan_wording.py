"""Wording: a gap where what workers wrote is not about this child alone."""

from collections.abc import Iterator
from datetime import date

from planning_rules.facts import FACTS
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, L
from planning_rules.stages import ALWAYS
from planning_rules.thresholds import Threshold, Unit
from planning_rules.wording import RUN, is_compared, shared_words

COPIED = Threshold(
    "copied-words",
    f"A plan looks copied where another child's plan has this many of its words, at least {RUN} in a row",
    15,
    Unit.WORD,
    source=L,
    checked=date(2026, 11, 22),
)
STANDARD = Threshold(
    "standard-phrase",
    "What this many workers typed into other children's plans is a standard phrase",
    3,
    Unit.WORKER,
    source=L,
    checked=date(2026, 11, 22),
)
COMPARED = tuple(fact for fact in FACTS.values() if is_compared(fact))
_STEPS = tuple(dict.fromkeys(fact.step for fact in COMPARED))


@rule(
    "PLN01",
    "plan-copied",
    stages=ALWAYS,
    asks=COMPARED,
    thresholds=(COPIED, STANDARD),
    source=[J("3.15"), A2(14, "the assessment looked copied", of="the assessments judged not good enough")],
    closes_when="The answers say in their own words what is planned for this child.",
    closed_by="the workers who wrote them",
)
def plan_copied(plan: Plan, day: Day) -> Iterator[Finding]:
    """Words in this plan are the same as in another child's plan.

    Inspectors saw standard plans, pages long, with hardly an aim that was about the one child. Names and
    numbers are not compared, and standard phrases are left out. Nobody is told whose the other plan is.
    """
    copied, standard = day.ours(COPIED), day.ours(STANDARD)
    compared = [asked for asked in plan.questions(day.today, *_STEPS) if asked.fact in COMPARED]
    words = {
        answer: shared_words(day.shared_wording.get(answer.fact, ()), standard.amount)
        for answer in (asked.answer(plan) for asked in compared)
        if answer.is_given
    }
    if sum(words.values()) >= copied.amount:
        yield gap(*(answer for answer, shared in words.items() if shared))
