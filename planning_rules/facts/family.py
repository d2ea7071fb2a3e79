"""Family: what parents or carers will do, how all keep in touch, and how release will feel."""

from planning_rules.facts.fact import Asked, count, words, yes_no
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
            "given": "What your family will do: {value}",
            "not known": "We do not know yet how your family will help.",
        },
        room_edition=False,
    )
    contact_plan = yes_no(
        "Is there a plan for regular contact between the child and family?",
        label="Contact plan",
        asked=Asked.BEFORE,
        child={
            "no": "There is no plan yet for how you keep in touch with your family.",
            "not known": "We are still finding out how you can keep in touch with your family.",
        },
        room_edition=False,
    )
    contact_how = words(
        "How and when are they in touch?",
        longest=300,
        label="Contact: how",
        asked=Asked.BEFORE,
        when=contact_plan.yes,
        child={"given": "How you keep in touch with your family: {value}"},
        room_edition=False,
    )
    miles_from_home = count(
        "How far from home is the child held?",
        unit="miles",
        most=999,
        label="Distance from home",
        asked=Asked.BEFORE,
        room_edition=False,
    )
    visits_plan = yes_no(
        "Is there a plan for visits, and for the family to take part in meetings?",
        label="Plan for visits",
        asked=Asked.BEFORE,
        when=miles_from_home.over(FAR_MILES),
        child={
            "no": "There is no plan yet for visits from your family.",
            "not known": "We are still finding out how your family can visit.",
        },
        room_edition=False,
    )
    visits_how = words(
        "How will they visit and take part?",
        longest=300,
        label="Visits: how",
        help="Who pays for travel, who books the visit, and whether they join meetings by video.",
        asked=Asked.BEFORE,
        when=visits_plan.yes,
        child={"given": "How your family can visit: {value}"},
        room_edition=False,
    )
    release_talked_through = yes_no(
        "Has somebody talked with the child and family about how release will feel?",
        label="Feelings about release",
        help="What will be good, what will be hard, and what each will do when it is.",
        at=AT_RELEASE,
        child=dict.fromkeys(("no", "not known"), "We still need to talk about how it will feel to leave."),
        room_edition=False,
    )
