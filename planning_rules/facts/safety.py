"""Safety: of the child and of others. All but the last three is private; what happened is never asked."""

from planning_rules.facts.fact import Asked, choice, day, line, ticks, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import ALWAYS, AT_RELEASE, FIRST_ON, REVIEW_ON

HIGH = frozenset({"high", "very_high"})
_LEVELS = {"medium": "Medium", "high": "High", "very_high": "Very high"}


class Safety(Step):
    key = "safety"
    title = "Safety"
    speaks = "the youth offending team, in private"
    icon = "lifebuoy"

    known = ticks(
        "Which of these are known?",
        {
            "risk_to_others": "Risk of harm to others is medium or higher",
            "vulnerability": "Vulnerability is medium or higher",
            "self_harm": "A risk of self-harm",
            "exploitation": "A risk of exploitation or radicalisation",
            "missing": "The child went missing before",
            "victim": "A victim, or a likely one, also at home",
            "concern": "A safeguarding concern",
            "mappa": "MAPPA (public protection) may apply",
            "none": "None of these",
        },
        label="Known about safety",
        help="A safeguarding concern: ring children's social care now, before you go on.",
        asked=Asked.PRIVATE,
        at=ALWAYS,
    )
    referred_on = day(
        "On which day was the safeguarding concern referred?",
        past=True,
        label="Concern: referred on",
        help="Not yet? Ring children's social care now. Do not wait for the end of the meeting.",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("concern"),
    )
    referral_reference = line(
        "What is the reference of the referral?",
        label="Concern: reference",
        help="The reference alone. Write nothing about the concern.",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("concern"),
    )
    risk_level = choice(
        "How high is the risk of harm to others?",
        _LEVELS,
        label="Risk to others: level",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("risk_to_others"),
    )
    risk_plan = yes_no(
        "Is there a plan to manage the risk of harm to others?",
        label="Risk to others: plan",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("risk_to_others"),
    )
    if_risk_plan_fails = yes_no(
        "Is it recorded what happens if that plan fails?",
        label="Risk to others: plan B",
        help="Who does what, and whom they ring.",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=known.among("risk_to_others"),
    )
    vulnerability_level = choice(
        "How high is the child's vulnerability?",
        _LEVELS,
        label="Vulnerability: level",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("vulnerability"),
    )
    vulnerability_plan = yes_no(
        "Is there a plan to keep the child safe?",
        label="Vulnerability: plan",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("vulnerability"),
    )
    self_harm_plan = yes_no(
        "Does a plan cover the risk of self-harm up to release and beyond it?",
        label="Self-harm: plan",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("self_harm"),
    )
    victims_safe = ticks(
        "What was checked for the safety of victims?",
        {
            "address": "Where the child will live",
            "travel": "How the child will travel",
            "contact": "Whom the child will be in contact with",
            "none": "None of these",
        },
        label="Checked for victims",
        help="Never name a victim.",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=known.among("victim"),
    )
    mappa_told = yes_no(
        "Has the MAPPA (public protection) lead been told?",
        label="MAPPA told",
        asked=Asked.PRIVATE,
        at=FIRST_ON,
        when=known.among("mappa"),
    )
    exploitation_plan = yes_no(
        "Does a plan cover exploitation or radicalisation in the first weeks after release?",
        label="Exploitation: plan",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=known.among("exploitation"),
    )
    if_missing = yes_no(
        "Is it agreed who does what if the child goes missing?",
        label="If missing",
        asked=Asked.PRIVATE,
        at=AT_RELEASE,
        when=known.among("exploitation", "missing"),
    )
    assessed_anew = ticks(
        "What was assessed since sentence, for the time after release?",
        {
            "risk": "Risk of harm to others",
            "vulnerability": "Vulnerability",
            "none": "None of these",
        },
        label="Assessed for release",
        asked=Asked.PRIVATE,
        at=AT_RELEASE,
    )
    children_there = yes_no(
        "Do other children live where the child will live?",
        label="Children at the address",
        asked=Asked.PRIVATE,
        at=AT_RELEASE,
        when=assessed_anew.missing | (assessed_anew.given & assessed_anew.other_than("risk")),
    )
    plans_joined = yes_no(
        "Is all that keeps the child and others safe part of this plan?",
        label="Safety plans joined",
        help="No safety plan stands apart. Asked about every child, so that it gives nothing away.",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
    )
    overseen = yes_no(
        "Has a manager looked at how risk and safety are planned for?",
        label="Manager's oversight",
        help="Asked about every child, so that it gives nothing away.",
        asked=Asked.MANAGER,
        at=REVIEW_ON,
    )
    intensive = choice(
        "Is intensive supervision (ISS) planned?",
        {
            "no": "No",
            "after_new": "Yes, after a new assessment",
            "without_new": "Yes, without a new assessment",
        },
        label="Intensive supervision",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
    )
