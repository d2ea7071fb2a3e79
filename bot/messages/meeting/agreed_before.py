"""Whether child and adults agreed with each version of the plan: the next meeting hides none of it."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.document import Block, Heading, Pairs
from bot.messages.meeting.meeting import TITLES
from bot.messages.reading import answer_in_words
from planning_rules.dates import in_full
from planning_rules.facts.agreement import Agreement
from planning_rules.plan import Plan


def agreed_before(kept: Sequence[Plan]) -> Iterator[Block]:
    """`kept` are the plans as each meeting left them, the first first."""
    held = [(plan.meeting, plan) for plan in kept if plan.meeting]
    told = [(f"{TITLES[of.kind]}, {in_full(of.on)}", "\n".join(_said(plan, of.on))) for of, plan in held]
    if asked := tuple((label, said) for label, said in told if said):
        yield Heading("Who agreed with each version", "message-circle")
        yield Pairs(asked)


def _said(plan: Plan, on: date) -> Iterator[str]:
    for question in plan.questions(on, Agreement):
        answer = question.answer(plan)
        if answer.is_asked and question.fact.each_meeting:
            words = answer_in_words(answer, plan)
            own = question.fact.quoted and answer.is_given
            yield f"{question.label(plan)}: {f'“{words}”' if own else words}"
