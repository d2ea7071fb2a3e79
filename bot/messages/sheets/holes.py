"""What nobody has been asked yet, and a reader would look for all the same: said, and never passed over."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Pictured
from bot.messages.sheets.leaving import is_over, waits_for_a_new_day
from bot.messages.sheets.names import next_meeting_of, whom_to_ask
from bot.messages.sheets.pictures import picture_of
from bot.messages.sheets.readers import Reader
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.home import Home
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan

_HOLES: dict[Fact[Any], str] = {
    Home.address_agreed: "We still need to write down your address.",
    Home.address: "We still need to write down your address.",
    Education.place: "We still need to write down where this is.",
    Education.starts_on: "We still need to write down the day you start.",
    ReleaseDay.way_home: "We still need to plan how you get home.",
    ReleaseDay.money: "We still need to sort out money for you.",
}
NO_WEEK = "We still need to plan your first week."
NO_RULES = "We still need to tell you the rules after you leave."
NO_RULES_NOW = "We still need to tell you the rules."
_WRITTEN_DOWN = "We wrote that down. You can say it again at the next meeting."
_WRITTEN_DOWN_ASK = "We wrote that down. Ask {ask} what happens next."


def hole(plan: Plan, fact: Fact[Any], reader: Reader, day: date) -> Iterator[Pictured]:
    """A sentence where the fact is called for and nobody was asked."""
    if not is_open(plan, fact):
        return
    said = _HOLES.get(fact, "")
    if fact is Agreement.child_answered:
        said = _WRITTEN_DOWN if next_meeting_of(plan, day) else _WRITTEN_DOWN_ASK
    if said and (fact.step is not ReleaseDay or is_to_come(plan, reader, day)):
        yield Pictured(picture_of(fact), reader.says(said, ask=whom_to_ask(plan, day)))


def is_open(plan: Plan, fact: Fact[Any]) -> bool:
    """Called for, and not asked."""
    return fact.is_called_for(plan) and not plan.answer_to(fact).is_asked


def is_to_come(plan: Plan, reader: Reader, day: date) -> bool:
    """The leaving day is not over. Of a child on remand no court has decided yet whether they leave."""
    is_known = plan.order.kind.choice != "remand" and not waits_for_a_new_day(plan)
    return is_known and not is_over(plan, reader, day)
