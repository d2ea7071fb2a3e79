"""The child: gaps between a plan and what inspections say about the child's part in it."""

from collections.abc import Iterator

from planning_rules.facts.agreement import Agreement
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.child import Child
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, gap, rule
from planning_rules.sources import A2, J, S
from planning_rules.stages import FIRST_ON, REVIEW_ON


@rule(
    "CHI01",
    "child-not-prepared",
    stages=FIRST_ON,
    asks=(Attendance.prepared,),
    source=[A2(54, "staff in custody had fully prepared the child to take part in planning")],
    closes_when="Somebody prepares the child for the next meeting.",
    closed_by="the child's case worker in custody",
    where_meeting_held=True,
)
def child_not_prepared(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child was prepared to take part in the meeting.

    Nearly half of the children were not fully prepared. A child who does not know what is coming, or who
    will be there, says little.
    """
    if plan.attendance.prepared.is_missing:
        yield gap(plan.attendance.prepared)


@rule(
    "CHI02",
    "child-absent",
    stages=FIRST_ON,
    asks=(Attendance.child_here,),
    source=[S("41"), A2(58, "the child took a full part in planning for release")],
    closes_when="The child comes to the next meeting, or it is recorded why not.",
    closed_by="the secure setting",
    where_meeting_held=True,
)
def child_absent(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child was at the meeting, or why not.

    Children are expected to have a full say in plans for their future. A child who stays away says
    something by it, and somebody has to ask what.
    """
    here = plan.attendance.child_here
    if here.is_missing or here.choice == "no_reason":
        yield gap(here)


@rule(
    "CHI03",
    "no-words-from-child",
    stages=FIRST_ON,
    asks=(Child.says,),
    source=[J("R25a"), J("3.14")],
    closes_when="The child's own words are recorded, or that they chose to say nothing.",
    closed_by="the child, with whoever in the meeting they know best",
    where_meeting_held=True,
)
def no_words_from_child(plan: Plan, day: Day) -> Iterator[Finding]:
    """Nothing is recorded in the child's own words.

    Most children whom inspectors met did not know that they had a plan, or hardly knew what was in
    it. Teams are asked to listen to children, so that what is done for them gets better.
    """
    says = plan.child.says
    if says.is_not_known:
        yield gap(says)


@rule(
    "CHI06",
    "child-has-not-agreed",
    stages=FIRST_ON,
    asks=(Agreement.child_agrees, Agreement.child_answered),
    source=[S("53"), J("3.14")],
    closes_when="The child was asked. Where they disagree, the plan was changed or they were told why not.",
    closed_by="the chair",
)
def child_has_not_agreed(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child was asked whether they agree, or that they were answered if not.

    Children are expected to know their plan and to believe in it. To disagree is no fault: to leave it
    without an answer is. A child who would rather not say has been asked.
    """
    agrees, answered = plan.agreement.child_agrees, plan.agreement.child_answered
    if agrees.is_not_known or agrees.choice == "not_asked":
        yield gap(agrees)
    elif answered.is_missing or answered.choice == "nothing":
        yield gap(agrees, answered)


@rule(
    "CHI12",
    "plan-not-understood",
    stages=REVIEW_ON,
    asks=(Agreement.child_said_it_back,),
    source=[S("53"), J("3.14")],
    closes_when="The child can say in their own words what is in the plan.",
    closed_by="whoever in the meeting the child knows best",
)
def plan_not_understood(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that the child could say the plan back.

    Most children to whom inspectors spoke did not know that there was a plan, or hardly knew what was in
    it. Whether it is understood shows when somebody asks.
    """
    if plan.agreement.child_said_it_back.is_missing:
        yield gap(plan.agreement.child_said_it_back)
