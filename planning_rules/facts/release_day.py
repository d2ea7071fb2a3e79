"""Release day and first week: how the child gets home, who is there, and what they live on."""

from typing import TYPE_CHECKING

from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import FAMILY, Asked, line, person, ticks, words, yes_no
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.facts.step import Step
from planning_rules.stages import AT_RELEASE

if TYPE_CHECKING:
    from planning_rules.plan import Plan


def _no_supervision(plan: "Plan", _person: str) -> bool:
    """The order ends on the day of release or before it, as it may after a recall."""
    release, end = plan.earliest_release, plan.order.end_date.value
    return release is not None and end is not None and end <= release


class ReleaseDay(Step):
    key = "release_day"
    title = "Release day and first week"
    child_title = "The day I leave"
    speaks = "the youth offending team, then the secure setting"
    icon = "sunrise"

    way_home = line(
        "How does the child get home on the day, and with whom?",
        label="Way home",
        icon="bus",
        at=AT_RELEASE,
        child={
            "given": "How you get home:\n{value}",
            "not known": "We do not know yet how you will get home.",
        },
        shown=FAMILY,
    )
    seen_by = person(
        "Which youth justice worker sees the child that day?",
        label="Seen on the day by",
        help="To talk and plan with, not only a lift from the gate.",
        at=AT_RELEASE,
        child={
            "given": "{value} will see you on the day that you leave.",
            "not known": "We do not know yet who will see you on the day.",
        },
        shown=FAMILY,
    )
    first_week = yes_no(
        "Does the child have the first week in writing: who, where, when and how to get there?",
        label="First week in writing",
        icon="calendar",
        at=AT_RELEASE,
        child={
            "yes": "You have a list of what happens in your first week.",
            "no": "We still need to write down your first week for you.",
            "not known": "We do not know yet what your first week looks like.",
        },
        shown=FAMILY,
    )
    timetable = words(
        "What happens in the first week: which day and time, what, where, with whom, and how to get there?",
        longest=1000,
        label="First week: timetable",
        icon="calendar",
        help="One line for each thing. Only the child's own sheet has it.",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        optional=True,
        child={"given": "What happens in your first week:\n{value}"},
    )
    rules = words(
        "Which rules must the child keep after release, in plain words?",
        longest=1000,
        label="Rules in plain words",
        icon="list",
        help="One line for each rule. Name no victim and no offence. Only the child's own sheet has it.",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        optional=True,
        when=Order.kind.other_than("remand"),
        child={"given": "The rules after you leave:\n{value}"},
    )
    rules_explained = ticks(
        "What was talked through with the child?",
        {
            "rules": "The rules after release",
            "hard": "What makes them hard to keep",
            "none": "Neither",
        },
        label="Rules after release",
        icon="list",
        at=AT_RELEASE,
        when=Order.kind.other_than("remand"),
        child={
            "rules": "We talked about the rules after you leave.",
            "hard": "We talked about what makes the rules hard to keep.",
            "none": "We still need to talk about the rules after you leave.",
            "not known": "We do not know yet who will tell you the rules.",
        },
    )
    money = yes_no(
        "Is money arranged for release day: a benefit, wages or an allowance?",
        label="Money on the day",
        icon="coins",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        when=Home.living_with.among("family_new", "care", "supported", "own") | Home.living_with.missing,
        child={
            "yes": "You will have money to live on from the day you leave.",
            "no": "We still need to sort out money for you.",
            "not known": "We do not know yet what money you will have.",
        },
    )
    papers = ticks(
        "Which papers does the child have?",
        {
            "identity": "An identity document",
            "bank": "A bank account",
            "no_bank_needed": "No bank account, and the child is under 16 and needs none",
            "none": "None of these",
        },
        label="Papers",
        icon="id-card",
        asked=Asked.BEFORE,
        at=AT_RELEASE,
        child={
            "none": "We still need to get you proof of who you are and a bank account.",
            "not known": "We do not know yet which papers you have.",
        },
    )
    voluntary_support = yes_no(
        "There is no supervision after release. Was support offered that the child may choose?",
        label="Support by choice",
        icon="hand-helping",
        at=AT_RELEASE,
        when=Condition(
            _no_supervision,
            frozenset({Order.granted_date, Order.early_date, Order.middle_date, Order.end_date}),
        ),
        child={
            "yes": "You can get help after you leave, if you want it.",
            "no": "We still need to offer you help for after you leave.",
            "not known": "We do not know yet who can help you after you leave.",
        },
    )
