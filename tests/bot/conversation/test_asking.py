"""What to ask next: only what is called for, and of that only what is open, old or in doubt."""

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.asking import questions, still_open
from planning_rules.checking import find_gaps
from planning_rules.facts import STEPS
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.child import Child
from planning_rules.facts.fact import Asked
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.order import Order
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.stages import AFTER_RELEASE, FIRST_ONLY, REVIEW_ON

TODAY = date(2026, 3, 2)
MUM, DAD = Person("mum", "Mum", Role.PARENT), Person("dad", "Dad", Role.PARENT)
SAM = Person("sam", "Sam", Role.YOT)
PLAN = Plan(people=(MUM, DAD, SAM))


def answered(plan: Plan, **facts: Answer[object]) -> Plan:
    return plan.with_answers(
        {
            name.replace("__", "."): replace(answer, fact=name.replace("__", "."))
            for name, answer in facts.items()
        }
    )


def keys(some: list[Question]) -> list[str]:
    return [question.key for question in some]


def test_what_is_asked_of_each_adult_is_asked_of_each_by_name() -> None:
    asked = questions(PLAN, Attendance, FIRST_ONLY, TODAY)
    took_part = [key for key in keys(asked) if key.startswith("attendance.took_part")]
    assert took_part == ["attendance.took_part/mum", "attendance.took_part/dad"]
    of_mum = next(one for one in asked if one.key == took_part[0])
    assert of_mum.words(PLAN) == "Mum: How does this parent or carer take part?"
    assert asked[0].words(PLAN) == "Is the child here?"


@pytest.mark.parametrize("contact", [Contact.UNSAFE, Contact.BARRED])
def test_nothing_is_asked_about_an_adult_whom_the_child_may_not_meet(contact: Contact) -> None:
    plan = replace(PLAN, people=(MUM, replace(DAD, contact=contact)))
    assert "attendance.took_part/dad" not in keys(questions(plan, Attendance, FIRST_ONLY, TODAY))


@pytest.mark.parametrize("step", STEPS)
def test_private_questions_and_the_others_are_never_in_one_form(step: type[Step]) -> None:
    for now in (FIRST_ONLY, REVIEW_ON, AFTER_RELEASE):
        assert all(one.fact.is_private for one in questions(PLAN, step, now, TODAY, private=True))
        assert not any(one.fact.is_private for one in questions(PLAN, step, now, TODAY))
        assert not any(one.fact.asked is Asked.COMPUTED for one in questions(PLAN, step, now, TODAY))


def test_the_room_is_asked_before_what_workers_can_answer_beforehand() -> None:
    order = [one.fact.asked for one in questions(PLAN, Home, FIRST_ONLY, TODAY)]
    assert order == sorted(order, key=lambda asked: asked is not Asked.ROOM)


def test_a_follow_up_waits_for_the_answer_that_calls_for_it() -> None:
    assert "home.address" not in keys(questions(PLAN, Home, FIRST_ONLY, TODAY))
    agreed = answered(PLAN, home__address_agreed=Answer(State.YES))
    assert "home.address" in keys(questions(agreed, Home, FIRST_ONLY, TODAY))


def test_what_is_for_a_later_meeting_is_not_asked_yet() -> None:
    needs: Answer[object] = Answer(State.GIVEN, ("mental",))
    plan = answered(PLAN, health__needs=needs)
    first = keys(questions(plan, Health, FIRST_ONLY, TODAY, private=True))
    assert "health.needs" in first
    assert "health.mental_health_booked" not in first
    assert "health.mental_health_booked" in keys(questions(plan, Health, REVIEW_ON, TODAY, private=True))


@pytest.mark.parametrize(
    ("answer", "is_open"),
    [
        (Answer(), True),
        (Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 3, 9)), True),
        (Answer(State.YES), False),
        (Answer(State.NO), False),
        (Answer(State.DECLINED), False),
        (Answer(State.DOES_NOT_APPLY, reason="x"), False),
    ],
)
def test_what_is_settled_is_not_asked_again(answer: Answer[object], is_open: bool) -> None:
    question = Question(Home.difference_explained)
    plan = answered(PLAN, home__difference_explained=answer)
    assert bool(still_open(plan, [question], [])) is is_open


def test_no_is_asked_again_while_it_leaves_a_gap() -> None:
    plan = answered(
        PLAN,
        home__living_with=Answer(State.GIVEN, "family"),
        home__child_wants=Answer(State.GIVEN, "different"),
        home__difference_explained=Answer(State.NO),
    )
    asked = [Question(Home.child_wants), Question(Home.difference_explained)]
    assert keys(still_open(plan, asked, find_gaps(plan, Day(TODAY)))) == ["home.difference_explained"]


def test_what_is_only_offered_is_no_reason_to_ask() -> None:
    offered = Question(Order.late_date)
    assert still_open(PLAN, [offered], []) == []
    assert keys(still_open(PLAN, [offered, Question(Child.says)], [])) == ["order.late_date", "child.says"]


def test_who_may_read_the_childs_words_is_asked_in_each_meeting_even_alone() -> None:
    assert keys(still_open(PLAN, [Question(Child.shown_to)], [])) == ["child.shown_to"]
