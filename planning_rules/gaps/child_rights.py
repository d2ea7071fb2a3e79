"""The child's rights: gaps in what the child is told, is asked in private, and can count on."""

from collections.abc import Iterator

from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import H, J, S, Source
from planning_rules.stages import FIRST_ON

RIGHTS = {"advocate", "complain"}
SHARING = {"readers", "health"}


@rule(
    "CHI08",
    "advocate-not-offered",
    severity=Severity.PROMPT,
    stages=FIRST_ON,
    asks=(Support.explained,),
    source=[S("33"), S("41"), H],
    closes_when="An advocate was offered, and the child knows how to complain or appeal.",
    closed_by="the secure setting",
)
def advocate_not_offered(plan: Plan, day: Day) -> Iterator[Finding]:
    """No offer of an advocate is recorded, or not that the child knows how to complain or appeal.

    Children are expected to know how to complain, and to have somebody independent on their side. In one
    centre inspectors asked for answers to complaints in plain English that say how to appeal.
    """
    explained = plan.support.explained
    if explained.is_asked and not explained.chosen >= RIGHTS:
        yield gap(explained)


@rule(
    "HLT09",
    "no-one-to-tell",
    stages=FIRST_ON,
    asks=(Support.explained,),
    source=[S("49")],
    closes_when="The child knows whom to tell when they are worried.",
    closed_by="the child's case worker, with health staff",
)
def no_one_to_tell(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child knows whom to tell when they are worried.

    Children are expected to know whom they can talk to when their thoughts or feelings worry them. Who
    knows nobody keeps it to themselves.
    """
    explained = plan.support.explained
    if explained.is_asked and "worried" not in explained.chosen:
        yield gap(explained)


@rule(
    "CHI09",
    "identity-not-considered",
    stages=FIRST_ON,
    asks=(Support.in_private,),
    source=[S("25"), J("3.25")],
    closes_when="Somebody whom the child trusts has asked, in private, what matters about who they are.",
    closed_by="somebody whom the child trusts",
)
def identity_not_considered(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that somebody asked the child, in private, what matters about who they are.

    Care is expected to fit who the child is. Inspectors praised a plan that took full account of a child's
    culture and helped her to keep her faith. Only whether it was asked is recorded, never what was said.
    """
    in_private = plan.support.in_private
    if in_private.is_asked and "identity" not in in_private.chosen:
        yield gap(in_private)


@rule(
    "CHI16",
    "sharing-not-explained",
    stages=FIRST_ON,
    asks=(Support.in_private,),
    source=[S("41"), S("33")],
    closes_when="The child was told who sees what, and asked what health staff may share.",
    closed_by="somebody whom the child trusts, and health staff",
)
def sharing_not_explained(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child was told who sees what, and asked what health staff may share.

    Records are to be shared with the consent that they need, and children are to be sure that what they say
    is kept private. Who is not sure says less.
    """
    in_private = plan.support.in_private
    if in_private.is_asked and not in_private.chosen >= SHARING:
        yield gap(in_private)


@rule(
    "CHI15",
    "welsh-not-offered",
    stages=FIRST_ON,
    asks=(Support.welsh,),
    source=[Source("J", " appendix 1, N.B.")],
    closes_when="The child was asked which language they prefer.",
    closed_by="the youth offending team",
)
def welsh_not_offered(plan: Plan, day: Day) -> Iterator[Finding]:
    """The child is from Wales, and it is not recorded that they were asked which language they prefer.

    Inspectors saw no child from Wales, and name the Welsh language and culture as what has to be thought
    of there as well.
    """
    if plan.support.welsh.is_missing:
        yield gap(plan.support.welsh)
