"""Timing: gaps between the days that matter and what inspections say about being in time."""

from collections.abc import Iterator

from planning_rules.dates import in_full
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.release_dates import Compared, compared, worked_out
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sentence import Worked
from planning_rules.sources import Source, law
from planning_rules.stages import ALWAYS


@rule(
    "TIM06",
    "release-date-disagrees",
    severity=Severity.URGENT,
    stages=ALWAYS,
    asks=(
        Order.born,
        Order.sentenced_on,
        Order.term_months,
        Order.credit_days,
        Order.other_sentences,
        Order.at_large_days,
        Order.early_date,
        Order.middle_date,
        Order.late_date,
        Order.end_date,
        Order.recalled_on,
    ),
    source=[Source("J", "¶3.37, the practice example after it"), law("SC", "241")],
    closes_when="Custody has checked its dates, and they are those that follow from the order.",
    closed_by="the secure setting's custody office, with the youth offending team",
)
def release_date_disagrees(plan: Plan, day: Day) -> Iterator[Finding]:
    """A date that custody gave is not the one that follows from the order.

    Everything counts back from release, and a child has been released on a wrong day before. Either date
    may be wrong, or something that moves them is not recorded. Ring custody and check. Where nobody said how
    many days count already, and some number of them explains every date that custody gave, nothing differs.
    """
    worked = worked_out(plan)
    if not isinstance(worked, Worked):
        return
    differing = [one for one in compared(plan, worked) if one.differs]
    if differing:
        order = plan.order
        used = (order.sentenced_on, order.term_months, order.credit_days, order.at_large_days)
        yield gap(
            *(one.given for one in differing),
            *(answer for answer in used if answer.is_given),
            working=(*map(_both, differing), *map(str, worked.steps), *worked.warnings),
        )


def _both(one: Compared) -> str:
    given = in_full(one.given.value) if one.given.value else ""
    ours = f"from the order it is {in_full(one.ours)}" if one.ours else "from the order there is none"
    return f"{one.fact.label}: custody gave {given}; {ours}."
