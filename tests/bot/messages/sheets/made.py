"""Small plans, and the sheets made of them."""

from dataclasses import replace
from datetime import date

from bot.messages.document import Document
from bot.messages.sheets import Edition, adult_sheet, child_sheet
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Person
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.kept_from import PEOPLE

TODAY = date(2026, 3, 2)
DAY = Day(TODAY)
EMPTY = Plan("OAK-417", "Robin", PEOPLE)


def plan_with(**facts: object) -> Plan:
    """A plan with values, yes, no or whole answers under keys like home__address."""
    answers = {}
    for name, value in facts.items():
        key = name.replace("__", ".")
        answer = value if isinstance(value, Answer) else _answer(value)
        answers[key] = replace(answer, fact=key)
    return EMPTY.with_answers(answers)


def _answer(value: object) -> Answer[object]:
    return Answer(State(value)) if value in ("yes", "no") else Answer(State.GIVEN, value)


def with_people(plan: Plan, people: tuple[Person, ...]) -> Plan:
    return replace(plan, people=people)


def for_adult(plan: Plan, adult: str = "mum", pictures: bool = False) -> Document:
    sheet = adult_sheet(plan, adult, TODAY, pictures=pictures)
    assert isinstance(sheet, Document)
    return sheet


def sheets_of_others(plan: Plan) -> list[Document]:
    """Than the child."""
    return [child_sheet(plan, TODAY, Edition.ROOM), for_adult(plan), for_adult(plan, pictures=True)]


def every_sheet(plan: Plan) -> list[Document]:
    return [child_sheet(plan, TODAY), child_sheet(plan, TODAY, pictures=True), *sheets_of_others(plan)]
