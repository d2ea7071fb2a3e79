"""The child's words: what they say, what they want, and who may read it."""

from planning_rules.facts.fact import FAMILY_AND_ROOM, Asked, line, ticks, words
from planning_rules.facts.step import Step
from planning_rules.stages import ALWAYS, REVIEW_ON


class Child(Step):
    key = "child"
    title = "The child's words"
    child_title = "What I want"
    speaks = "the child"
    icon = "child"
    the_child_speaks = True

    wants = words(
        "What does the child want most after release?",
        longest=300,
        label="Wants most",
        help="Their own words, as they said or wrote them.",
        asked=Asked.BEFORE,
        quoted=True,
        child={"declined": "You did not want to say what you want most. That is fine."},
    )
    good_at = line(
        "What is the child good at, or interested in?",
        label="Strengths and interests",
        icon="star",
        help="Family, and others in a shared room, can read this.",
        asked=Asked.BEFORE,
        child={
            "given": "What you are good at, or like:\n{value}",
            "declined": "You did not want to say what you are good at. That is fine.",
        },
        shown=FAMILY_AND_ROOM,
    )
    went_well = line(
        "What has gone well since the last meeting?",
        label="Went well",
        icon="thumbs-up",
        at=REVIEW_ON,
        each_meeting=True,
        child={"given": "What has gone well:\n{value}"},
    )
    says = words(
        "What does the child say today, in their own words?",
        longest=1000,
        label="Child's own words",
        help="Before they start, say who will read it, and that what keeps somebody safe must be passed on.",
        at=ALWAYS,
        each_meeting=True,
        quoted=True,
    )
    shown_to = ticks(
        "Who else may read the child's own words?",
        {"family": "Family", "setting": "Staff where they live now"},
        label="Who may read it",
        help="Workers on this case only, unless the child says more.",
        at=ALWAYS,
        when=wants.given | says.given,
        each_meeting=True,
        optional=True,
    )
