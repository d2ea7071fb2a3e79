"""Plan B put to the test: is it another plan, who starts it, whom to call, and what if a risk grows."""

import re
from collections.abc import Iterator

from planning_rules.facts.education import Education
from planning_rules.facts.home import Home
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.safety import HIGH, Safety
from planning_rules.gaps.owner import is_nobody
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import J, L, Source
from planning_rules.stages import AT_RELEASE, REVIEW_ON


@rule(
    "CON04",
    "plan-b-is-plan-a",
    stages=REVIEW_ON,
    asks=(Home.address, PlanB.home_what, Education.place, PlanB.education_what),
    source=[L],
    closes_when="Plan B names another place than the plan itself.",
    closed_by="the youth offending team",
)
def plan_b_is_plan_a(plan: Plan, day: Day) -> Iterator[Finding]:
    """Plan B names the same place as the plan itself.

    A second plan has to hold when the first one fails. If both rest on the same place, they fail
    together. Health care is not compared, so that nothing private stands here.
    """
    home, education, plan_b = plan.home, plan.education, plan.plan_b
    pairs = ((home.address, plan_b.home_what), (education.place, plan_b.education_what))
    same = [pair for pair in pairs if _names(pair[1].value or "", pair[0].value or "")]
    if same:
        yield gap(*(answer for pair in same for answer in pair))


@rule(
    "CON05",
    "plan-b-without-owner",
    stages=REVIEW_ON,
    asks=(PlanB.home_who, PlanB.education_who, PlanB.health_who),
    source=[J("3.21")],
    closes_when="A person on the case is named who would start each plan B.",
    closed_by="the chair",
)
def plan_b_without_owner(plan: Plan, day: Day) -> Iterator[Finding]:
    """There is a plan B, and nobody on the case is recorded who would start it.

    Inspectors saw no meeting that asked professionals why something had not moved. When a plan fails
    there is no time to find out whose task the next one is.
    """
    starters = (plan.plan_b.home_who, plan.plan_b.education_who, plan.plan_b.health_who)
    nobody = [who for who in starters if is_nobody(plan, who, day)]
    if nobody:
        yield gap(*nobody)


@rule(
    "CON06",
    "no-one-to-call",
    stages=AT_RELEASE,
    asks=(PlanB.call,),
    source=[J("3.41"), Source("J", "¶4.15, the practice example from Essex after it")],
    closes_when="Child and family have a name and a number for evenings and weekends too.",
    closed_by="the youth offending team",
)
def no_one_to_call(plan: Plan, day: Day) -> Iterator[Finding]:
    """No name and number are recorded that child and family can call, evenings and weekends too.

    Children told inspectors that they did not always know what to do when things went wrong, and went
    back to what they did before. Things go wrong on Saturday nights as well.
    """
    call = plan.plan_b.call
    if call.is_missing or (call.is_given and not re.search(r"\d", call.value or "")):
        yield gap(call)


@rule(
    "CON07",
    "no-plan-b-for-risk",
    stages=REVIEW_ON,
    asks=(Safety.known, Safety.risk_level, Safety.if_risk_plan_fails),
    source=[J("3.19"), J("3.32")],
    closes_when="It is recorded what happens if the plan to manage the risk fails.",
    closed_by="the youth offending team with the police",
)
def no_plan_b_for_risk(plan: Plan, day: Day) -> Iterator[Finding]:
    """Risk of harm to others is medium or higher, and it is not recorded what happens if its plan fails.

    Inspectors saw very little planning for what might go wrong, and risk that was not given enough
    attention. That left people in danger.
    """
    safety = plan.safety
    if safety.if_risk_plan_fails.is_missing:
        urgent = safety.risk_level.choice in HIGH
        yield gap(safety.known, safety.risk_level, safety.if_risk_plan_fails, urgent=urgent)


def _names(words: str, place: str) -> bool:
    """True where `words` name the place: what is before its first comma, or all of it if that is one word."""
    whole, first = _words(place), _words(place.partition(",")[0])
    name = first if len(first) > 1 else whole
    return bool(name) and f" {' '.join(name)} " in f" {' '.join(_words(words))} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
