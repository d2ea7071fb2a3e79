"""School, training or work: gaps between a plan and what inspections say about learning that carries on."""

from collections.abc import Iterator

from planning_rules.facts.education import Education
from planning_rules.facts.support import Support
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Severity, gap, rule
from planning_rules.sources import A2, J, S, Source
from planning_rules.stages import AT_RELEASE, FIRST_ON, REVIEW_ON


@rule(
    "ETE06",
    "earlier-learning-ignored",
    stages=FIRST_ON,
    asks=(Education.learning_known,),
    source=[J("1.7"), J("3.9")],
    closes_when="Earlier records and results are here, and are used in the plan.",
    closed_by="the youth offending team and the secure setting's teachers",
)
def earlier_learning_ignored(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that earlier schooling and results were obtained and used.

    Learning in custody should build on what the child knows and has achieved. Too often details of
    education did not reach the secure setting from the youth offending team.
    """
    known = plan.education.learning_known
    if known.is_asked and not known.chosen >= {"records", "used"}:
        yield gap(known)


@rule(
    "ETE07",
    "needed-exam-not-booked",
    stages=REVIEW_ON,
    asks=(Education.exam,),
    source=[Source("J", "¶3.34, the good practice example after it"), J("3.17")],
    closes_when="The test, exam or card is booked.",
    closed_by="the secure setting's teachers; temporary release can make it possible",
)
def needed_exam_not_booked(plan: Plan, day: Day) -> Iterator[Finding]:
    """A test, an exam or a card is needed before release, and is not recorded as booked.

    Without a card such as the CSCS card nobody may apply for a job in construction. One centre let
    children out for a time so that they could gain theirs before release.
    """
    if plan.education.exam.choice == "not_booked":
        yield gap(plan.education.exam)


@rule(
    "ETE08",
    "special-needs-not-followed-up",
    stages=FIRST_ON,
    asks=(Education.learning_known,),
    source=[S("45")],
    closes_when="The council that is responsible knows of the plan, or has the referral.",
    closed_by="the youth offending team and the secure setting's teachers",
)
def special_needs_not_followed_up(plan: Plan, day: Day) -> Iterator[Finding]:
    """There is a plan for special needs or a concern, and it is not recorded that the council was told.

    Where a plan for special needs exists, the council has to see that what it promises still suits the
    child. Where there is only a concern, the council has to be asked to assess it.
    """
    known = plan.education.learning_known.chosen
    plan_not_told = "special_plan" in known and "council_told" not in known
    concern_not_referred = "concern" in known and "referred" not in known
    if plan_not_told or concern_not_referred:
        yield gap(plan.education.learning_known)


@rule(
    "ETE09",
    "online-course-no-internet",
    stages=AT_RELEASE,
    asks=(Education.online,),
    source=[Source("J", "¶3.17, the practice example after it")],
    closes_when="Somebody has checked that the child has internet where they will live.",
    closed_by="the youth offending team, with whoever the child will live with",
)
def online_course_no_internet(plan: Plan, day: Day) -> Iterator[Finding]:
    """Some of the course is online, and it is not recorded that the home has internet.

    A place on an online course is no use to a child who cannot get online where they live.
    """
    if plan.education.online.choice == "not_confirmed":
        yield gap(plan.education.online)


@rule(
    "ETE10",
    "custody-learning-stops",
    stages=AT_RELEASE,
    asks=(Education.begun_in_custody,),
    source=[J("1.7"), A2(40, "school, training or work carried on what was begun in custody")],
    closes_when="The course goes on after release.",
    closed_by="the secure setting's teachers and the council's education service",
)
def custody_learning_stops(plan: Plan, day: Day) -> Iterator[Finding]:
    """It is not recorded that a course begun in custody goes on after release.

    Learning should be one programme that goes on in the community. For most of the children looked at
    it did not build on what was begun in custody.
    """
    goes_on = plan.education.begun_in_custody
    if goes_on.is_missing or goes_on.choice == "stops":
        yield gap(goes_on)


@rule(
    "ETE11",
    "interests-unused",
    severity=Severity.PROMPT,
    stages=FIRST_ON,
    asks=(Support.goals,),
    source=[Source("J", "¶3.25, the good practice example after it")],
    closes_when="A goal of the plan uses something that the child likes.",
    closed_by="the youth offending team and the secure setting, with the child",
)
def interests_unused(plan: Plan, day: Day) -> Iterator[Finding]:
    """No goal is recorded that uses an interest of the child.

    One child's plan was built around her love of cooking, from volunteering to a course after release.
    She had not offended again when inspectors looked.
    """
    goals = plan.support.goals
    if goals.is_asked and "interest" not in goals.chosen:
        yield gap(goals)


@rule(
    "ETE12",
    "no-careers-advice",
    severity=Severity.PROMPT,
    stages=REVIEW_ON,
    asks=(Education.advice,),
    source=[S("45")],
    closes_when="Somebody has talked with the child about courses and jobs, now and later.",
    closed_by="the secure setting's teachers, or a careers adviser",
)
def no_careers_advice(plan: Plan, day: Day) -> Iterator[Finding]:
    """No information, advice or guidance about learning and work is recorded.

    Children are expected to get advice that meets their needs now and in the longer term. It helps them
    to choose what they will stay with.
    """
    if plan.education.advice.is_missing:
        yield gap(plan.education.advice)
