"""The sentences of one topic, made from the words that each fact has for the child."""

from dataclasses import replace
from typing import Any

from bot.messages.document import Quote
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import OnePerson
from planning_rules.facts.step import Step
from planning_rules.plan import Plan


def lines(plan: Plan, step: type[Step], reader: Reader) -> tuple[str, ...]:
    """What is known about this topic, one idea a line, in the order in which it was asked."""
    called_for = [fact for fact in reader.sentences(step) if fact.is_called_for(plan)]
    said = (_line(plan, fact, plan.answer(fact.key)) for fact in called_for)
    return tuple(line for line in said if line)


def quotes(plan: Plan, step: type[Step], reader: Reader) -> tuple[Quote, ...]:
    """The child's own words about this topic."""
    called_for = [fact for fact in reader.quotes(step) if fact.is_called_for(plan)]
    said = (plan.answer(fact.key).value for fact in called_for)
    return tuple(Quote(words, plan.first_name) for words in said if words)


def finding_out(plan: Plan, answer: Answer[Any]) -> str:
    """Who will find out, and by when, as far as it is known."""
    who = name_of(plan, answer.finds_out) or "Somebody"
    return f"{who} will find out by {in_full(answer.by)}." if answer.by else f"{who} will find out."


def name_of(plan: Plan, person_id: str) -> str:
    """The name of somebody on the case, or "" where that id is nobody's."""
    person = plan.person(person_id)
    return person.name if person else ""


def nothing_yet(plan: Plan) -> str:
    """What stands under a heading that has nothing to say: the same whether it is not known or not shown."""
    return f"There is nothing here yet. Ask {whom_to_ask(plan)} about it."


def whom_to_ask(plan: Plan) -> str:
    """The worker in the lead, else any worker, else whoever works with the child."""
    workers = [person for person in plan.people if person.is_professional]
    lead = next((person for person in workers if person.lead), workers[0] if workers else None)
    return lead.name if lead else "your worker"


def _line(plan: Plan, fact: Fact[Any], answer: Answer[Any]) -> str:
    said = fact.reading(_named(plan, fact, answer))
    if answer.state is not State.NOT_KNOWN or not said:
        return said
    if "{who}" in said or "{by}" in said:
        by = in_full(answer.by) if answer.by else "the next meeting"
        return said.replace("{who}", name_of(plan, answer.finds_out) or "Somebody").replace("{by}", by)
    return f"{said} {finding_out(plan, answer)}"


def _named(plan: Plan, fact: Fact[Any], answer: Answer[Any]) -> Answer[Any]:
    """The answer with a person's name where it keeps an id."""
    if isinstance(fact.kind, OnePerson) and answer.value:
        return replace(answer, value=plan.called(answer.value))
    return answer
