"""Agreement: whether the child and each parent or carer agree with the plan, and why not."""

from planning_rules.facts import turning_18
from planning_rules.facts.attendance import MAY_MEET_THE_CHILD
from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import Asked, choice, words, yes_no
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.stages import ALWAYS, REVIEW_ON

AGREES = {"agrees": "Agrees", "disagrees": "Does not agree", "not_asked": "Was not asked"}


class Agreement(Step):
    key = "agreement"
    title = "Agreement"
    child_title = "What I think of this plan"
    speaks = "the child, then the parents or carers"
    icon = "message-circle"
    the_child_speaks = True

    child_agrees = choice(
        "Does the child agree with the plan?",
        AGREES,
        label="Child agrees",
        icon="message-circle",
        help="Read the plan out first. No is a good answer: it is written down as it is said.",
        at=ALWAYS,
        each_meeting=True,
        child={
            "agrees": "You agree with this plan.",
            "disagrees": "You do not agree with this plan.",
            "not_asked": "We still need to ask you if you agree.",
            "declined": "You did not want to say if you agree. That is fine.",
        },
    )
    child_disagrees_because = words(
        "Why does the child not agree? Use their own words.",
        longest=300,
        label="Child: why not",
        at=ALWAYS,
        when=child_agrees.among("disagrees"),
        each_meeting=True,
        quoted=True,
    )
    child_answered = choice(
        "What came of it that the child does not agree?",
        {
            "changed": "The plan was changed",
            "explained": "The plan stays, and the child was told why",
            "nothing": "Neither",
        },
        label="Child: what came of it",
        icon="message-circle",
        at=ALWAYS,
        when=child_agrees.among("disagrees"),
        each_meeting=True,
        child={
            "changed": "We changed the plan after what you said.",
            "explained": "The plan stays as it is. We told you why.",
            "nothing": "We still need to give you an answer to that.",
        },
    )
    child_not_asked_because = words(
        "Why was the child not asked?",
        longest=300,
        label="Why not asked",
        at=ALWAYS,
        when=child_agrees.among("not_asked"),
        each_meeting=True,
    )
    child_said_it_back = yes_no(
        "Could the child say back what is in the plan?",
        label="Child said it back",
        help="Ask: “What will you tell your family about this plan?”",
        at=REVIEW_ON,
        each_meeting=True,
    )
    adult_agrees = choice(
        "Does this parent or carer agree with the plan?",
        AGREES,
        label="Agrees with the plan",
        at=ALWAYS,
        when=MAY_MEET_THE_CHILD,
        each_adult=True,
        each_meeting=True,
    )
    adult_disagrees_because = words(
        "Why do they not agree? Use their own words.",
        longest=300,
        label="Why they do not agree",
        at=ALWAYS,
        when=adult_agrees.among("disagrees"),
        each_adult=True,
        each_meeting=True,
        quoted=True,
    )
    adult_not_asked_because = words(
        "Why were they not asked?",
        longest=300,
        label="Why they were not asked",
        at=ALWAYS,
        when=adult_agrees.among("not_asked"),
        each_adult=True,
        each_meeting=True,
    )
    adult_copy = yes_no(
        "Does the child agree that this adult gets copies of the plan from the child's 18th birthday on?",
        label="Copies from 18 on",
        help="From 18 on the child decides. Ask with nobody else there. Without a yes there is no copy.",
        asked=Asked.BEFORE,
        at=ALWAYS,
        when=MAY_MEET_THE_CHILD
        & Condition(turning_18.maybe_before_the_end, frozenset({Order.born, Order.end_date})),
        each_adult=True,
        optional=True,
    )
    hard_words = words(
        "Which hard words are wanted on the child's sheet as they are?",
        longest=8000,
        label="Hard words that are wanted",
        help="One on each line. They are not marked again.",
        asked=Asked.COMPUTED,
        at=ALWAYS,
        optional=True,
    )
    weekly_update = yes_no(
        "Do workers of other services hear each week what was done, what changed and what is next?",
        label="Weekly update",
        help="Inspectors praised a centre that wrote to social workers each week.",
        asked=Asked.COMPUTED,
        at=ALWAYS,
        optional=True,
    )
