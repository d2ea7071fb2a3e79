"""Family: what parents or carers will do, how all keep in touch, and how release will feel."""

from planning_rules.facts.fact import FAMILY, Asked, count, words, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE

FAR_MILES = 50


class Family(Step):
    key = "family"
    title = "Family"
    child_title = "My family"
    speaks = "the parents or carers"
    icon = "users"

    parents_role = words(
        "What will parents or carers do after release?",
        longest=300,
        label="Role after release",
        help="Who does what: meals, getting up, going along to appointments, being in at night.",
        child={
            "given": "What your family will do:\n{value}",
            "not known": "We do not know yet how your family will help.",
        },
        shown=FAMILY,
    )
    contact_plan = yes_no(
        "Is there a plan for regular contact between the child and family?",
        label="Contact plan",
        asked=Asked.BEFORE,
        child={
            "no": "We still need a plan for how you and your family keep in touch.",
            "not known": "We do not know yet how you will keep in touch with your family.",
        },
        shown=FAMILY,
    )
    contact_how = words(
        "How and when are they in touch?",
        longest=300,
        label="Contact: how",
        asked=Asked.BEFORE,
        when=contact_plan.yes,
        child={"given": "How you keep in touch with your family:\n{value}"},
        shown=FAMILY,
    )
    miles_from_home = count(
        "How far from home is the child held?",
        unit="miles",
        most=999,
        label="Distance from home",
        asked=Asked.BEFORE,
        shown=FAMILY,
    )
    visits_plan = yes_no(
        "Is there a plan for visits, and for the family to take part in meetings?",
        label="Plan for visits",
        asked=Asked.BEFORE,
        when=miles_from_home.over(FAR_MILES),
        child={
            "no": "We still need a plan for visits from your family.",
            "not known": "We do not know yet how your family can visit.",
        },
        shown=FAMILY,
    )
    visits_how = words(
        "How will they visit and take part?",
        longest=300,
        label="Visits: how",
        help="Who pays for travel, who books the visit, and whether they join meetings by video.",
        asked=Asked.BEFORE,
        when=visits_plan.yes,
        child={"given": "How your family can visit:\n{value}"},
        shown=FAMILY,
    )
    release_talked_through = yes_no(
        "Has somebody talked with the child and family about how release will feel?",
        label="Feelings about release",
        help="What will be good, what will be hard, and what each will do when it is.",
        at=AT_RELEASE,
        child={
            "no": "We still need to talk about how it will feel to leave.",
            "not known": "We do not know yet who will talk with you about leaving.",
        },
        shown=FAMILY,
    )
