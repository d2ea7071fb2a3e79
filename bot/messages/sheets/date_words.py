"""How the dates read: to the child, and to an adult who is told of the child."""

from datetime import date

from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import child_called, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.fact import Audience, Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.working_days import is_bank_holiday, is_working_day

_DUE = {
    "given": "{child} is due to leave on {value}.",
    "past": "{child} was due to leave on {value}. Ask {ask} about this.",
}
_DUE_TO_LEAVE = (Order.middle_date, Order.granted_date, Order.released_on)
# Said where the day of the meeting that was booked has passed.
TO_BE_TOLD = "We still need to tell you when we meet next."
# To an adult, where the child's own words stand beside the fact.
_OF_THE_CHILD: dict[Fact[date], dict[str, str]] = {
    Order.sentenced_on: {"given": "{child}'s sentence began on {value}."},
    Order.early_date: {
        "given": "The first day {child} could leave is {value}. This is not a promise.",
        "past": "",
    },
    Order.middle_date: _DUE,
    Order.granted_date: _DUE,
    Order.released_on: {**_DUE, "past": "{child} left on {value}."},
    Order.end_date: {
        "given": "{child}'s whole sentence ends on {value}.",
        "past": "{child}'s whole sentence ended on {value}.",
    },
}


def is_told_of_the_child(reader: Reader) -> bool:
    """True of an adult at home. A shared room's sheet is written to the child."""
    return reader.audience is Audience.FAMILY


def of_date(plan: Plan, fact: Fact[date], on: date, reader: Reader, day: date) -> str:
    """What this reader is told of a date that is given; "" where nothing is."""
    if is_told_of_the_child(reader):
        words, value = _OF_THE_CHILD[fact], in_full(on)
        said = words.get("past", words["given"]) if on < day else words["given"]
        says = _begun(said.format(child=child_called(plan), value=value, ask=whom_to_ask(plan, day)))
    else:
        says = " ".join(lines(plan, fact, day))
    return " ".join(filter(None, (says, _may_change(plan, fact, on, day)))) if says else ""


def _may_change(plan: Plan, fact: Fact[date], on: date, day: date) -> str:
    """What stands after a day on which the child is due to leave, where that may become another."""
    if on < day or fact not in _DUE_TO_LEAVE:
        return ""
    nation, ask = plan.order.nation.choice, f"Ask {whom_to_ask(plan, day)}."
    if is_bank_holiday(on, nation):
        return f"That is a bank holiday, so the day can change. {ask}"
    if not is_working_day(on, nation):
        return f"That is at a weekend, so the day can change. {ask}"
    early = plan.order.early_date.value
    may_be_earlier = fact is Order.middle_date and early is not None and early >= day
    return f"The day can change. {ask}" if may_be_earlier else ""


def being_checked(plan: Plan, reader: Reader, day: date) -> str:
    """Said while custody's dates are not those that follow from the order."""
    leaves = f"{child_called(plan)} leaves" if is_told_of_the_child(reader) else "you leave"
    return f"We are checking the day {leaves}. Ask {whom_to_ask(plan, day)}."


def next_meeting(on: date, reader: Reader, day: date) -> str:
    whose = "The" if is_told_of_the_child(reader) else "Your"
    return f"{whose} next meeting is {'today,' if on == day else 'on'} {in_full(on)}."


def no_dates(plan: Plan, reader: Reader, day: date) -> str:
    """Said where none is recorded."""
    ask, of_child = whom_to_ask(plan, day), is_told_of_the_child(reader)
    if plan.order.kind.choice == "remand":
        whose, who = ("the", child_called(plan)) if of_child else ("your", "you")
        return f"A court has not decided yet when {who} can leave. Ask {ask} about {whose} dates."
    return f"We do not have {'the' if of_child else 'your'} dates yet. Ask {ask}."


def line_title(plan: Plan, reader: Reader) -> str:
    """Over the picture."""
    whose = f"{child_called(plan)}'s" if is_told_of_the_child(reader) else "your"
    return _begun(f"{whose} sentence as a line")


def _begun(words: str) -> str:
    """With a capital letter, as "the child" may come first."""
    return words[:1].upper() + words[1:]
