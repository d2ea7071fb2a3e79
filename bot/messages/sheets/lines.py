"""What a sheet says of one fact, made from the words that the fact has for the child."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Pictured
from bot.messages.sheets.held_back import address_is_held_back
from bot.messages.sheets.language import ENGLISH, Language, Value
from bot.messages.sheets.leaving import leaving_day
from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.pictures import picture_of
from bot.messages.sheets.readers import CHILD
from planning_rules.ages import birthday
from planning_rules.facts.answers import Answer
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.home import Home
from planning_rules.facts.kinds import OnePerson
from planning_rules.facts.turning_18 import ADULT
from planning_rules.plan import Plan

# Of several answers only the one that goes furthest is news.
_FURTHEST_ONLY = (Education.done_so_far,)
# An earlier day could be read as the day on which one goes there.
_HOME_READY = "Your home is ready for the day you leave."
# Said once the child is 18, in place of what was said before.
_NOW_18 = {
    "There is a plan for who helps you when you are 18.": (
        "There is a plan for who helps you now that you are 18."
    ),
    "We still need to plan who helps you when you are 18.": (
        "We still need to plan who helps you now that you are 18."
    ),
    "We do not know yet who will help you when you are 18.": (
        "We do not know yet who helps you now that you are 18."
    ),
}
ASK_ABOUT_THIS = "Ask {ask} about this."
# By another, and by the child.
_FINDS_OUT = ("{who} will find out.", "You will find out.")
_FINDS_OUT_BY = ("{who} will find out by {day}.", "You will find out by {day}.")
_WAS_TO_FIND_OUT = (
    "{who} was going to find out by {day}. Ask {ask}.",
    "You were going to find out by {day}. Ask {ask}.",
)


def ideas(plan: Plan, fact: Fact[Any], day: date, language: Language = ENGLISH) -> Iterator[Pictured]:
    """What is known about one fact, each idea with its picture."""
    yield from (Pictured(picture_of(fact), line) for line in lines(plan, fact, day, language))


def line_by_line(plan: Plan, fact: Fact[str], day: date, language: Language) -> Iterator[Pictured]:
    """The same where somebody typed several things: each line of it is an idea."""
    answer = plan.answer_to(fact)
    for at, line in enumerate((answer.value or "").splitlines()):
        typed = language.typed(line)
        said = [typed] if at else [language.says(one, value=typed) for one in fact.wording(answer)]
        yield from (Pictured(picture_of(fact), one) for one in said if line.strip())


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
            return [ASK_ABOUT_THIS], ""
        return fact.wording(answer, "you" if is_child(person) else ""), person.name
    if fact is Home.ready_on and _is_ready_by_then(plan):
        return [_HOME_READY], ""
    words = [_as_it_is_now(plan, one, day) for one in fact.wording(answer, _when(answer, day))]
    return words[:1] if fact in _FURTHEST_ONLY else words, _shown(fact, answer, language)


def _is_ready_by_then(plan: Plan) -> bool:
    ready, leaves = plan.home.ready_on.value, leaving_day(plan, CHILD)
    return ready is not None and leaves is not None and ready <= leaves


def _as_it_is_now(plan: Plan, said: str, day: date) -> str:
    born = plan.order.born.value
    return _NOW_18.get(said, said) if born and day >= birthday(born, ADULT) else said


def _finding_out(plan: Plan, answer: Answer[Any], day: date, language: Language) -> str:
    """Who will find out, and by when, as far as it is known."""
    who, by = helper(plan, answer.finds_out, day), answer.by
    if who is None:
        said = ASK_ABOUT_THIS
    elif by and by < day:
        said = _WAS_TO_FIND_OUT[is_child(who)]
    else:
        said = (_FINDS_OUT_BY if by else _FINDS_OUT)[is_child(who)]
    return language.says(said, who=who.name if who else "", day=by or day, ask=whom_to_ask(plan, day))


def _when(answer: Answer[Any], day: date) -> str:
    """Whether the day that is given is over or has come."""
    if not isinstance(answer.value, date):
        return ""
    return "past" if answer.value < day else "today" if answer.value == day else ""


def _shown(fact: Fact[Any], answer: Answer[Any], language: Language) -> Value:
    if isinstance(answer.value, date):
        return answer.value
    return language.typed(fact.kind.show(answer.value)) if answer.is_given else ""
