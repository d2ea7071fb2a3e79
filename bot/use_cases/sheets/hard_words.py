"""Hard words on a plan sheet: marked where a worker previews it, and kept where they are wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages.acts import Act
from bot.messages.document import Block
from bot.messages.form import Form
from bot.messages.handing_out import hard_words as say
from bot.messages.handing_out.hard_words import Hard
from bot.messages.sheets.readers import CHILD, Reader, reader_for
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.saving import record
from bot.use_cases.the_case import TheCase
from planning_rules.behind import any_private, behind_action
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Fact
from planning_rules.plain_english.on_sheets import (
    READ_BY_CHILD,
    confirmed,
    hard_in,
    hard_in_action,
    wanted_on,
)
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal


def marked(case: TheCase, reader: str) -> Sequence[Block]:
    """For the preview of a sheet: what is hard to read in what workers typed for it."""
    kind, _, adult = reader.partition(":")
    person = case.plan.person(adult)
    reads = CHILD if kind == "child" else reader_for(person, case.plan) if person else None
    found = _hard(case, reads, wanted_on(case.plan)) if reads else []
    return tuple(say.marked(found, case.reference, case.may(Act.ANSWER)))


@said("words", act=Act.ANSWER)
def ask_which_to_keep(case: TheCase, call: Call) -> Answered:
    """Ask which hard words are wanted as they are."""
    return _form(case)


@filled("words", act=Act.ANSWER)
def keep(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep the words that are wanted: they are not marked again in this case."""
    form = _form(case)
    if isinstance(form, Refusal):
        return form
    read = read_form(form, typed.values, case.today)
    if isinstance(read, Form):
        return read
    record(case, _answer(case, read["words"]))
    return Outcome((say.kept_words(case.reference, read["words"]),), reference=case.reference)


def _answer(case: TheCase, words: Sequence[str]) -> Answer[str]:
    none: Answer[str] = Answer(
        State.DOES_NOT_APPLY,
        reason=say.NONE_WANTED,
        typed_by=case.me.id,
        on=case.today,
        fact=Agreement.hard_words.key,
    )
    return replace(none, state=State.GIVEN, value="\n".join(words), reason="") if words else none


def _form(case: TheCase) -> Form | Refusal:
    """With every word that was kept, and those that stand where all workers on the case can read them."""
    kept = sorted(confirmed(case.plan))
    found = _hard(case, CHILD, wanted_on(case.plan))
    words = dict.fromkeys((*kept, *say.words_in([one for one in found if not one.is_private])))
    if not words:
        return say.none_to_keep(case.reference)
    return say.words_form(case.reference, tuple(words), kept, case.case.version)


def _hard(case: TheCase, reader: Reader, wanted: frozenset[str]) -> list[Hard]:
    """Without what is closed to whoever previews it."""
    return [hard for facts, hard in _in_plan(case.plan, reader, wanted) if case.sees_behind(facts)]


def _in_plan(
    plan: Plan, reader: Reader, wanted: frozenset[str]
) -> Iterator[tuple[Sequence[Fact[Any]], Hard]]:
    """Everything that is hard for this reader, with the facts that it gives away."""
    for fact in filter(reader.may_read, READ_BY_CHILD):
        for mark in hard_in(plan, plan.answer_to(fact), wanted):
            yield [fact], Hard(fact.label, mark, fact.is_private)
    for action in plan.actions:
        behind = behind_action(action)
        for mark in hard_in_action(plan, action, wanted) if reader.may_read_action(action, plan) else ():
            yield behind, Hard(action.id, mark, any_private(behind))
