"""Care and status: gaps in what is known and done about what the child is entitled to."""

from collections.abc import Iterator

from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import J, S
from planning_rules.stages import FIRST_ON, REVIEW_ON


@rule(
    "STA01",
    "care-status-unknown",
    stages=FIRST_ON,
    asks=(Support.status, Support.status_checked),
    source=[S("53"), J("3.16")],
    closes_when="The status is recorded, and where it changed somebody has checked what support remains.",
    closed_by="social care, asked by the youth offending team",
)
def care_status_unknown(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded whether the child is looked after or a care leaver, or what is left of that status.

    A sentence or a remand can begin or end it, and with it the right to support. Of the children who did
    not know until late where they would live, six were looked after.
    """
    missing = [a for a in (plan.support.status, plan.support.status_checked) if a.is_missing]
    if missing:
        yield gap(*missing)


@rule(
    "STA02",
    "care-entitlements-not-explained",
    stages=REVIEW_ON,
    asks=(Support.entitlements_explained,),
    source=[S("53")],
    closes_when="Somebody has explained to the child what they are entitled to.",
    closed_by="the child's social worker or personal adviser",
)
def care_entitlements_not_explained(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child is looked after or a care leaver, and it is not recorded that their rights were explained.

    Children are expected to know all the support that they are entitled to, and to receive it. Who does not
    know of a right does not ask for it.
    """
    if plan.support.entitlements_explained.is_missing:
        yield gap(plan.support.entitlements_explained)


@rule(
    "STA03",
    "remand-needs-not-covered",
    stages=FIRST_ON,
    asks=(Support.court_release_planned,),
    source=[S("53")],
    closes_when="It is planned where the child goes and who helps, if they are released at court.",
    closed_by="the youth offending team and social care",
)
def remand_needs_not_covered(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child is on remand, and no plan is recorded for a release at court.

    A child on remand can be free within an hour. Plans are expected to take full account of that, and of
    who has no right to support afterwards.
    """
    if plan.support.court_release_planned.is_missing:
        yield gap(plan.support.court_release_planned)


@rule(
    "STA04",
    "long-sentence-not-tailored",
    severity=Severity.PROMPT,
    stages=REVIEW_ON,
    asks=(Support.long_sentence,),
    source=[S("53")],
    closes_when="Something in the plan is there because the sentence is long.",
    closed_by="the secure setting with the youth offending team",
)
def long_sentence_not_tailored(plan: Plan, day: Day) -> Iterator[Finding]:
    """The sentence is long or has no end, and nothing is recorded that is particular to it.

    Support is expected to fit a child who serves a long sentence. It is also about growing up inside, and
    moving on to an adult prison.
    """
    if plan.support.long_sentence.is_missing:
        yield gap(plan.support.long_sentence)
