"""The order and its dates: entered once when the case begins, then only when they change."""

from typing import TYPE_CHECKING

from planning_rules.facts import turning_18
from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import FAMILY, Asked, choice, count, day, line, ticks, yes_no
from planning_rules.facts.out_of_order import out_of_order, outside_window
from planning_rules.facts.shared import AskedAt, CalledFor
from planning_rules.facts.step import Step
from planning_rules.stages import AFTER_RELEASE, ALWAYS, AT_RELEASE, REVIEW_ON

if TYPE_CHECKING:
    from planning_rules.plan import Plan

_ALWAYS = AskedAt(asked=Asked.BEFORE, at=ALWAYS)
_FROM_REVIEW = AskedAt(asked=Asked.BEFORE, at=REVIEW_ON)


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
        **_ALWAYS,
    )
    setting = line("Which secure setting is the child in?", label="Secure setting", **_ALWAYS)
    born = day(
        "When was the child born?", past=True, label="Date of birth", optional=True, asked=Asked.BEFORE
    )
    kind = choice(
        "What kind of order is it?",
        {"dto": "Detention and Training Order", "remand": "Remand", "long": "Section 250, 259 or life"},
        label="Kind of order",
        **_ALWAYS,
    )
    _sentenced = CalledFor(when=kind.other_than("remand"), asked=Asked.BEFORE, at=ALWAYS)
    _dto = CalledFor(when=kind.among("dto"), asked=Asked.BEFORE, at=ALWAYS)
    sentenced_on = day(
        "When was the child sentenced?",
        past=True,
        label="Sentenced",
        **_sentenced,
        child={"given": "Your sentence began on {value}."},
    )
    term_months = count(
        "How many months is the order?", unit="months", most=999, label="Length", **_sentenced
    )
    credit_days = count(
        "How many days served before sentence count towards the order?",
        unit="days",
        most=999,
        label="Days that count already",
        help="Days on remand, and days on tagged bail that the court counted. Ask the secure setting.",
        **_dto,
    )
    other_sentences = yes_no(
        "Does the child have another order or sentence beside this one?",
        label="Another order or sentence",
        optional=True,
        **_dto,
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
        **_sentenced,
        child={"given": "The first day you could leave is {value}. This is not a promise.", "past": ""},
        shown=FAMILY,
    )
    early_release_sought = yes_no(
        "Is early release sought?", label="Early release sought", when=early_date.given, **_FROM_REVIEW
    )
    health_ready_early = yes_no(
        "Is health care after release in place for the early date?",
        label="Health care for early release",
        help="Asked about every child, so that it gives no need away.",
        **_FROM_REVIEW,
        when=early_release_sought.yes,
    )
    middle_date = day(
        "What is the middle date, when release is due?",
        label="Middle date",
        help="Use the date that the secure setting gave.",
        **_sentenced,
        child={
            "given": "You are due to leave on {value}.",
            "today": "You are due to leave today, {value}.",
            "past": "You were due to leave on {value}. Ask {ask} about this.",
        },
        shown=FAMILY,
    )
    late_date = day(
        "What is the late release date, if there is one?",
        label="Late release date",
        optional=True,
        **_sentenced,
    )
    granted_date = day(
        "Which release date was granted, if one was?",
        label="Release date granted",
        optional=True,
        **_sentenced,
        child={
            "given": "You are due to leave on {value}.",
            "today": "You are due to leave today, {value}.",
            "past": "You were due to leave on {value}. Ask {ask} about this.",
        },
        shown=FAMILY,
    )
    end_date = day(
        "When does the order end?",
        label="Order ends",
        **_sentenced,
        child={
            "given": "Your whole sentence ends on {value}.",
            "today": "Your whole sentence ends today, {value}.",
            "past": "Your whole sentence ended on {value}.",
        },
        shown=FAMILY,
    )
    _release = (granted_date, early_date, middle_date)
    released_on = day(
        "When did the child leave custody?",
        past=True,
        label="Left custody",
        optional=True,
        asked=Asked.BEFORE,
        at=AT_RELEASE | AFTER_RELEASE,
        child={
            "given": "You are due to leave on {value}.",
            "today": "You are due to leave today, {value}.",
            "past": "You left on {value}.",
        },
        shown=FAMILY,
    )
    recalled_on = day(
        "When was the child recalled to custody, if they were?",
        label="Recalled to custody",
        optional=True,
        when=released_on.given,
        asked=Asked.BEFORE,
        at=AFTER_RELEASE,
        child={"given": "You had to come back (recall) on {value}."},
        shown=FAMILY,
    )
    moved_on = day(
        "On which day does the child move to another secure setting, if they do?",
        label="Move to another setting",
        optional=True,
        **_FROM_REVIEW,
    )
    moved_to = line(
        "Which secure setting is it?",
        label="Moves to",
        optional=True,
        when=moved_on.given,
        **_FROM_REVIEW,
    )
    move_prepared = ticks(
        "What was done for the move, or for the child turning 18 in custody?",
        {
            "plan": "The plan was passed on",
            "child": "The child was told",
            "family": "The family was told, or contact with them is unsafe",
            "none": "None of these",
        },
        label="Move prepared",
        **_FROM_REVIEW,
        when=moved_on.given | Condition(turning_18.in_custody, frozenset({born, sentenced_on, *_release})),
    )

    @classmethod
    def faults(cls, plan: "Plan") -> dict[str, str]:
        """Dates that cannot all be right: out of their order, or granted outside the window."""
        in_order = (cls.sentenced_on, cls.early_date, cls.middle_date, cls.late_date, cls.end_date)
        window = outside_window(plan, cls.early_date, cls.granted_date, cls.late_date)
        return out_of_order(plan, in_order) | window
