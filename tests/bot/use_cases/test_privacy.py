"""Whatever is answered: no answer and no name in the living message, nothing private before other eyes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.calls import Call, read_call
from bot.conversation.heard import Outcome
from bot.render.text import document_text
from bot.use_cases.channel import feed
from bot.use_cases.handlers import NOTHING, SAID
from bot.use_cases.the_case import TheCase, the_case
from planning_rules.facts import FACTS, STEPS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.kinds import Words
from planning_rules.parts import Person
from planning_rules.refusal import Refusal
from storage import answers, cases, people
from tests.bot.core import OAK, Core, words
from tests.planning_rules.any_plan import answers as any_answer

CANARY = "Canary"
NAMED_IN_PRIVATE = re.compile(
    "mental|physical health|substance use (need|worker)|how you feel|exploit|MAPPA|self-harm|victim",
    re.IGNORECASE,
)
PRIVATE = [key for key, fact in FACTS.items() if fact.is_private]
OF_ALL = [key for key, fact in FACTS.items() if not fact.each_adult]
FIXED = re.compile(
    r"(First planning|Review) meeting|Meeting (before|after) release|Open |Gaps|Actions|Check and finish|"
    r"Room view|\d+|of|left|them|urgent|to do|later?|answered|Coming|tomorrow|in|days?|and|"
    r"gaps?|actions?|private items?|private ones not counted|questions? not asked|answers? to settle|for|"
    rf"{'|'.join(re.escape(step.title) for step in STEPS)}|Monday|March|OAK-|[^\w]+"
)
WITH_PRIVATE = [step.key for step in STEPS if step.has_private()]
SLOW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def some_of(keys: list[str]) -> st.SearchStrategy[dict[str, Answer[Any]]]:
    """Any answers to some of these questions, each text of them a canary."""
    chosen = st.sets(st.sampled_from(keys), min_size=1)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries({key: any_answer(key).map(marked) for key in some})
    )


def marked(answer: Answer[Any]) -> Answer[Any]:
    typed = isinstance(fact_of(answer.fact).kind, Words) and answer.value
    return replace(answer, value=CANARY if typed else answer.value, reason=answer.reason and CANARY)


class _Undone(Exception):
    pass


@contextmanager
def answered(core: Core, who: str, given: dict[str, Answer[Any]]) -> Iterator[TheCase]:
    """The case for somebody with these answers, in a meeting. Nothing of it is kept."""
    try:
        with core.store.transaction() as tx:
            turn = core.turn(tx, who)
            case = cases.by_reference(tx, OAK)
            assert case
            for key, answer in given.items():
                of = "review" if fact_of(key).each_meeting else None
                answers.record(tx, case.id, of, answer, account_id=turn.account.id, at=turn.now, version=9)
            found = the_case(turn, OAK)
            assert isinstance(found, TheCase)
            yield found
            raise _Undone
    except _Undone:
        pass


def shown_to(found: TheCase, text: str) -> str:
    call = read_call(text)
    assert isinstance(call, Call)
    answer = SAID[call.name].run(found.turn, call, NOTHING)
    if isinstance(answer, Refusal):
        return answer.sentence
    return words(answer if isinstance(answer, Outcome) else Outcome((answer,)))


def with_canaries_for_names(core: Core) -> None:
    with core.case() as found:
        for one in found.named:
            person: Person = replace(one.person, name=CANARY, organisation=CANARY, phone=CANARY)
            people.change(found.turn.tx, replace(one, person=person))


@SLOW
@given(some_of(OF_ALL))
def test_the_living_message_has_counts_and_never_an_answer_or_a_name(
    core: Core, given: dict[str, Answer[Any]]
) -> None:
    if not core.feed("Sam"):
        core.says("Sam", f"meet {OAK}")
        with_canaries_for_names(core)
    with answered(core, "Alex", given) as found:
        (post,) = feed(found.turn, OAK)
        text = document_text(post.document)
        assert not FIXED.sub("", text.replace("2026", "")), text


@SLOW
@given(some_of(PRIVATE))
def test_nothing_private_is_shown_to_whoever_is_not_named_for_it(
    core: Core, given: dict[str, Answer[Any]]
) -> None:
    core.says("Sam", f"meet {OAK}")
    with answered(core, "Morgan", given) as found:
        for text in LOOKS:
            shown = shown_to(found, text.replace("REF", OAK))
            assert CANARY not in shown, text
            assert not NAMED_IN_PRIVATE.search(shown), text
        # Looking back is asked after release only.
        assert found.hidden == len(WITH_PRIVATE) - 1


LOOKS = [
    *(
        "list",
        "case REF",
        "people REF",
        "gaps REF",
        "all REF",
        "actions REF",
        "finish REF",
        "minutes REF",
        "room REF",
        "step REF plan_b",
    ),
    *(f"{name} REF {step}" for step in WITH_PRIVATE for name in ("step", "change", "private")),
    *("ready REF child", "ready REF adult:mum", "paper REF"),
    *(f"paper REF {step}{private}" for step in WITH_PRIVATE for private in ("", " private")),
    *("why REF HLT02", "make REF HLT02", "why REF RSK10", "make REF RSK10"),
    *("sheet REF child", "sheet REF worker", "sheet REF adult:mum", "share REF child"),
]


@SLOW
@given(some_of(PRIVATE))
def test_whoever_is_named_for_it_finds_every_private_answer(
    core: Core, given: dict[str, Answer[Any]]
) -> None:
    with answered(core, "Sam", given) as found:
        typed = [one for one in given.values() if one.value == CANARY and found.plan.answer(one.fact) == one]
        called_for = [one for one in typed if fact_of(one.fact).is_called_for(found.plan)]
        assert (CANARY in shown_to(found, f"sheet {OAK} worker")) or not called_for
        assert found.hidden == 0
