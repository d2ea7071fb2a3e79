"""What a sheet says of one topic, made from the words that each fact has for the child."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Block, Bullets, Quote
from bot.messages.sheets.held_back import address_is_held_back
from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.answers import Answer
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.family import Family
from planning_rules.facts.home import Home
from planning_rules.facts.kinds import OnePerson
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.step import Step
from planning_rules.plan import Plan

# Whom to call at any time stands where one looks for numbers.
_ELSEWHERE = (PlanB.call,)
# Of several answers only the one that goes furthest is news.
_FURTHEST_ONLY = (Education.done_so_far,)


def topic(plan: Plan, step: type[Step], reader: Reader, day: date) -> Iterator[Block]:
    """What is known about a topic in the order asked: our sentences in lists, the child's words quoted."""
    found: list[str] = []
    for fact in reader.facts(step):
        answer = plan.answer_to(fact)
        if fact.quoted and answer.is_given:
            yield from _bullets(found)
            found = []
            yield Quote(str(answer.value), plan.first_name)
        elif fact not in _ELSEWHERE:
            found += lines(plan, fact, day)
    if step is Family and reader.is_kept_from(step):
        found.append(f"Ask {whom_to_ask(plan, day)} about visits and calls.")
    yield from _bullets(found)


def lines(plan: Plan, fact: Fact[Any], day: date) -> list[str]:
    """What is known about one fact, one idea a line."""
    answer, ask = plan.answer_to(fact), whom_to_ask(plan, day)
    if fact is Home.address and answer.is_given and address_is_held_back(plan):
        return [f"Ask {ask} about your address."]
    if not (isinstance(fact.kind, OnePerson) and answer.is_given):
        case = "past" if _is_past(answer, day) else ""
        said = _filled(fact.wording(answer, case), _shown(fact, answer), ask)
    elif person := helper(plan, answer.value or "", day):
        said = _filled(fact.wording(answer, "you" if is_child(person) else ""), person.name, ask)
    else:
        said = [f"Ask {ask} about this."]
    said = said[:1] if fact in _FURTHEST_ONLY else said
    return [f"{one} {_finding_out(plan, answer, day)}" for one in said] if answer.is_not_known else said


def _filled(words: list[str], value: str, ask: str) -> list[str]:
    """All at once, so that nothing in what was typed is taken for ours."""
    by_name = {"{value}": value, "{ask}": ask}
    return [re.sub(r"\{value\}|\{ask\}", lambda found: by_name[found[0]], one) for one in words]


def _finding_out(plan: Plan, answer: Answer[Any], day: date) -> str:
    """Who will find out, and by when, as far as it is known."""
    who, ask = helper(plan, answer.finds_out, day), whom_to_ask(plan, day)
    if who is None:
        return f"Ask {ask} about this."
    name, were = ("You", "were") if is_child(who) else (who.name, "was")
    by = f" by {in_full(answer.by)}" if answer.by else ""
    if answer.by and answer.by < day:
        return f"{name} {were} going to find out{by}. Ask {ask}."
    return f"{name} will find out{by}."


def _is_past(answer: Answer[Any], day: date) -> bool:
    return isinstance(answer.value, date) and answer.value < day


def _shown(fact: Fact[Any], answer: Answer[Any]) -> str:
    return fact.kind.show(answer.value) if answer.is_given else ""


def _bullets(found: list[str]) -> Iterator[Bullets]:
    if found:
        yield Bullets(tuple(found))
