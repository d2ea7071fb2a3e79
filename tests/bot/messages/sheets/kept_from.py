"""Which answers are nobody's business but a worker's, said apart from the code that keeps them back."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.child import Child
from planning_rules.facts.fact import Audience
from planning_rules.facts.family import Family
from planning_rules.facts.order import Order
from planning_rules.parts import Action, Contact, Person, Progress, Role
from planning_rules.plan import Plan
from tests.planning_rules.any_plan import answers

PEOPLE = (
    Person("robin", "Robin", Role.CHILD),
    Person(
        "mum", "Mum", Role.PARENT, phone="01632 960001", contact=Contact.SAFE, gets_sheet="by hand at a visit"
    ),
    Person("dad", "Dad", Role.PARENT, contact=Contact.BARRED, gets_sheet="by post"),
    Person("sam", "Sam", Role.YOT, phone="01632 960002", lead=True),
    Person("alex", "Alex", Role.SECURE, "Fernbrook", "01632 960003", evenings=True),
    Person("priya", "Priya", Role.HEALTH, "Fernbrook", "01632 960004"),
)
ACTIONS = (
    Action("a1", "Ring the college", "sam", date(2026, 4, 17), Progress.ACCEPTED, "ETE01", for_child=True),
    Action("a2", "Book the clinic", "priya", date(2026, 4, 17), Progress.ACCEPTED, "HLT02", for_child=True),
    Action(
        "a3", "Look for another home", "sam", date(2026, 4, 17), Progress.OFFERED, "ACC01", for_child=True
    ),
    Action("a4", "Bring the photos", "mum", date(2026, 4, 17), Progress.ACCEPTED),
    Action("a5", "Ask about what was said on the phone", "sam", None, Progress.ACCEPTED),
    Action("a6", "Write to the college", "robin", date(2026, 4, 17), Progress.ACCEPTED),
    Action("a7", "Find out about the day", "mum", date(2026, 4, 17), finds_out="education.planned"),
    Action("a8", "Come to the visit", "dad", date(2026, 4, 17), Progress.ACCEPTED, "ETE01", for_child=True),
)


MANY = settings(max_examples=30, suppress_health_check=list(HealthCheck))
OWN_WORDS = ["child.wants", "child.says", "agreement.child_disagrees_because"]


def all_keys(plan: Plan) -> list[str]:
    return sorted(question.key for question in plan.questions(date.min))


def kept_from(audience: Audience) -> list[str]:
    """The keys of all that says nothing to this audience, not even that something else is called for."""
    own_words = {fact for fact in FACTS.values() if fact.quoted and audience is Audience.FAMILY}
    heard = {fact for fact in FACTS.values() if audience in fact.shown} | own_words
    # An adult hears whom the child is to live with only where it is they themselves.
    heard |= {Family.lives_with} if audience is Audience.FAMILY else set()
    while wider := {gate for fact in heard if fact.when for gate in fact.when.facts} - heard:
        heard |= wider
    heard |= {Child.shown_to} if own_words else set()
    return sorted(key for key in all_keys(Plan(people=PEOPLE)) if fact_of(key) not in heard)


@cache
def _some_of(keys: tuple[str, ...], least: int = 0) -> SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(keys), min_size=least)


_UNASKED = Plan("OAK-417", "Robin", PEOPLE, actions=ACTIONS)
_MANY_KEYS = _some_of(tuple(all_keys(_UNASKED)), len(all_keys(_UNASKED)) // 3)


@st.composite
def full_plans(draw: st.DrawFn) -> Plan:
    """A plan of ordinary people with many answers."""
    asked = draw(_MANY_KEYS)
    return _UNASKED.with_answers({key: draw(_answers_of_a_child(key)) for key in sorted(asked)})


@st.composite
def answered_otherwise(draw: st.DrawFn, plan: Plan, keys: list[str]) -> Plan:
    """The same plan with other answers, or none, under `keys`."""
    kept = {key: answer for key, answer in plan.answers.items() if key not in keys}
    asked = draw(_some_of(tuple(keys)))
    return replace(plan, answers=kept | {key: draw(_answers_of_a_child(key)) for key in sorted(asked)})


def _answers_of_a_child(key: str) -> SearchStrategy[Answer[Any]]:
    """Of somebody far from 18, from when on no adult has a sheet unless the child agrees."""
    return _OF_A_CHILD if key == Order.born.key else answers(key)


@st.composite
def _births_of_a_child(draw: st.DrawFn) -> Answer[Any]:
    answer = draw(answers(Order.born.key))
    return replace(answer, value=draw(_LONG_BEFORE_18)) if answer.is_given else answer


_LONG_BEFORE_18 = st.dates(date(2012, 1, 1), date(2014, 1, 1))
_OF_A_CHILD = _births_of_a_child()
