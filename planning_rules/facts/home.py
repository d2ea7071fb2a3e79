"""Home: where the child will live, from the first night on."""

from planning_rules.facts.fact import Asked, choice, day, line, person, ticks, words, yes_no
from planning_rules.facts.shared import CalledFor
from planning_rules.facts.step import Step
from planning_rules.facts.support import Support
from planning_rules.stages import AT_RELEASE, REVIEW_ON

_NOT_FAMILY = ("care", "supported", "own")


class Home(Step):
    key = "home"
    title = "Home"
    child_title = "Where I will live"
    speaks = "the youth offending team, then the social worker"
    icon = "home"

    living_with = choice(
        "Who will the child live with?",
        {
            "family": "Parents or carers, where they lived before",
            "family_new": "Family or friends, somewhere new to them",
            "care": "Foster care or a children's home",
            "supported": "Supported or semi-independent housing",
            "own": "Their own place",
        },
        label="Going to live with",
        child={
            "family": "The plan is for you to live with your family.",
            "family_new": "The plan is for you to live with family or friends.",
            "care": "The plan is for you to live in a home with carers.",
            "supported": "The plan is for you to live where staff help you.",
            "own": "The plan is for you to live in your own place.",
            "not known": "We do not know yet who you will live with.",
        },
    )
    child_wants = choice(
        "Is this where the child wants to live?",
        {"same": "Yes, it is what they want", "different": "No, they want something else"},
        label="What the child wants",
        when=living_with.given,
        child={"same": "This is what you asked for.", "different": "You asked for something else."},
    )
    difference_explained = yes_no(
        "Has somebody explained to the child why the plan is different?",
        label="Difference explained",
        when=child_wants.among("different"),
        child={"yes": "We told you why."},
    )
    council = line(
        "Which council area will the child live in?",
        label="Council area",
        asked=Asked.BEFORE,
        child={
            "given": "The plan is for this area:\n{value}",
            "not known": "We do not know yet which area you will live in.",
        },
    )
    address_agreed = yes_no(
        "Is an address agreed?",
        label="Address agreed",
        asked=Asked.BEFORE,
        child={
            "no": "Your address is not agreed yet.",
            "not known": "We do not know yet what your address will be.",
        },
    )
    address = line(
        "What is the address?",
        label="Address",
        icon="map-pin",
        asked=Asked.BEFORE,
        when=address_agreed.yes,
        child={"given": "Your address:\n{value}"},
    )
    child_told = yes_no(
        "Has the child been told where they will live?",
        label="Child told where",
        at=AT_RELEASE,
        when=address_agreed.yes,
    )
    _of_the_address = CalledFor(asked=Asked.BEFORE, at=REVIEW_ON, when=address_agreed.yes)
    suitable = ticks(
        "What do you know about this home?",
        {
            "suitable": "It suits the child's needs",
            "sustainable": "It can last",
            "safe": "It is safe",
            "not_safe": "It is not safe",
        },
        label="Home judged",
        help="Tick only what somebody has checked.",
        **_of_the_address,
    )
    warning_signs = ticks(
        "Is there any sign that this home may not last?",
        {
            "broke_down_before": "It broke down before",
            "fear": "The child, or an adult there, fears that it will",
            "difficult": "The child and an adult there find it hard to get on",
            "no_contact": "The child knows people there, and had no contact with them in custody",
            "new": "It is new to the child",
            "temporary": "It is only for a time",
            "concern": "An agency was told of a concern, and no outcome is recorded",
            "none": "None of these",
        },
        label="Signs that it may not last",
        help="Ask the child and the adults there apart.",
        **_of_the_address,
    )
    near_support = choice(
        "Is the home near somebody whom the child named as support?",
        {
            "near": "Yes",
            "planned": "No, and there is a plan to see them",
            "protects": "No: the distance protects somebody, and the child was told why",
            "none": "No, and neither of these is so",
        },
        label="Near support",
        **_of_the_address,
    )
    danger_considered = ticks(
        "Which dangers at this address were considered?",
        {
            "from_child": "Whom the child may harm there, above all children",
            "to_child": "Who there or near may harm the child: domestic abuse, debts, exploiters",
            "none": "Neither",
        },
        label="Dangers considered",
        help="Tick what somebody has looked into, whatever they found. Write no names.",
        asked=Asked.PRIVATE,
        at=REVIEW_ON,
        when=address_agreed.yes,
    )
    move_on = yes_no(
        "Is it planned where the child lives after this home?",
        label="Home after this one",
        at=AT_RELEASE,
        when=warning_signs.among("temporary"),
        child={"no": "We still need to plan where you live after that."},
    )
    living_skills = ticks(
        "What help does the child get to live on their own?",
        {"money": "With money", "cooking": "With cooking", "home": "With running a home", "none": "None"},
        label="Living skills",
        icon="cooking-pot",
        at=REVIEW_ON,
        when=living_with.among("supported", "own"),
        child={
            "money": "You get help to learn about money.",
            "cooking": "You get help to learn to cook.",
            "home": "You get help to learn to run a home.",
            "none": "We still need to help you get ready to live on your own.",
        },
    )
    place_held = choice(
        "Has holding the place until release (a retainer) been considered?",
        {"held": "Yes, and it is held", "decided": "Yes, and not held", "no": "No", "none": "No place yet"},
        label="Holding the place",
        icon="key",
        asked=Asked.BEFORE,
        when=Support.status.among("looked_after", "care_leaver") | living_with.among(*_NOT_FAMILY),
        child={"held": "Your place is kept for you."},
    )
    next_step = words(
        "What is the next step to arrange a home?",
        longest=300,
        label="Next step",
        help="One thing that one person will do.",
        when=address_agreed.missing & (living_with.among("family_new", *_NOT_FAMILY) | living_with.missing),
        child={
            "given": "The next step to find your home:\n{value}",
            "not known": "We do not know yet what the next step is.",
        },
    )
    next_step_by = person(
        "Who will do it?",
        label="Next step: who",
        when=next_step.given,
        child={
            "given": "{value} will do this next step.",
            "you": "You will do this next step.",
            "not known": "We do not know yet who will do this.",
        },
    )
    next_step_on = day(
        "By when?",
        label="Next step: by when",
        when=next_step.given,
        child={"given": "It is due by {value}.", "past": "It was due by {value}. Ask {ask} if it is done."},
    )
    ready_on = day(
        "From which day is the home ready?",
        label="Ready from",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        when=address_agreed.yes & living_with.among(*_NOT_FAMILY),
        child={"given": "Your home is ready from {value}."},
    )
