"""Temporary release (RoTL, or mobility in a secure training centre): days out that prepare for release."""

from planning_rules.facts.fact import Asked, choice, day, ticks, words
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.stages import REVIEW_ON

_NOT_TALKED_ABOUT = "We have not talked about trips out yet."


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
        when=Order.kind.among("dto", "long"),
        child={
            "agreed": "Staff agree that you can go on trips out.",
            "undecided": "Staff have not decided yet if you can go on trips out.",
            "refused": "Staff do not agree to trips out for now.",
            "not_considered": _NOT_TALKED_ABOUT,
            "not known": _NOT_TALKED_ABOUT,
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
        child={"given": "The reason: {value}"},
        room_edition=False,
    )
    looked_at_again_on = day(
        "When will the refusal be looked at again?",
        label="Looked at again",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=decision.among("refused"),
        child={"given": "Staff will look at this again on {value}."},
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
        },
        room_edition=False,
    )
    first_on = day(
        "When is the first time out?",
        label="First time out",
        at=REVIEW_ON,
        when=decision.among("agreed"),
        child={
            "given": "Your first trip out is on {value}.",
            "not known": "We do not know yet when your first trip out is.",
        },
    )
