"""Family: what parents or carers will do, how all keep in touch, and how release will feel."""

from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import FAMILY, Asked, choice, count, day, line, person, words, yes_no
from planning_rules.facts.home import Home
from planning_rules.facts.step import Step
from planning_rules.facts.support import Support
from planning_rules.parts import Contact
from planning_rules.stages import ALWAYS, AT_RELEASE, REVIEW_ON

FAR_MILES = 50

CONTACT_NOT_FREE = Condition(
    lambda plan, who: any(
        person.id == who and person.contact in (Contact.LIMITED, Contact.UNSAFE, Contact.BARRED)
        for person in plan.people
    ),
    frozenset(),
)


class Family(Step):
    key = "family"
    title = "Family"
    child_title = "My family"
    speaks = "the parents or carers"
    icon = "users"

    lives_with = person(
        "Which of the adults on this plan will the child live with, if any?",
        label="Lives with",
        icon="home",
        help="Only this adult reads on their own copy that the child is to live with them.",
        asked=Asked.BEFORE,
        optional=True,
        when=Home.living_with.among("family", "family_new"),
        child={"given": "The plan is for you to live with {value}."},
    )
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
        icon="phone",
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
        icon="phone",
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
        icon="train-front",
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
        icon="train-front",
        help="Who pays for travel, who books the visit, and whether they join meetings by video.",
        asked=Asked.BEFORE,
        when=visits_plan.yes,
        child={"given": "How your family can visit:\n{value}"},
        shown=FAMILY,
    )
    release_talked_through = yes_no(
        "Has somebody talked with the child and family about how release will feel?",
        label="Feelings about release",
        icon="message-circle",
        help="What will be good, what will be hard, and what each will do when it is.",
        at=AT_RELEASE,
        child={
            "no": "We still need to talk about how it will feel to leave.",
            "not known": "We do not know yet who will talk with you about leaving.",
        },
        shown=FAMILY,
    )
    kept_informed = yes_no(
        "Are parents or carers told of what happens in custody?",
        label="Kept informed",
        icon="mail",
        help="What went well, what went wrong, moves and injuries.",
        at=REVIEW_ON,
        child={
            "no": "We still need to tell your family how you are.",
            "not known": "We do not know yet who tells your family how you are.",
        },
        shown=FAMILY,
    )
    move_nearer = choice(
        "Was a move nearer home asked for, and answered with a reason?",
        {
            "not_asked_for": "Nobody asked for a move",
            "answered": "Asked for, and answered with a reason",
            "unanswered": "Asked for, and no reasoned answer yet",
        },
        label="Move nearer home",
        icon="map-pin",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        optional=True,
        child={"unanswered": "You may be able to move nearer home. We wait for an answer."},
        shown=FAMILY,
    )
    support = choice(
        "Does the family need support, and is it planned?",
        {
            "not_needed": "They need none",
            "planned": "They need support, and it is planned",
            "not_planned": "They need support, and none is planned yet",
        },
        label="Support for the family",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
    )
    contact_limited_because = line(
        "Why is contact with this adult limited, unsafe or barred?",
        label="Contact: reason",
        help="Who decided, and on what ground. Leave out what happened.",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=CONTACT_NOT_FREE,
        each_adult=True,
    )
    contact_looked_at_on = day(
        "When will contact with this adult be looked at again?",
        label="Contact: looked at again",
        asked=Asked.PRIVATE,
        at=ALWAYS,
        when=CONTACT_NOT_FREE,
        each_adult=True,
    )
    interpreter_booked = yes_no(
        "Is an interpreter booked for the next meeting, for whoever needs one?",
        label="Interpreter booked",
        icon="languages",
        asked=Asked.BEFORE,
        at=ALWAYS,
        when=Support.status.among("interpreter"),
        each_meeting=True,
        child={
            "yes": "Somebody who speaks both languages will come to our next meeting.",
            "no": "We still need to find somebody who speaks both languages.",
            "not known": "We do not know yet who will come to help with language.",
        },
        shown=FAMILY,
    )
