"""Health: who carries on after release. Nearly all is private; no diagnosis and no substance is asked for."""

from planning_rules.facts.fact import Asked, choice, day, line, ticks, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE, REVIEW_ON

# The needs of which health services know something that others have to know too.
CARE = ("mental", "substance", "physical", "medicine")
_ASSESSED = {"mental": "Mental health", "substance": "Substance use", "physical": "Physical health"}


class Health(Step):
    key = "health"
    title = "Health"
    child_title = "My health"
    speaks = "the health worker, in private"
    icon = "heart"

    assessed = ticks(
        "What was assessed?",
        {**_ASSESSED, "none": "None of these"},
        label="Health assessed",
        asked=Asked.PRIVATE,
    )
    needs = ticks(
        "Which health needs does the child have?",
        {
            **_ASSESSED,
            "medicine": "Takes medicine",
            "parent": "Is pregnant, or a parent",
            "none": "None of these",
        },
        label="Health needs",
        help="Tick what was assessed. Write no diagnosis anywhere.",
        asked=Asked.PRIVATE,
        child={
            "none": "You do not need extra health help now.",
            "not known": "We do not know yet what help you need.",
            "declined": "You did not want to talk about your health. That is fine.",
        },
    )
    mental_health_booked = yes_no(
        "Is a community mental health appointment booked for release?",
        label="Mental health: booked",
        help="For release day, or as near to it as the child needs.",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=needs.among("mental"),
        child={
            "no": "We still need to find someone to help with how you feel.",
            "not known": "We do not know yet who will help with how you feel.",
        },
    )
    mental_health_with = line(
        "Who will see the child about mental health?",
        label="Mental health: who",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=mental_health_booked.yes,
        child={"given": "Who you can talk to about how you feel:\n{value}"},
    )
    mental_health_on = day(
        "When is the mental health appointment?",
        label="Mental health: when",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=mental_health_booked.yes,
        child={
            "given": "Your visit about how you feel is on {value}.",
            "past": "Your visit about how you feel was on {value}.",
        },
    )
    substance_worker = yes_no(
        "Will a community substance use worker see the child from release day?",
        label="Substance use: worker",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=needs.among("substance"),
        child={
            "no": "We still need to find a health worker for you.",
            "not known": "We do not know yet who your health worker will be.",
        },
    )
    substance_with = line(
        "Who is the community substance use worker?",
        label="Substance use: who",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=substance_worker.yes,
        child={"given": "Who your health worker is:\n{value}"},
    )
    substance_on = day(
        "When will the substance use worker first see the child?",
        label="Substance use: when",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=substance_worker.yes,
        child={
            "given": "You will see your health worker on {value}.",
            "past": "You were due to see your health worker on {value}.",
        },
    )
    physical_follow_up = yes_no(
        "Is follow-up of the child's physical health arranged after release?",
        label="Physical health: follow-up",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=needs.among("physical"),
        child={
            "no": "We still need to find someone to look after your health.",
            "not known": "We do not know yet who will look after your health.",
        },
    )
    physical_with = line(
        "Where will the child go about physical health?",
        label="Physical health: where",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=physical_follow_up.yes,
        child={"given": "Where you go for your health:\n{value}"},
    )
    physical_on = day(
        "When is the physical health follow-up?",
        label="Physical health: when",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=physical_follow_up.yes,
        child={
            "given": "Your health visit is on {value}.",
            "past": "Your health visit was on {value}.",
        },
    )
    medicine_arranged = yes_no(
        "Is the medicine arranged for release day, and help to take it where needed?",
        label="Medicine on release day",
        icon="pill",
        asked=Asked.PRIVATE,
        at=AT_RELEASE,
        when=needs.among("medicine"),
        child={
            "yes": "You will have your medicine on the day you leave.",
            "no": "We still need to get your medicine ready for the day you leave.",
            "not known": "We do not know yet how you will get your medicine.",
        },
    )
    parent_support = yes_no(
        "Is support planned for the child as a parent, or in pregnancy?",
        label="Parent or pregnant: support",
        icon="baby",
        asked=Asked.PRIVATE,
        when=needs.among("parent"),
        child={
            "yes": "You will have help for you and your child.",
            "no": "We still need to plan help for you and your child.",
            "not known": "We do not know yet who will help you and your child.",
        },
    )
    shared = choice(
        "Did custody and community health services tell each other what they know?",
        {
            "both": "Yes, both ways",
            "community_unaware": "Community services were not told",
            "custody_unaware": "Custody was not told",
            "neither": "Neither was told",
            "refused": "The child refused, and the law does not override it",
        },
        label="Health: information shared",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=needs.among(*CARE),
    )
    communication = choice(
        "Were speech, language and communication needs screened?",
        {
            "not_screened": "Not screened",
            "nothing_needed": "Screened, and nothing is needed",
            "adjusted": "Screened, and meetings and papers are adjusted",
            "not_adjusted": "Screened, and nothing is adjusted yet",
        },
        label="Communication needs",
        icon="message-circle",
        asked=Asked.BEFORE,
        child={
            "not_screened": "We still need to ask how you like us to talk with you.",
            "not_adjusted": "We still need to change how we talk with you.",
            "not known": "We do not know yet how best to talk with you.",
        },
    )
    gp = yes_no(
        "Is the child registered with a doctor (GP) for the time after release?",
        label="Doctor (GP)",
        icon="stethoscope",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        child={
            "yes": "You have a doctor for when you leave.",
            "no": "We still need to find a doctor for you.",
            "not known": "We do not know yet who your doctor will be.",
        },
    )
