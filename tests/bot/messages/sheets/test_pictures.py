"""The edition with pictures: what the other one says, with a picture to the left of each idea."""

from itertools import zip_longest

import pytest
from hypothesis import given

from bot.messages.document import Heading, Pictured, Quote, Row, SentenceLine
from bot.messages.sheets import child_sheet
from bot.messages.sheets.pictures import picture_of
from bot.render import icons
from planning_rules.facts import FACTS, STEPS
from planning_rules.facts.education import Education
from planning_rules.facts.home import Home
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import MANY, full_plans
from tests.bot.messages.sheets.made import TODAY, for_adult, plan_with
from tests.bot.messages.sheets.reading import texts_of


@MANY
@given(full_plans())
def test_it_says_what_the_other_edition_says_in_the_same_order(plan: Plan) -> None:
    for plain, pictured in (
        (child_sheet(plan, TODAY), child_sheet(plan, TODAY, pictures=True)),
        (for_adult(plan), for_adult(plan, pictures=True)),
    ):
        assert plain.title == pictured.title
        for one, other in zip_longest(texts_of(plain), texts_of(pictured)):
            assert one == other


@MANY
@given(full_plans())
def test_each_idea_has_a_picture_that_there_is(plan: Plan) -> None:
    for sheet in (child_sheet(plan, TODAY, pictures=True), for_adult(plan, pictures=True)):
        ideas = [block for block in sheet.blocks if not isinstance(block, Heading)]
        assert ideas
        assert all(isinstance(idea, Pictured | Quote | Row) and idea.icon in icons.NAMES for idea in ideas)


def test_each_thing_that_a_child_may_read_has_a_picture_that_there_is() -> None:
    assert {step.icon for step in STEPS} <= icons.NAMES
    assert [fact.key for fact in FACTS.values() if picture_of(fact) not in icons.NAMES] == []


@pytest.mark.parametrize(
    ("fact", "picture"),
    [
        (Education.place, "map-pin"),
        (Education.starts_on, "calendar"),
        (Home.next_step_by, "user"),
        (Home.living_with, "home"),
    ],
    ids=["a place", "a day", "a person", "a choice"],
)
def test_a_picture_is_the_fact_s_own_else_that_of_a_day_or_a_person_else_its_step_s(
    fact: object, picture: str
) -> None:
    assert picture_of(fact) == picture  # type: ignore[arg-type]


def test_the_other_edition_has_lists_and_no_pictures_beside_ideas() -> None:
    sheet = child_sheet(plan_with(home__living_with="family", child__wants="To cook"), TODAY)
    assert not any(isinstance(block, Pictured) for block in sheet.blocks)
    assert not any(block.icon for block in sheet.blocks if isinstance(block, Row | Quote))


def test_dates_are_told_one_by_one_and_not_along_a_line() -> None:
    sheet = child_sheet(plan_with(order__kind="dto", order__middle_date=TODAY), TODAY, pictures=True)
    assert not any(isinstance(block, SentenceLine) for block in sheet.blocks)
    assert any(isinstance(one, Pictured) and one.text.startswith("You are due") for one in sheet.blocks)
