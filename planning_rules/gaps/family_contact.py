"""Family and contact: gaps about who is told, supported, understood and safe to be in touch with."""

from collections.abc import Iterator

from planning_rules.facts.family import Family
from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, S
from planning_rules.stages import ALWAYS, BEFORE_RELEASE, REVIEW_ON


@rule(
    "FAM06",
    "parents-not-kept-informed",
    stages=REVIEW_ON,
    asks=(Family.kept_informed,),
    source=[J("3.11"), A2(68, "parents or carers were told of events in custody where they should be")],
    closes_when="Somebody tells parents or carers what happens in custody.",
    closed_by="the secure setting",
)
def parents_not_kept_informed(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that parents or carers are told of what happens in custody.

    For about a third of the children they were not. They did not always know what was happening. One
    mother rang, was passed on to about five people, and knew no more than before.
    """
    if plan.family.kept_informed.is_missing:
        yield gap(plan.family.kept_informed)


@rule(
    "FAM07",
    "no-support-for-family",
    stages=REVIEW_ON,
    asks=(Family.support,),
    source=[J("3.26"), A2(74, "support for parents or carers after release was good enough")],
    closes_when="Support for the family is planned.",
    closed_by="the youth offending team with social care",
)
def no_support_for_family(plan: Plan, day: Day) -> Iterator[Finding]:
    """The family needs support and none is recorded as planned, or it is not known whether they do.

    While children were in custody, parents and carers were told things, and little more was done with
    them. They carry the plan in the evenings and at weekends.
    """
    support = plan.family.support
    if support.is_missing or support.choice == "not_planned":
        yield gap(support)


@rule(
    "FAM08",
    "contact-safety-unsettled",
    severity=Severity.URGENT,
    stages=ALWAYS,
    asks=(Family.contact_limited_because, Family.contact_looked_at_on),
    source=[S("33"), S("41")],
    closes_when="A reason is recorded, and the day on which contact is looked at again.",
    closed_by="social care with the youth offending team",
)
def contact_safety_unsettled(plan: Plan, day: Day) -> Iterator[Finding]:
    """Contact is limited, unsafe or barred, and no reason or no day to look at it again is recorded.

    Without a reason nobody knows what the child is to be kept safe from. Without a date a limit lasts
    for good, or is forgotten. Children are to keep up contact where it does them good, and only there.
    """
    for adult in plan.adults(day.today):
        reason = plan.answer_to(Family.contact_limited_because, adult.id)
        again = plan.answer_to(Family.contact_looked_at_on, adult.id)
        if reason.is_missing or again.is_missing:
            yield gap(reason, again, person=adult.id)


@rule(
    "FAM09",
    "interpreter-not-booked",
    stages=BEFORE_RELEASE,
    asks=(Support.status, Family.interpreter_booked),
    source=[S("41")],
    closes_when="An interpreter is booked.",
    closed_by="the chair",
)
def interpreter_not_booked(plan: Plan, day: Day) -> Iterator[Finding]:
    """Child or parent needs an interpreter, and none is recorded as booked.

    Translation is to be there for whoever needs it. Nobody agrees to a plan that they cannot follow,
    and no child should have to interpret for their parents.
    """
    if plan.family.interpreter_booked.is_missing:
        yield gap(plan.support.status, plan.family.interpreter_booked)


@rule(
    "FAM10",
    "move-nearer-home-unanswered",
    stages=REVIEW_ON,
    asks=(Family.move_nearer,),
    source=[J("3.34"), J("3.35")],
    closes_when="The request has an answer, with the reason.",
    closed_by="the secure setting and the youth offending team",
)
def move_nearer_home_unanswered(plan: Plan, day: Day) -> Iterator[Finding]:
    """A move nearer home was asked for, and no answer with a reason is recorded.

    About a third of children were further than 50 miles away. Too many parents could not visit, and
    inspectors saw nobody fully consider what that does to a family.
    """
    if plan.family.move_nearer.choice == "unanswered":
        yield gap(plan.family.move_nearer)
