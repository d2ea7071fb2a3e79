"""How the dates read: to the child, and to an adult who is told of the child."""

from datetime import date

from bot.messages.sheets.leaving import leaving_day, waits_for_a_new_day
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import child_called, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Audience, Fact
from planning_rules.facts.order import Order
from planning_rules.plan import Plan
from planning_rules.working_days import is_bank_holiday, is_working_day

_DUE = {
    "given": "{child} is due to leave on {day}.",
    "today": "{child} is due to leave today, {day}.",
    "past": "{child} was due to leave on {day}. Ask {ask} about this.",
}
_DUE_TO_LEAVE = (Order.middle_date, Order.granted_date, Order.released_on)
# After release a child stays under supervision until these end, and does not go back for that.
_SUPERVISED = ("dto", "long")
# To the child, and to family: before release and since.
_STILL_ON_IT = {
    False: (
        "After you leave, you are still on your sentence until {day}.",
        "You are still on your sentence until {day}.",
    ),
    True: (
        "After that, {child} is still on the sentence until {day}.",
        "{child} is still on the sentence until {day}.",
    ),
}
# Said where the day of the meeting that was booked has passed.
_TO_BE_TOLD = (
    "We still need to tell you when the next meeting about {child} is.",
    "We still need to tell you when we meet next.",
)
# To family, and to the child: no date is recorded, and that on remand there is none.
_NONE_YET = {
    False: ("We do not have the dates yet. Ask {ask}.", "We do not have your dates yet. Ask {ask}."),
    True: (
        "A court has not decided yet when {child} can leave. Ask {ask} about the dates.",
        "A court has not decided yet when you can leave. Ask {ask} about your dates.",
    ),
}
_NO_NEW_DAY = (
    "We do not know yet when {child} can leave again. Ask {ask}.",
    "We do not know yet when you can leave again. Ask {ask}.",
)
# To an adult, where the child's own words stand beside the fact.
_OF_THE_CHILD: dict[Fact[date], dict[str, str]] = {
    Order.sentenced_on: {"given": "{child}'s sentence began on {day}."},
    Order.early_date: {
        "given": "The first day {child} could leave is {day}. This is not a promise.",
        "past": "",
    },
    Order.middle_date: _DUE,
    Order.granted_date: _DUE,
    Order.released_on: {**_DUE, "past": "{child} left on {day}."},
    Order.recalled_on: {"given": "{child} had to go back (recall) on {day}."},
    Order.end_date: {
        "given": "{child}'s whole sentence ends on {day}.",
        "today": "{child}'s whole sentence ends today, {day}.",
        "past": "{child}'s whole sentence ended on {day}.",
    },
}


def is_told_of_the_child(reader: Reader) -> bool:
    """True of an adult at home. A shared room's sheet is written to the child."""
    return reader.audience is Audience.FAMILY


def of_date(plan: Plan, fact: Fact[date], on: date, reader: Reader, day: date) -> str:
    """What this reader is told of a date that is given; "" where nothing is."""
    if fact is Order.end_date and (goes_on := _goes_on(plan, on, reader, day)):
        return goes_on
    if is_told_of_the_child(reader):
        words, ask = _OF_THE_CHILD[fact], whom_to_ask(plan, day)
        said = words.get("past" if on < day else "today" if on == day else "given", words["given"])
        says = reader.says(said, child=child_called(plan), day=on, ask=ask) if said else ""
    else:
        says = " ".join(lines(plan, fact, day, reader.language))
    may_change = _may_change(plan, fact, on, day)
    also = reader.says(may_change, ask=whom_to_ask(plan, day)) if may_change else ""
    return " ".join(filter(None, (says, also))) if says else ""


def _goes_on(plan: Plan, ends: date, reader: Reader, day: date) -> str:
    """Said of the end while the part after release is to come or lasts; "" where there is none."""
    leaves = leaving_day(plan, reader)
    if leaves is None or plan.order.kind.choice not in _SUPERVISED or not max(leaves, day) < ends:
        return ""
    before, since = _STILL_ON_IT[is_told_of_the_child(reader)]
    return reader.says(before if day <= leaves else since, child=child_called(plan), day=ends)


def _may_change(plan: Plan, fact: Fact[date], on: date, day: date) -> str:
    """What stands after a day on which the child is due to leave, where that may become another."""
    if on <= day or fact not in _DUE_TO_LEAVE:
        return ""
    nation = plan.order.nation.choice
    if is_bank_holiday(on, nation):
        return "That is a bank holiday, so the day can change. Ask {ask}."
    if not is_working_day(on, nation):
        return "That is at a weekend, so the day can change. Ask {ask}."
    early = plan.order.early_date.value
    may_be_earlier = fact is Order.middle_date and early is not None and early >= day
    return "The day can change. Ask {ask}." if may_be_earlier else ""


def being_checked(plan: Plan, reader: Reader, day: date) -> str:
    """Said while custody's dates are not those that follow from the order."""
    to_child = "We are checking the day you leave. Ask {ask}."
    said = "We are checking the day {child} leaves. Ask {ask}." if is_told_of_the_child(reader) else to_child
    return reader.says(said, child=child_called(plan), ask=whom_to_ask(plan, day))


def next_meeting(on: date, reader: Reader, day: date) -> str:
    if is_told_of_the_child(reader):
        said = "The next meeting is today, {day}." if on == day else "The next meeting is on {day}."
    else:
        said = "Your next meeting is today, {day}." if on == day else "Your next meeting is on {day}."
    return reader.says(said, day=on)


def to_be_told(plan: Plan, reader: Reader) -> str:
    to_family, to_child = _TO_BE_TOLD
    return reader.says(to_family if is_told_of_the_child(reader) else to_child, child=child_called(plan))


def no_dates(plan: Plan, reader: Reader, day: date) -> str:
    """Said where none is recorded, or none that stands after a recall."""
    none = _NONE_YET[plan.order.kind.choice == "remand"]
    to_family, to_child = _NO_NEW_DAY if waits_for_a_new_day(plan) else none
    said = to_family if is_told_of_the_child(reader) else to_child
    return reader.says(said, child=child_called(plan), ask=whom_to_ask(plan, day))


def line_title(plan: Plan, reader: Reader) -> str:
    """Over the picture."""
    if is_told_of_the_child(reader):
        return reader.says("{child}'s sentence as a line", child=child_called(plan))
    return reader.says("Your sentence as a line")
