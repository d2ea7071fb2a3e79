"""School, training or work: what fills the child's days after release."""

from typing import TYPE_CHECKING

from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import FAMILY, FAMILY_AND_ROOM, Asked, choice, day, line, ticks, yes_no
from planning_rules.facts.order import Order
from planning_rules.facts.shared import CalledFor
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE, REVIEW_ON

if TYPE_CHECKING:
    from planning_rules.plan import Plan


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
            "school": "The plan is to go to school.",
            "college": "The plan is to go to college.",
            "training": "The plan is to do a training course.",
            "work": "The plan is to work.",
            "not known": "We do not know yet if you will go to school, college or work.",
        },
        shown=FAMILY_AND_ROOM,
    )
    _of_the_plan = CalledFor(asked=Asked.BEFORE, at=REVIEW_ON, when=planned.given)
    place = line(
        "Where will it be?",
        label="Place",
        icon="map-pin",
        at=REVIEW_ON,
        when=planned.given,
        child={
            "given": "Where it is:\n{value}",
            "not known": "We do not know yet where it will be.",
        },
        shown=FAMILY,
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
        icon="mail",
        **_of_the_plan,
        child={
            "confirmed": "It is agreed that you can go there.",
            "applied": "We have asked if you can go there. We wait for an answer.",
            "none": "We still need to ask if you can go there.",
            "not known": "We do not know yet if you can go there.",
        },
        shown=FAMILY_AND_ROOM,
    )
    starts_on = day(
        "When does it start?",
        label="Starts",
        at=REVIEW_ON,
        when=planned.given,
        child={
            "given": "It is due to start on {value}.",
            "today": "It is due to start today, {value}.",
            "past": "It was due to start on {value}.",
            "not known": "We do not know yet when it starts.",
        },
        shown=FAMILY,
    )
    until_it_starts = yes_no(
        "Is there something for the child to do until it starts?",
        label="Until it starts",
        icon="clock",
        at=REVIEW_ON,
        when=Condition(
            _starts_after_release,
            frozenset({starts_on, Order.granted_date, Order.early_date, Order.middle_date}),
        ),
        child={
            "yes": "You will have things to do until it starts.",
            "no": "We still need to find things for you to do until it starts.",
            "not known": "We do not know yet what you will do until it starts.",
        },
        shown=FAMILY,
    )
    helped_by = line(
        "Who outside helps the child with this?",
        label="Who helps",
        icon="hand-helping",
        **_of_the_plan,
        child={"given": "Who helps you with this:\n{value}"},
        shown=FAMILY,
    )
    free_time = yes_no(
        "Is something planned for the child's free time after release: sport, music, a club?",
        label="Free time",
        icon="bike",
        child={
            "no": "We still need to plan something for your free time.",
            "not known": "We do not know yet what you will do in your free time.",
        },
        shown=FAMILY_AND_ROOM,
    )
    activity = line(
        "What is planned for free time, where and when?",
        label="Free time: what",
        icon="bike",
        at=REVIEW_ON,
        when=free_time.yes,
        child={
            "given": "In your free time:\n{value}",
            "not known": "We do not know yet what you will do in your free time.",
        },
        shown=FAMILY,
    )
    learning_known = ticks(
        "What is known about the child's earlier learning?",
        {
            "records": "Records and results were obtained",
            "used": "They are used in this plan",
            "special_plan": "A plan for special needs (EHC plan or IDP) exists",
            "council_told": "Its council was told of custody",
            "concern": "There is a concern about special needs",
            "referred": "The concern was referred to the council",
            "none": "None of these",
        },
        label="Earlier learning",
        asked=Asked.BEFORE,
    )
    exam = choice(
        "Does the child need a test, an exam or a card (such as a CSCS card) before release?",
        {
            "no": "No",
            "done": "Yes, and they have it",
            "booked": "Yes, and it is booked",
            "not_booked": "Yes, and it is not booked",
        },
        label="Test, exam or card",
        icon="file-check",
        **_of_the_plan,
        child={"not_booked": "We still need to book your exam or card."},
    )
    advice = yes_no(
        "Has the child been given information, advice or guidance about learning and work?",
        label="Careers advice",
        icon="signpost",
        asked=Asked.BEFORE,
        at=REVIEW_ON,
        child={"no": "We still need to find someone to talk with you about courses and jobs."},
    )
    online = choice(
        "Is any of the course online?",
        {
            "no": "No",
            "internet": "Yes, and the home has internet",
            "not_confirmed": "Yes, and that is not checked",
        },
        label="Online",
        icon="laptop",
        help="Say that the home has internet only where somebody has checked.",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        when=planned.among("school", "college", "training"),
        child={"not_confirmed": "We still need to check if you will have internet at home."},
    )
    begun_in_custody = choice(
        "Does a course that was begun in custody go on after release?",
        {"goes_on": "Yes", "stops": "No", "no_course": "No course was begun, or it is finished"},
        label="Course from custody",
        icon="book-open",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        child={"goes_on": "You can go on after release with the course that you do now."},
    )
