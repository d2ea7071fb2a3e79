"""A step on paper has what its form asks and may come to ask, in the form's order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.asking import questions
from bot.conversation.on_paper import on_paper
from bot.messages.sheets.paper import OnPaper
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.stages import Stage
from tests.bot.messages.sheets.made import EMPTY, TODAY, plan_with
from tests.planning_rules.any_plan import answers

FEW = settings(max_examples=15)


def asked_of(step: type[Step], plan: Plan, now: Stage, private: bool) -> list[str]:
    return [one.key for one in questions(plan, step, frozenset({now}), TODAY, private)]


def paper_of(
    step: type[Step], plan: Plan, now: Stage = Stage.RELEASE, private: bool = False
) -> list[OnPaper]:
    stages = frozenset({now})
    asked = questions(plan, step, stages, TODAY, private)
    return on_paper(plan, asked, questions(plan, step, stages, TODAY, private, whatever_is_answered=True))


def on(step: str, fact: str, plan: Plan = EMPTY, private: bool = False) -> OnPaper:
    (found,) = (
        one for one in paper_of(_named(step), plan, private=private) if one.question.fact.name == fact
    )
    return found


def _named(step: str) -> type[Step]:
    return next(one for one in STEPS if one.key == step)


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
@FEW
@given(st.data(), st.sampled_from(Stage))
def test_whatever_is_written_on_it_all_that_the_form_then_asks_is_there_in_its_order(
    step: type[Step], private: bool, data: st.DataObject, now: Stage
) -> None:
    written = [one.question.key for one in paper_of(step, EMPTY, now, private)]
    answered = {key: data.draw(answers(key)) for key in written}
    asked = asked_of(step, EMPTY.with_answers(answered), now, private)
    assert [key for key in written if key in asked] == asked


@pytest.mark.parametrize("now", Stage)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_without_conditions_a_paper_has_exactly_the_questions_of_the_form(
    step: type[Step], now: Stage
) -> None:
    for private in (False, True):
        straight = [one.question.key for one in paper_of(step, EMPTY, now, private) if not one.after]
        assert straight == asked_of(step, EMPTY, now, private)


def test_a_question_that_follows_says_from_which_answers_to_which_question() -> None:
    difference = on("home", "difference_explained")
    assert [gate.key for gate in difference.after] == ["home.child_wants"]
    assert difference.answers == ("No, they want something else",)
    assert on("home", "address").answers == ("Yes",)
    assert on("health", "substance_worker", private=True).answers == ("Substance use",)


def test_a_question_that_follows_from_any_answer_or_from_several_names_no_answer() -> None:
    assert on("home", "next_step_by").answers == ()
    assert len(on("home", "next_step").after) == 2
    assert on("home", "child_wants").answers == ()


def test_a_question_that_nothing_on_the_paper_calls_for_is_not_on_it() -> None:
    court = "court_release_planned"
    remand, dto = plan_with(order__kind="remand"), plan_with(order__kind="dto")
    keys = {
        kind: [one.question.fact.name for one in paper_of(_named("support"), plan)]
        for kind, plan in (("remand", remand), ("dto", dto))
    }
    assert court in keys["remand"]
    assert court not in keys["dto"]


def test_nobody_is_listed_where_a_name_is_asked() -> None:
    assert on("home", "next_step_by").options == ()


def test_a_question_about_an_adult_follows_from_the_answer_about_the_same_adult() -> None:
    why = [
        one
        for one in paper_of(_named("agreement"), EMPTY)
        if one.question.fact.name == "adult_not_asked_because"
    ]
    assert [[gate.key for gate in one.after] for one in why] == [["agreement.adult_agrees/mum"]]
    assert why[0].answers == ("Was not asked",)
