"""The sheets of the examples, as those read them who read least easily."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import mean

import pytest

from bot.messages.document import Document, Heading, Row
from bot.messages.sheets import adult_sheet, child_sheet
from planning_rules.plain_english import CHILD, check
from planning_rules.plain_english.on_sheets import wanted_on
from planning_rules.plan import Plan
from tests.bot.messages.sheets.reading import sentences, words
from tests.planning_rules.test_examples import GOOD_PRACTICE, plan_of

EXAMPLES = [*GOOD_PRACTICE, "oak_417"]


def days(plan: Plan) -> Iterator[date]:
    """Well before release, the day before it, and two weeks after."""
    release = plan.order.released_on.value or plan.earliest_release
    assert release
    yield from (release - timedelta(weeks=10), release - timedelta(days=1), release + timedelta(weeks=2))


def sheets(plan: Plan, day: date) -> Iterator[Document]:
    adults = [adult_sheet(plan, adult.id, day) for adult in plan.adults(day)]
    yield from (sheet for sheet in (child_sheet(plan, day), *adults) if isinstance(sheet, Document))


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_word_and_no_sentence_is_hard_but_what_a_worker_confirmed(name: str) -> None:
    plan = plan_of(name)
    for day in days(plan):
        for sheet in sheets(plan, day):
            told = [one.text for one in sheet.blocks if isinstance(one, Heading)]
            told += [one.title for one in sheet.blocks if isinstance(one, Row)]
            for text in (*told, *sentences(sheet)):
                assert not [mark for mark in check(text, CHILD, wanted_on(plan)) if not mark.is_advice], text


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sentence_has_ten_words_on_average_at_most(name: str) -> None:
    plan = plan_of(name)
    for day in days(plan):
        for sheet in sheets(plan, day):
            assert mean(map(words, sentences(sheet))) <= 10
