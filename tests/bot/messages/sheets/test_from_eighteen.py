"""From the 18th birthday on an adult has a copy of the plan only where the child agrees."""

from datetime import date, timedelta

import pytest

from bot.messages.document import Document
from bot.messages.sheets import adult_sheet, child_sheet
from bot.messages.sheets.ready import adult_ready
from bot.render.text import document_text
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.kept_from import PEOPLE
from tests.bot.messages.sheets.made import plan_with, with_people

EIGHTEEN = date(2026, 4, 10)
DAY_BEFORE = EIGHTEEN - timedelta(days=1)
PLAN = plan_with(order__born=date(2008, 4, 10), order__end_date=date(2026, 12, 29))


def agreed(answer: str) -> Plan:
    return PLAN.with_answers(plan_with(**{"agreement__adult_copy/mum": answer}).answers)


def has_copies(plan: Plan, day: date, adult: str = "mum") -> bool:
    """Of the plan and to get ready with; the child reads of the same on their own."""
    made = [adult_sheet(plan, adult, day), adult_ready(plan, adult, Day(day))]
    assert len({isinstance(one, Document) for one in made}) == 1
    name = "Mum" if adult == "mum" else "Nan"
    told = f"{name} can get a copy" in document_text(child_sheet(plan, day))
    assert told is isinstance(made[0], Document)
    return told


@pytest.mark.parametrize("plan", [PLAN, agreed("no"), agreed("yes")])
def test_up_to_the_day_before_a_copy_needs_no_more_than_that_it_is_safe(plan: Plan) -> None:
    assert has_copies(plan, DAY_BEFORE)


@pytest.mark.parametrize(("plan", "stands"), [(PLAN, False), (agreed("no"), False), (agreed("yes"), True)])
def test_from_the_birthday_on_there_is_a_copy_only_with_the_child_s_yes(plan: Plan, stands: bool) -> None:
    assert has_copies(plan, EIGHTEEN) is stands


def test_the_refusal_says_why_and_what_to_do() -> None:
    refused = adult_sheet(PLAN, "mum", EIGHTEEN)
    assert isinstance(refused, Refusal)
    assert "The child is 18 or older, and has not said yes to it." in refused.sentence
    assert "record it under “Agreement”" in refused.sentence


def test_a_relative_has_none_then() -> None:
    nan = Person("nan", "Nan", Role.RELATIVE, contact=Contact.SAFE, gets_sheet="by hand at a visit")
    plan = with_people(agreed("yes"), (*PEOPLE, nan))
    assert has_copies(plan, DAY_BEFORE, "nan")
    assert not has_copies(plan, EIGHTEEN, "nan")


def test_a_yes_makes_no_copy_safe_that_is_not() -> None:
    barred = PLAN.with_answers(plan_with(**{"agreement__adult_copy/dad": "yes"}).answers)
    refused = adult_sheet(barred, "dad", EIGHTEEN)
    assert isinstance(refused, Refusal)
    assert "recorded as barred" in refused.sentence
