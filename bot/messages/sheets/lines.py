"""What a sheet says of one topic, made from the words that each fact has for the child."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Block, Pictured, Quote
from bot.messages.sheets.held_back import address_is_held_back
from bot.messages.sheets.language import ENGLISH, Language, Value
from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.pictures import picture_of
from bot.messages.sheets.readers import Reader
from planning_rules.facts.answers import Answer
from planning_rules.facts.child import Child
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.family import Family
from planning_rules.facts.home import Home
from planning_rules.facts.kinds import OnePerson
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.step import Step
from planning_rules.plan import Plan

# These stand where one looks for numbers, at the top, and in the first week.
_ELSEWHERE = (
    PlanB.call,
    Child.went_well,
    ReleaseDay.way_home,
    ReleaseDay.seen_by,
    ReleaseDay.first_week,
)
# Of several answers only the one that goes furthest is news.
_FURTHEST_ONLY = (Education.done_so_far,)
_ASK = "Ask {ask} about this."
# By another, and by the child.
_FINDS_OUT = ("{who} will find out.", "You will find out.")
_FINDS_OUT_BY = ("{who} will find out by {day}.", "You will find out by {day}.")
_WAS_TO_FIND_OUT = (
    "{who} was going to find out by {day}. Ask {ask}.",
    "You were going to find out by {day}. Ask {ask}.",
)


def topic(plan: Plan, step: type[Step], reader: Reader, day: date) -> Iterator[Block]:
    """What is known about a topic in the order asked: our sentences by idea, the child's words quoted."""
    for fact in reader.facts(step):
        answer = plan.answer_to(fact)
        if fact.quoted and answer.is_given:
            yield Quote(reader.language.typed(str(answer.value)), plan.first_name)
        elif fact not in _ELSEWHERE:
            yield from ideas(plan, fact, day, reader.language)
    if step is Family and reader.is_kept_from(step):
        says = reader.says("Ask {ask} about visits and calls.", ask=whom_to_ask(plan, day))
        yield Pictured(step.icon, says)


def ideas(plan: Plan, fact: Fact[Any], day: date, language: Language = ENGLISH) -> Iterator[Pictured]:
    """What is known about one fact, each idea with its picture."""
    yield from (Pictured(picture_of(fact), line) for line in lines(plan, fact, day, language))


def lines(plan: Plan, fact: Fact[Any], day: date, language: Language = ENGLISH) -> list[str]:
    """What is known about one fact, one idea a line."""
    answer, ask = plan.answer_to(fact), whom_to_ask(plan, day)
    if fact is Home.address and answer.is_given and address_is_held_back(plan):
        return [language.says("Ask {ask} about your address.", ask=ask)]
    words, value = _told(plan, fact, day, language)
    said = [language.says(one, value=value, ask=ask) for one in words]
    if not answer.is_not_known:
        return said
    return [f"{one} {_finding_out(plan, answer, day, language)}" for one in said]


def _told(plan: Plan, fact: Fact[Any], day: date, language: Language) -> tuple[list[str], Value]:
    """Our sentences about the answer, and what is filled in for it."""
    answer = plan.answer_to(fact)
    if isinstance(fact.kind, OnePerson) and answer.is_given:
        person = helper(plan, answer.value or "", day)
        if person is None:
            return [_ASK], ""
        return fact.wording(answer, "you" if is_child(person) else ""), person.name
    words = fact.wording(answer, "past" if _is_past(answer, day) else "")
    return words[:1] if fact in _FURTHEST_ONLY else words, _shown(fact, answer, language)


def _finding_out(plan: Plan, answer: Answer[Any], day: date, language: Language) -> str:
    """Who will find out, and by when, as far as it is known."""
    who, by = helper(plan, answer.finds_out, day), answer.by
    if who is None:
        said = _ASK
    elif by and by < day:
        said = _WAS_TO_FIND_OUT[is_child(who)]
    else:
        said = (_FINDS_OUT_BY if by else _FINDS_OUT)[is_child(who)]
    return language.says(said, who=who.name if who else "", day=by or day, ask=whom_to_ask(plan, day))


def _is_past(answer: Answer[Any], day: date) -> bool:
    return isinstance(answer.value, date) and answer.value < day


def _shown(fact: Fact[Any], answer: Answer[Any], language: Language) -> Value:
    if isinstance(answer.value, date):
        return answer.value
    return language.typed(fact.kind.show(answer.value)) if answer.is_given else ""
