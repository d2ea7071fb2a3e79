"""The order and its dates: entered once when the case begins, then only when they change."""

from itertools import pairwise
from typing import TYPE_CHECKING

from planning_rules.dates import in_full
from planning_rules.facts.fact import FAMILY, Asked, choice, count, day, line, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AFTER_RELEASE, ALWAYS, AT_RELEASE, REVIEW_ON

if TYPE_CHECKING:
    from planning_rules.plan import Plan


class Order(Step):
    key = "order"
    title = "Order and dates"
    child_title = "Important dates"
    speaks = "the secure setting"
    icon = "calendar"

    nation = choice(
        "Which nation is the child from?",
        {"england": "England", "wales": "Wales"},
        label="Nation",
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    setting = line(
        "Which secure setting is the child in?",
        label="Secure setting",
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    kind = choice(
        "What kind of order is it?",
        {
            "dto": "Detention and Training Order",
            "remand": "Remand",
            "long": "Section 250, 259 or life",
        },
        label="Kind of order",
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    sentenced_on = day(
        "When was the child sentenced?",
        past=True,
        label="Sentenced",
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
        child={"given": "Your sentence began on {value}."},
    )
    term_months = count(
        "How many months is the order?",
        unit="months",
        most=999,
        label="Length",
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    credit_days = count(
        "How many days served before sentence count towards the order?",
        unit="days",
        most=999,
        label="Days that count already",
        optional=True,
        help="Days on remand, and days on tagged bail that the court counted. Ask the secure setting.",
        when=kind.among("dto"),
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    other_sentences = yes_no(
        "Does the child have another order or sentence beside this one?",
        label="Another order or sentence",
        optional=True,
        when=kind.among("dto"),
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    at_large_days = count(
        "For how many days was the child unlawfully at large, if at all?",
        unit="days",
        most=999,
        label="Days unlawfully at large",
        optional=True,
        help="Each of them puts the middle and the end of the order one day later.",
        when=kind.among("dto"),
        asked=Asked.BEFORE,
        at=REVIEW_ON | AFTER_RELEASE,
    )
    early_date = day(
        "What is the early release date, if there is one?",
        label="Early release date",
        optional=True,
        help="For 8 months or more. Use the secure setting's date. Early release is never certain.",
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
        child={"given": "The first day you could leave is {value}. This is not a promise.", "past": ""},
        shown=FAMILY,
    )
    middle_date = day(
        "What is the middle date, when release is due?",
        label="Middle date",
        help="Use the date that the secure setting gave.",
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
        child={
            "given": "You are due to leave on {value}.",
            "past": "You were due to leave on {value}. Ask {ask} about this.",
        },
        shown=FAMILY,
    )
    late_date = day(
        "What is the late release date, if there is one?",
        label="Late release date",
        optional=True,
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
    )
    granted_date = day(
        "Which release date was granted, if one was?",
        label="Release date granted",
        optional=True,
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
        child={
            "given": "You are due to leave on {value}.",
            "past": "You were due to leave on {value}. Ask {ask} about this.",
        },
        shown=FAMILY,
    )
    end_date = day(
        "When does the order end?",
        label="Order ends",
        when=kind.other_than("remand"),
        asked=Asked.BEFORE,
        at=ALWAYS,
        child={
            "given": "Your whole sentence ends on {value}.",
            "past": "Your whole sentence ended on {value}.",
        },
        shown=FAMILY,
    )
    released_on = day(
        "When did the child leave custody?",
        past=True,
        label="Left custody",
        optional=True,
        asked=Asked.BEFORE,
        at=AT_RELEASE | AFTER_RELEASE,
        child={"given": "You are due to leave on {value}.", "past": "You left on {value}."},
        shown=FAMILY,
    )
    recalled_on = day(
        "When was the child recalled to custody, if they were?",
        label="Recalled to custody",
        optional=True,
        when=released_on.given,
        asked=Asked.BEFORE,
        at=AFTER_RELEASE,
    )
    moved_on = day(
        "On which day does the child move to another secure setting, if they do?",
        label="Move to another setting",
        optional=True,
        asked=Asked.BEFORE,
        at=REVIEW_ON,
    )
    moved_to = line(
        "Which secure setting is it?",
        label="Moves to",
        optional=True,
        when=moved_on.given,
        asked=Asked.BEFORE,
        at=REVIEW_ON,
    )

    @classmethod
    def faults(cls, plan: "Plan") -> dict[str, str]:
        """Dates out of their order: each comes on or after the one before it."""
        in_order = (cls.sentenced_on, cls.early_date, cls.middle_date, cls.late_date, cls.end_date)
        given = [(fact, day) for fact in in_order if (day := plan.answer(fact.key).value) is not None]
        return {
            later.key: f"This is before “{earlier.label}”, {in_full(before)}. Please check both."
            for (earlier, before), (later, day) in pairwise(given)
            if day < before
        }
