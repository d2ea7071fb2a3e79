"""Plan B: what happens if home, school or work, or health falls through, and who starts it."""

from planning_rules.facts.fact import FAMILY, Asked, line, person, words, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE, REVIEW_ON

_STARTS_IT = {
    "given": "If this happens, ask {value}.",
    "you": "If this happens, you start this plan.",
    "not known": "We do not know yet who will start this plan.",
}


class PlanB(Step):
    key = "plan_b"
    title = "Plan B"
    child_title = "If things go wrong"
    speaks = "the youth offending team"
    icon = "lifebuoy"

    home = yes_no(
        "Is there a plan B for where to live?",
        label="Plan B for home",
        icon="home",
        at=REVIEW_ON,
        child={
            "yes": "There is a second plan for where you live.",
            "no": "We still need a second plan for where you live.",
            "not known": "We do not know yet what the second plan for home is.",
        },
    )
    home_what = words(
        "What is the plan B for where to live?",
        longest=300,
        label="Plan B: home",
        icon="home",
        at=REVIEW_ON,
        when=home.yes,
        child={"given": "If you cannot live there:\n{value}"},
    )
    home_who = person(
        "Who will start it?",
        label="Starts it: home",
        at=REVIEW_ON,
        when=home.yes,
        child=_STARTS_IT,
    )
    education = yes_no(
        "Is there a plan B for school, training or work?",
        label="Plan B for learning",
        icon="school",
        at=REVIEW_ON,
        child={
            "yes": "There is a second plan for school, training or work.",
            "no": "We still need a second plan for school, training or work.",
            "not known": "We do not know yet what the second plan for your day is.",
        },
        shown=FAMILY,
    )
    education_what = words(
        "What is the plan B for school, training or work?",
        longest=300,
        label="Plan B: learning",
        icon="school",
        at=REVIEW_ON,
        when=education.yes,
        child={"given": "If school, training or work does not go well:\n{value}"},
        shown=FAMILY,
    )
    education_who = person(
        "Who will start it?",
        label="Starts it: learning",
        at=REVIEW_ON,
        when=education.yes,
        child=_STARTS_IT,
        shown=FAMILY,
    )
    health = yes_no(
        "Is there a plan B for the child's health care?",
        label="Plan B for health",
        icon="heart",
        help="Asked about every child, so that it gives no need away.",
        at=REVIEW_ON,
        child={
            "yes": "There is a second plan for your health care.",
            "no": "We still need a second plan for your health care.",
            "not known": "We do not know yet what the second plan for your health is.",
        },
    )
    health_what = words(
        "What is the plan B for the child's health care?",
        longest=300,
        label="Plan B: health",
        icon="heart",
        help="Whom to ring and where to go. Leave out what the need is.",
        at=REVIEW_ON,
        when=health.yes,
        child={"given": "If your health care stops:\n{value}"},
    )
    health_who = person(
        "Who will start it?",
        label="Starts it: health",
        at=REVIEW_ON,
        when=health.yes,
        child=_STARTS_IT,
    )
    call = line(
        "Whom can child and family call at any time? Give a name and a number.",
        label="Call any time",
        icon="phone",
        help="Somebody who answers in the evening and at weekends too.",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        child={
            "given": "At any time, day or night:\n{value}",
            "not known": "We do not know yet who you can call at any time.",
        },
        shown=FAMILY,
    )
