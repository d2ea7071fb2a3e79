"""Temporary release (RoTL, or mobility in a secure training centre): days out that prepare for release."""

from planning_rules.facts.fact import Asked, choice, day, person, ticks, words
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.stages import REVIEW_ON


class TemporaryRelease(Step):
    key = "temporary_release"
    title = "Temporary release (RoTL)"
    child_title = "Before I leave"
    speaks = "the secure setting"
    icon = "door"

    decision = choice(
        "Has temporary release (RoTL or mobility) been considered?",
        {
            "agreed": "Yes, and it is agreed",
            "undecided": "Yes, and it is not decided yet",
            "refused": "Yes, and it is refused",
            "not_considered": "No",
        },
        label="Decision",
        when=Order.kind.other_than("remand"),
        child={
            "agreed": "Staff agree to trips out (called temporary release).",
            "undecided": "Staff have not decided yet about trips out (called temporary release).",
            "refused": "Staff do not agree to trips out now (called temporary release).",
            "not_considered": "We still need to talk about trips out (called temporary release).",
            "not known": "We do not know yet about trips out (called temporary release).",
        },
    )
    refused_because = words(
        "Why was it refused?",
        longest=300,
        label="Reason for refusal",
        help="The reason as the child was told it: it is printed on their sheet.",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=decision.among("refused"),
        child={"given": "The reason:\n{value}"},
    )
    looked_at_again_on = day(
        "When will the refusal be looked at again?",
        label="Looked at again",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=decision.among("refused"),
        child={
            "given": "Staff will look at this again on {value}.",
            "past": "Staff were due to look at this again on {value}. Ask {ask}.",
            "not known": "We do not know yet when staff will look at this again.",
        },
    )
    purpose = ticks(
        "Which goal of the plan does it serve?",
        {
            "home": "Where to live",
            "education": "School, training or work",
            "health": "Health",
            "family": "Family",
            "activity": "Sport, faith, volunteering or reparation",
            "grounds_first": "Work in the grounds, as a step towards something outside",
            "grounds_only": "Work in the grounds, and nothing outside yet",
            "none": "None of these",
        },
        label="What for",
        at=REVIEW_ON,
        when=decision.among("agreed"),
        child={
            "home": "You will go to see where you will live.",
            "education": "You will go out for school, college or work.",
            "health": "You will go out to see a health worker.",
            "family": "You will go out to see your family.",
            "activity": "You will go out for something you enjoy or to help others.",
            "grounds_first": "First you will work in the grounds here. Then you can go out.",
            "grounds_only": "For now you will work in the grounds here, not outside.",
        },
    )
    first_on = day(
        "When is the first time out?",
        label="First time out",
        at=REVIEW_ON,
        when=decision.among("agreed"),
        child={
            "given": "Your first trip out is on {value}.",
            "past": "Your first trip out was due on {value}.",
            "not known": "We do not know yet when your first trip out is.",
        },
    )
    arranged_by = person(
        "Who arranges it?",
        label="Arranged by",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=decision.among("agreed"),
        child={
            "given": "{value} will plan your trips out.",
            "you": "You will plan your trips out.",
            "not known": "We do not know yet who will plan your trips out.",
        },
    )
    partners = ticks(
        "Which community agencies take part?",
        {
            "yot": "The youth offending team",
            "social_care": "Social care",
            "education": "A school, college or employer",
            "health": "A health service",
            "charity": "A charity, club or faith group",
            "none": "None of these",
        },
        label="Community partners",
        help="They plan it, meet the child there, or go along.",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=decision.among("agreed"),
    )
