"""Plan B: what happens if home, school or work, or health falls through, and who starts it."""

from planning_rules.facts.fact import Asked, line, person, words, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE, REVIEW_ON

NOT_YET = ("no", "not known")


class PlanB(Step):
    key = "plan_b"
    title = "Plan B"
    child_title = "If things change"
    speaks = "the youth offending team"
    icon = "lifebuoy"

    home = yes_no(
        "Is there a plan B for where to live?",
        label="Plan B for home",
        at=REVIEW_ON,
        child=dict.fromkeys(NOT_YET, "We still need a plan in case your home changes."),
    )
    home_what = words(
        "What is the plan B for where to live?",
        longest=300,
        label="Plan B: home",
        at=REVIEW_ON,
        when=home.yes,
        child={"given": "If you cannot live there: {value}"},
        room_edition=False,
    )
    home_who = person(
        "Who will start it?",
        label="Starts it: home",
        at=REVIEW_ON,
        when=home.yes,
        child={"given": "{value} will start this plan."},
        room_edition=False,
    )
    education = yes_no(
        "Is there a plan B for school, training or work?",
        label="Plan B for learning",
        at=REVIEW_ON,
        child=dict.fromkeys(NOT_YET, "We still need a plan in case your school, training or work changes."),
    )
    education_what = words(
        "What is the plan B for school, training or work?",
        longest=300,
        label="Plan B: learning",
        at=REVIEW_ON,
        when=education.yes,
        child={"given": "If your school, training or work changes: {value}"},
    )
    education_who = person(
        "Who will start it?",
        label="Starts it: learning",
        at=REVIEW_ON,
        when=education.yes,
        child={"given": "{value} will start this plan."},
    )
    health = yes_no(
        "Is there a plan B for the child's health care?",
        label="Plan B for health",
        help="Asked about every child, so that it gives no need away.",
        at=REVIEW_ON,
        child=dict.fromkeys(NOT_YET, "We still need a plan in case your health care changes."),
        room_edition=False,
    )
    health_what = words(
        "What is the plan B for the child's health care?",
        longest=300,
        label="Plan B: health",
        help="Whom to ring and where to go. Leave out what the need is.",
        at=REVIEW_ON,
        when=health.yes,
        child={"given": "If your health care changes: {value}"},
        room_edition=False,
    )
    health_who = person(
        "Who will start it?",
        label="Starts it: health",
        at=REVIEW_ON,
        when=health.yes,
        child={"given": "{value} will start this plan."},
        room_edition=False,
    )
    call = line(
        "Whom can child and family call at any time? Give a name and a number.",
        label="Call any time",
        help="Somebody who answers in the evening and at weekends too.",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        child={"given": "Call at any time, evenings and weekends too: {value}"},
    )
