"""A fact becomes a form, and the form that comes back becomes the same answer again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.step_form import fields_for, read_answers
from bot.messages.form import Control, Form
from bot.messages.meeting.questions import OTHERWISE
from planning_rules.facts import FACTS
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.home import Home
from planning_rules.facts.kinds import Count, OnePerson, Ticks, Words
from planning_rules.facts.question import Question
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from tests.planning_rules.any_plan import answers, days

PLAN = Plan(
    people=(
        Person("child", "The child", Role.CHILD),
        Person("mum", "Mum", Role.PARENT),
        Person("sam", "Sam", Role.YOT),
        Person("morgan", "Morgan", Role.MANAGER),
    )
)
QUESTIONS = {key: Question(fact, "mum" if fact.each_adult else "") for key, fact in FACTS.items()}
FEW = settings(max_examples=20)
ANY = st.text(st.characters(codec=None), max_size=30) | st.sampled_from(list(OTHERWISE))


def form_for(question: Question, plan: Plan = PLAN) -> Form:
    return Form("", "", tuple(fields_for(question, plan, redraws=False)))


def read(question: Question, values: dict[str, str], plan: Plan = PLAN) -> tuple[Any, dict[str, str]]:
    found, errors = read_answers([question], values, plan, date(1900, 1, 1))
    return found.get(question.key), errors


@st.composite
def answer_to(draw: st.DrawFn, question: Question) -> Answer[Any]:
    """Any answer that a form can give."""
    answer = draw(answers(question.key))
    if answer.state is State.NOT_KNOWN:
        return replace(answer, finds_out=draw(st.sampled_from(["sam", "morgan"])), by=draw(days))
    if answer.state is not State.GIVEN:
        return answer
    kind, value = question.fact.kind, answer.value
    if isinstance(kind, OnePerson):
        return replace(answer, value=draw(st.sampled_from([person.id for person in PLAN.people])))
    if isinstance(kind, Ticks):
        return replace(answer, value=value or (next(iter(kind.options)),))
    return replace(answer, value=kind.parse(str(value))) if isinstance(kind, Words) else answer


@pytest.mark.parametrize("key", FACTS)
@FEW
@given(st.data())
def test_the_form_of_a_fact_reads_back_as_its_answer(key: str, data: st.DataObject) -> None:
    question = QUESTIONS[key]
    answer = data.draw(answer_to(question))
    form = form_for(question, PLAN.with_answers({question.key: answer}))
    again, errors = read(question, {field.name: field.value for field in form.shown})
    assert not errors
    assert again.says_the_same_as(answer)
    assert again.fact == question.key


@pytest.mark.parametrize("key", FACTS)
def test_an_empty_form_answers_nothing(key: str) -> None:
    form = form_for(QUESTIONS[key])
    assert read(QUESTIONS[key], {field.name: field.value for field in form.fields}) == (None, {})


@pytest.mark.parametrize("key", FACTS)
@FEW
@given(st.data())
def test_whatever_comes_back_is_an_answer_nothing_or_an_error_beside_a_field(
    key: str, data: st.DataObject
) -> None:
    form = form_for(QUESTIONS[key])
    names = [field.name for field in form.fields]
    values = data.draw(st.dictionaries(st.sampled_from(names), ANY))
    answer, errors = read(QUESTIONS[key], values)
    assert set(errors) <= set(names)
    assert answer is None or not errors
    for sentence in errors.values():
        assert sentence.endswith((".", "?")), sentence


@pytest.mark.parametrize("key", FACTS)
def test_not_known_needs_who_finds_out_and_by_when(key: str) -> None:
    question = QUESTIONS[key]
    decides = "" if form_for(question).fields[0].control in (Control.RADIO, Control.SELECT) else "#or"
    values = {f"{question.key}{decides}": "not known"}
    assert set(read(question, values)[1]) == {f"{question.key}#who", f"{question.key}#by"}
    values |= {f"{question.key}#who": "nobody", f"{question.key}#by": "31/4/2026"}
    assert "has no day 31" in read(question, values)[1][f"{question.key}#by"]
    values |= {f"{question.key}#who": "sam", f"{question.key}#by": "30/4/2026"}
    answer, _ = read(question, values)
    assert (answer.state, answer.finds_out, answer.by) == (State.NOT_KNOWN, "sam", date(2026, 4, 30))


@pytest.mark.parametrize("key", FACTS)
def test_every_question_may_be_declined_or_not_apply_with_a_reason(key: str) -> None:
    question = QUESTIONS[key]
    decides = "" if form_for(question).fields[0].control in (Control.RADIO, Control.SELECT) else "#or"
    name = f"{question.key}{decides}"
    assert read(question, {name: "declined"})[0].state is State.DECLINED
    assert set(read(question, {name: "does not apply"})[1]) == {f"{question.key}#why"}
    answer, _ = read(question, {name: "does not apply", f"{question.key}#why": "Lives abroad"})
    assert (answer.state, answer.reason) == (State.DOES_NOT_APPLY, "Lives abroad")


def test_the_follow_ups_of_not_known_are_shown_only_then_and_name_workers_only() -> None:
    form = form_for(Question(Home.address_agreed))
    assert [field.name for field in form.shown] == ["home.address_agreed"]
    unknown = form.filled({"home.address_agreed": "not known"})
    assert [field.name for field in unknown.shown][1:] == [
        "home.address_agreed#who",
        "home.address_agreed#by",
    ]
    assert dict(unknown.shown[1].options) == {"sam": "Sam", "morgan": "Morgan"}


def test_before_anybody_is_on_the_case_a_question_stands_alone() -> None:
    for question in QUESTIONS.values():
        assert len(fields_for(question, Plan(), redraws=False)) == 1


def test_somebody_who_is_not_on_the_case_is_no_answer() -> None:
    assert read(QUESTIONS["home.next_step_by"], {"home.next_step_by": "nan"})[1] == {
        "home.next_step_by": "Please choose somebody who is on the case."
    }


@pytest.mark.parametrize("typed", ["-1", "1.5", "1e3", "٣", "10000", "three", "9" * 30])
def test_what_is_no_count_is_asked_again(typed: str) -> None:
    assert isinstance(Count(unit="miles", most=999).parse(typed), Refusal)
    assert (
        "whole number of miles"
        in read(QUESTIONS["family.miles_from_home"], {"family.miles_from_home": typed})[1][
            "family.miles_from_home"
        ]
    )
