"""School, training or work: what fills the child's days after release."""

from typing import TYPE_CHECKING

from planning_rules.facts.fact import Asked, Condition, choice, day, line, ticks, yes_no
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.stages import REVIEW_ON

if TYPE_CHECKING:
    from planning_rules.plan import Plan

NOT_YET = ("no", "not known")


def _starts_after_release(plan: "Plan", _person: str) -> bool:
    starts, release = plan.education.starts_on.value, plan.earliest_release
    return starts is not None and release is not None and starts > release


class Education(Step):
    key = "education"
    title = "School, training or work"
    child_title = "School, training or work"
    speaks = "the youth offending team, then the secure setting's teachers"
    icon = "school"

    planned = choice(
        "What will the child mainly do after release?",
        {
            "school": "School",
            "college": "College",
            "training": "A training course",
            "work": "Work",
        },
        label="Main plan",
        help="If nothing is planned, it is “not known yet”: say who will find out.",
        child={
            "school": "You plan to go to school.",
            "college": "You plan to go to college.",
            "training": "You plan to do a training course.",
            "work": "You plan to work.",
            "not known": "We do not know yet if you will go to school, college or work.",
        },
    )
    place = line(
        "Where will it be?",
        label="Place",
        at=REVIEW_ON,
        when=planned.given,
        child={
            "given": "It will be at {value}.",
            "not known": "We do not know yet where it will be.",
        },
    )
    done_so_far = ticks(
        "What has been done so far?",
        {
            "applied": "An application was sent",
            "visited": "The child visited, or had an interview",
            "confirmed": "The place is confirmed",
            "none": "None of these",
        },
        label="Done so far",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=planned.given,
        child={
            "applied": "We have asked for a place for you.",
            "confirmed": "Your place is agreed.",
            "none": "Your place is not agreed yet.",
        },
    )
    starts_on = day(
        "When does it start?",
        label="Starts",
        at=REVIEW_ON,
        when=planned.given,
        child={
            "given": "It is due to start on {value}.",
            "not known": "We do not know yet when it starts.",
        },
    )
    until_it_starts = yes_no(
        "Is there something for the child to do until it starts?",
        label="Until it starts",
        at=REVIEW_ON,
        when=Condition(
            _starts_after_release,
            frozenset({starts_on, Order.granted_date, Order.early_date, Order.middle_date}),
        ),
        child={
            "yes": "You will have things to do until it starts.",
            **dict.fromkeys(NOT_YET, "We still need to find things for you to do until it starts."),
        },
    )
    helped_by = line(
        "Who outside helps the child with this?",
        label="Who helps",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        when=planned.given,
        child={"given": "{value} will help you with this."},
    )
    free_time = yes_no(
        "Is something planned for the child's free time after release: sport, music, a club?",
        label="Free time",
        child=dict.fromkeys(NOT_YET, "We still need to plan something for your free time."),
    )
    activity = line(
        "What is planned for free time, where and when?",
        label="Free time: what",
        at=REVIEW_ON,
        when=free_time.yes,
        child={"given": "In your free time: {value}"},
    )
