"""After release: what has begun, what fell through, and whether a manager has looked back."""

from planning_rules.facts.fact import Asked, ticks, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AFTER_RELEASE

_PARTS = {"home": "Where to live", "education": "School, training or work", "health": "Health care"}


class After(Step):
    key = "after"
    title = "After release"
    speaks = "the youth offending team"
    icon = "check"

    not_begun = ticks(
        "What was planned for after release and has not begun?",
        {
            "education": "School, training or work",
            "health": "Health care",
            "activity": "Something for free time",
            "other": "Something else",
            "none": "Nothing: all of it has begun",
        },
        label="Planned, not begun",
        help="Asked about every child. Write no need and no diagnosis anywhere.",
        asked=Asked.BEFORE,
        at=AFTER_RELEASE,
    )
    fell_through = ticks(
        "Has any of these fallen through since release?",
        {**_PARTS, "none": "None of these"},
        label="Fell through",
        asked=Asked.BEFORE,
        at=AFTER_RELEASE,
    )
    plan_b_begun = ticks(
        "For which of these has plan B begun?",
        {**_PARTS, "none": "None of these"},
        label="Plan B begun",
        asked=Asked.BEFORE,
        at=AFTER_RELEASE,
        when=fell_through.among(*_PARTS),
    )
    early_look_back = yes_no(
        "Has a manager written what went well and badly by three months after release?",
        label="Look back at three months",
        help="For the management board. Where you say yes, the form “Looking back” asks the rest.",
        asked=Asked.MANAGER,
        at=AFTER_RELEASE,
    )
    late_look_back = yes_no(
        "Has a manager written what went well and badly by six months after release?",
        label="Look back at six months",
        help="For the management board. Where you say yes, the form “Looking back” asks the rest.",
        asked=Asked.MANAGER,
        at=AFTER_RELEASE,
    )
