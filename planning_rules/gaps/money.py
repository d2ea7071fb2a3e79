"""Money and papers: gaps between a plan and what inspections say about the means to live from release day."""

from collections.abc import Iterator

from planning_rules.ages import age_on
from planning_rules.facts.order import Order
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J, L, Source
from planning_rules.stages import AT_RELEASE

BANK_ACCOUNT_AGE = 16


@rule(
    "MON01",
    "no-money-on-release-day",
    stages=AT_RELEASE,
    asks=(ReleaseDay.money,),
    source=[J("3.36"), J("R6")],
    closes_when="A benefit, wages or an allowance will be there on release day.",
    closed_by="the youth offending team with the job centre or social care",
)
def no_money_on_release_day(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child will live without parents, and no money is recorded for release day.

    Some children had nothing to live on for a time, because no benefit could be claimed before release.
    Papers that went to the wrong office made it longer.
    """
    if plan.release_day.money.is_missing:
        yield gap(plan.release_day.money)


@rule(
    "MON02",
    "no-papers",
    stages=AT_RELEASE,
    asks=(ReleaseDay.papers, Order.born),
    source=[L, Source("J", "¶4.15, the practice example of Kent after it")],
    closes_when="The child has an identity document, and a bank account where they need one.",
    closed_by="the youth offending team, with parents or carers",
)
def no_papers(plan: Plan, day: Day) -> Iterator[Finding]:
    """No identity document is recorded, or no bank account for a child who needs one.

    A child cannot be paid without an account, and can hardly open one without proof of who they are. From
    16 on everybody needs one. One service goes along with children to open theirs.
    """
    papers, born = plan.release_day.papers, plan.order.born.value
    on = plan.earliest_release or day.today
    may_do_without = born is None or age_on(born, on) < BANK_ACCOUNT_AGE
    enough = {"bank", "no_bank_needed"} if may_do_without else {"bank"}
    if papers.is_asked and not ("identity" in papers.chosen and papers.chosen & enough):
        yield gap(papers)


@rule(
    "MON03",
    "no-way-home",
    stages=AT_RELEASE,
    asks=(ReleaseDay.way_home,),
    source=[L],
    closes_when="It is set how the child gets home on the day, and with whom.",
    closed_by="the secure setting, with the family or the youth offending team",
)
def no_way_home(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded how the child gets home on the day, and with whom.

    A child who has to find the way alone may go elsewhere first, or miss the first appointment.
    """
    if plan.release_day.way_home.is_missing:
        yield gap(plan.release_day.way_home)
