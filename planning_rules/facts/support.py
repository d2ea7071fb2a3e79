"""Support and rights: what the child may count on, whoever they are and whatever was decided."""

from planning_rules.facts import turning_18
from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import Asked, choice, ticks, yes_no
from planning_rules.facts.order import Order
from planning_rules.facts.shared import AskedAt
from planning_rules.facts.step import Step
from planning_rules.stages import AFTER_RELEASE, AT_RELEASE, FIRST_ONLY, REVIEW_ON

_FROM_REVIEW = AskedAt(asked=Asked.BEFORE, at=REVIEW_ON)
_SENTENCED = Order.kind.among("dto", "long")


class Support(Step):
    key = "support"
    title = "Support and rights"
    child_title = "Help for me"
    speaks = "the social worker, where there is one, then the youth offending team"
    icon = "hand-helping"

    status = ticks(
        "Which of these is the case?",
        {
            "looked_after": "Looked after",
            "care_leaver": "Care leaver",
            "in_need": "Child in need",
            "protection_plan": "Child protection plan",
            "status_changed": "The status changed at remand or sentence",
            "interpreter": "Child or parent needs an interpreter",
            "none": "None of these",
        },
        label="Care status",
        asked=Asked.BEFORE,
    )
    status_checked = yes_no(
        "The status changed. Has somebody checked what support remains?",
        label="What support remains",
        asked=Asked.BEFORE,
        when=status.among("status_changed"),
    )
    social_care_open = yes_no(
        "Is the child's case open with social care?",
        label="Social care: case open",
        asked=Asked.BEFORE,
        when=status.among("looked_after", "care_leaver", "in_need", "protection_plan"),
    )
    entitlements_explained = yes_no(
        "Has somebody explained to the child what support they are entitled to?",
        label="Entitlements explained",
        help="As a looked after child or a care leaver: now, on release and later.",
        at=REVIEW_ON,
        when=status.among("looked_after", "care_leaver"),
        child={
            "no": "We still need to tell you what help you have a right to.",
            "not known": "We do not know yet who will tell you about your rights.",
        },
    )
    explained = ticks(
        "What does the child know?",
        {
            "advocate": "An advocate was offered",
            "complain": "How to complain or appeal",
            "worried": "Whom to tell when worried",
            "none": "None of these",
        },
        label="Rights explained",
        help="Ask the child to say it in their own words.",
        child={
            "none": "We still need to tell you who can help if something is wrong.",
            "not known": "We do not know yet who will tell you about your rights.",
        },
    )
    in_private = ticks(
        "What did somebody whom the child trusts talk about with them in private?",
        {
            "identity": "What matters about who they are",
            "readers": "Who sees what",
            "health": "What health staff may share",
            "none": "None of these",
        },
        label="Talked about in private",
        help="Only tick. Write nothing of what the child said about who they are.",
        asked=Asked.PRIVATE,
    )
    welsh = yes_no(
        "Was the child asked which language they prefer, Welsh or English?",
        label="Language asked",
        icon="languages",
        asked=Asked.BEFORE,
        when=Order.nation.among("wales"),
        child={
            "no": "We still need to ask if you prefer Welsh or English.",
            "not known": "We do not know yet if you prefer Welsh or English.",
        },
    )
    assessments_used = ticks(
        "Which assessments did custody get, and use in this plan?",
        {
            "yot": "The youth offending team's",
            "social_care": "Social care's",
            "no_social_care": "Social care has none",
            "none": "None of these",
        },
        label="Assessments used",
        asked=Asked.BEFORE,
        at=FIRST_ONLY,
    )
    offending_work = ticks(
        "For when is work on offending planned?",
        {"custody": "In custody", "after": "Carried on after release", "none": "Neither"},
        label="Work on offending",
        asked=Asked.BEFORE,
        when=_SENTENCED,
    )
    reparation = yes_no(
        "Was reparation (making amends) considered?",
        label="Reparation",
        when=_SENTENCED,
        **_FROM_REVIEW,
    )
    needs_met = choice(
        "Is there work in custody on every need that was assessed?",
        {
            "all": "Yes, on every one",
            "sought": "No, and somebody has asked for what is lacking",
            "not_sought": "No, and nobody has asked for it",
        },
        label="Work on each need",
        help="Name no need here.",
        **_FROM_REVIEW,
    )
    other_plans = choice(
        "Are there other plans for this child, such as for education, health or care?",
        {
            "no": "No",
            "joined": "Yes, and they were drawn together with this one",
            "apart": "Yes, and they stand apart",
        },
        label="Other plans",
        **_FROM_REVIEW,
    )
    passed_on = yes_no(
        "Did what was done in custody reach all who carry it on?",
        label="Work passed on",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
    )
    exit_plan = yes_no(
        "Is it planned what help remains when supervision ends?",
        label="When supervision ends",
        asked=Asked.BEFORE,
        at=AT_RELEASE | AFTER_RELEASE,
        when=Order.kind.other_than("remand"),
        child={
            "yes": "There is a plan for who helps you when your sentence ends.",
            "no": "We still need to plan who helps you when your sentence ends.",
            "not known": "We do not know yet who helps you when your sentence ends.",
        },
    )
    goals = ticks(
        "What is true of the goals in this plan?",
        {
            "strength": "One builds on a strength of the child",
            "interest": "One uses an interest of the child",
            "future": "One looks past the sentence",
            "none": "None of these",
        },
        label="Goals",
        asked=Asked.BEFORE,
    )
    adult_handover = yes_no(
        "Is a handover to adult services planned for when the child turns 18?",
        label="Handover at 18",
        asked=Asked.BEFORE,
        when=Condition(turning_18.before_the_end, frozenset({Order.born, Order.end_date, Order.kind})),
        child={
            "yes": "There is a plan for who helps you when you are 18.",
            "no": "We still need to plan who helps you when you are 18.",
            "not known": "We do not know yet who will help you when you are 18.",
        },
    )
    court_release_planned = yes_no(
        "Is it planned what happens if the child is released at court?",
        label="If released at court",
        icon="landmark",
        help="Where they go that day, who takes them, and which support they have then.",
        when=Order.kind.among("remand"),
        child={
            "yes": "There is a plan in case you can leave from court.",
            "no": "We still need a plan in case you can leave from court.",
            "not known": "We do not know yet what happens if you can leave from court.",
        },
    )
    long_sentence = yes_no(
        "Is anything in the plan there because this sentence is long?",
        label="Long sentence",
        at=REVIEW_ON,
        when=Order.kind.among("long"),
    )
