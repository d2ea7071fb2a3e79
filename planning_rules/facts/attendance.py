"""Who is here: how the child and each parent or carer take part in this meeting."""

from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import Asked, choice, ticks, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import ALWAYS, FIRST_ON, REVIEW_ON

# Nothing is asked about an adult whom the child may not meet.
MAY_MEET_THE_CHILD = Condition(
    lambda plan, who: any(person.id == who and person.may_meet_the_child for person in plan.people),
    frozenset(),
)


class Attendance(Step):
    key = "attendance"
    title = "Who is here"
    speaks = "the chair"
    icon = "users"

    child_here = choice(
        "Is the child here?",
        {
            "here": "Yes, in the room",
            "remote": "Yes, by phone or video",
            "chose_not": "No, they chose not to come",
            "prevented": "No, something kept them away",
            "no_reason": "No, and no reason is known",
        },
        label="Child at meeting",
        at=ALWAYS,
        each_meeting=True,
    )
    prepared = yes_no(
        "Was the child prepared for this meeting?",
        label="Child prepared",
        help="They know who comes, what is talked about, and what they want to say.",
        at=FIRST_ON,
        each_meeting=True,
    )
    agencies = ticks(
        "Which agencies came, or sent something?",
        {
            "yot": "Youth offending team",
            "secure": "The child's case worker in custody",
            "education": "Education",
            "health": "Health",
            "social_care": "Social care",
            "housing": "Housing",
            "none": "None of these",
        },
        label="Agencies",
        help="A report or a call beforehand counts.",
        at=FIRST_ON,
        each_meeting=True,
    )
    seen_between = yes_no(
        "Has the youth offending team seen or called the child since the last meeting?",
        label="Seen between meetings",
        help="Outside meetings.",
        each_meeting=True,
        asked=Asked.BEFORE,
        at=REVIEW_ON,
    )
    took_part = choice(
        "How does this parent or carer take part?",
        {
            "came": "In the room",
            "remote": "By phone or video",
            "told_before": "They told us their views beforehand",
            "absent": "Invited, and not here in any way",
            "not_invited": "They were not invited",
            "child_refused": "The child is 18 and did not want them here",
        },
        label="How they took part",
        at=ALWAYS,
        when=MAY_MEET_THE_CHILD,
        each_adult=True,
        each_meeting=True,
    )
