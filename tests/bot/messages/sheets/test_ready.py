"""What stands on a sheet to get ready with, and what never does."""

from dataclasses import replace
from datetime import date
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import Blank, Document, Heading
from bot.messages.sheets.adult import adult_sheet
from bot.messages.sheets.readers import READER_OF, Edition
from bot.messages.sheets.ready import MAY_READ, adult_ready, child_ready
from bot.render.text import document_text
from planning_rules.facts import FACTS
from planning_rules.facts.child import Child
from planning_rules.parts import Contact, Meeting, MeetingKind, Person, Role
from planning_rules.plain_english import CHILD, check
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.kept_from import MANY, PEOPLE, all_keys, answered_otherwise, full_plans
from tests.bot.messages.sheets.made import DAY, EMPTY, TODAY, plan_with, with_people
from tests.bot.messages.sheets.reading import (
    SHORT_FORM,
    headings_with_nothing_under_them,
    sentences,
    with_short_texts,
    words,
)

OPEN = READER_OF[Edition.OPEN]
LAST = Meeting("m1", MeetingKind.FIRST, date(2026, 2, 2), True, date(2026, 2, 2))
NEXT = Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20))
# Whom to call stands on every sheet, and what stage it is follows from the order.
STANDS_THERE = ("plan_b.call", "order.")


def for_mum(plan: Plan, day: Day = DAY) -> Document:
    sheet = adult_ready(plan, "mum", day)
    assert isinstance(sheet, Document)
    return sheet


def every_ready(plan: Plan) -> list[Document]:
    return [child_ready(plan, DAY), child_ready(plan, DAY, OPEN), for_mum(plan)]


def of_child(plan: Plan, day: Day = DAY) -> str:
    return document_text(child_ready(plan, day))


@MANY
@given(st.data())
def test_no_answer_changes_it_but_whom_to_call_and_the_dates_of_the_order(data: st.DataObject) -> None:
    plan = data.draw(full_plans())
    other = data.draw(
        answered_otherwise(plan, [key for key in all_keys(EMPTY) if not key.startswith(STANDS_THERE)])
    )
    assert every_ready(other) == every_ready(plan)


@MANY
@given(st.data())
def test_no_private_answer_changes_it(data: st.DataObject) -> None:
    plan = data.draw(full_plans())
    keys = [key for key in all_keys(EMPTY) if FACTS[key.partition("/")[0]].is_private]
    assert every_ready(data.draw(answered_otherwise(plan, keys))) == every_ready(plan)


@MANY
@given(full_plans(), st.sampled_from([(), (LAST,), (LAST, NEXT)]))
def test_our_sentences_are_short_and_no_heading_stands_over_nothing(
    plan: Plan, meetings: tuple[Meeting, ...]
) -> None:
    for sheet in every_ready(with_short_texts(replace(plan, meetings=meetings))):
        asked = [block.asks for block in sheet.blocks if isinstance(block, Blank)]
        said = sentences(sheet)
        assert [one for one in (*said, *asked) if words(one) > 15 or SHORT_FORM.search(one)] == []
        assert mean(map(words, said)) <= 10
        assert headings_with_nothing_under_them(sheet) == []


def test_its_headings_and_what_it_asks_are_plain() -> None:
    named = frozenset({"sam", "robin", "mum", "alex", "fernbrook", "priya"})
    for sheet in every_ready(replace(EMPTY, meetings=(LAST, NEXT))):
        titles = [block.text for block in sheet.blocks if isinstance(block, Heading)]
        blanks = [
            text
            for block in sheet.blocks
            if isinstance(block, Blank)
            for text in (block.asks, *block.options)
        ]
        for text in (*titles, *blanks):
            assert [mark for mark in check(text, CHILD, named) if not mark.is_advice] == []


@pytest.mark.parametrize(
    ("facts", "meetings", "says"),
    [
        ({}, (), "We start to make your plan."),
        ({}, (LAST,), "We look at your plan again. What is done? What has changed?"),
        ({"order__early_date": date(2026, 3, 30)}, (LAST,), "all is ready for the day you leave."),
        ({"order__released_on": date(2026, 3, 1)}, (LAST,), "We talk about how it goes since you left."),
    ],
)
def test_it_says_what_the_meeting_is(
    facts: dict[str, object], meetings: tuple[Meeting, ...], says: str
) -> None:
    assert says in of_child(replace(plan_with(**facts), meetings=meetings))


def test_it_is_about_the_stage_in_which_the_meeting_will_be() -> None:
    plan = replace(plan_with(order__released_on=date(2026, 3, 10)), meetings=(LAST, NEXT))
    assert "since you left" in of_child(plan)
    assert "since you left" not in of_child(replace(plan, meetings=(LAST,)))


def test_it_says_the_day_that_is_booked_and_else_whom_to_ask() -> None:
    booked = replace(EMPTY, meetings=(LAST, NEXT))
    assert "Your next meeting is on Friday 20 March 2026." in of_child(booked)
    assert "Your next meeting is today, Friday 20 March 2026." in of_child(booked, Day(NEXT.on))
    assert "We do not know the day yet. Ask Sam." in of_child(booked, Day(date(2026, 3, 21)))
    assert "The next meeting is on Friday 20 March 2026." in document_text(for_mum(booked))


def test_it_asks_about_topics_of_the_room_in_the_childs_words_and_about_nothing_private() -> None:
    (topics,) = (b for b in child_ready(EMPTY, DAY).blocks if isinstance(b, Blank) and "matters" in b.asks)
    assert {"Where I will live", "School, training or work"} <= set(topics.options)
    assert not {"My health", "If things go wrong", "The day I leave"} & set(topics.options)


def test_the_child_may_tick_just_those_who_may_be_let_read_it() -> None:
    assert list(MAY_READ) == list(Child.shown_to.options)


def test_before_there_is_room_to_write_it_says_who_reads_it_and_what_is_passed_on() -> None:
    for sheet, opens in ((child_ready(EMPTY, DAY), "My words"), (for_mum(EMPTY), "Your words")):
        before, _, after = document_text(sheet).partition(f"\n{opens}\n")
        assert "plan read what you write here" in before
        assert "We must tell others what they need to know to keep people safe." in before
        assert "(advocate)" in before
        assert "____" not in before
        assert after.count("\n\n") >= 3


def test_the_childs_advocate_is_named() -> None:
    advocate = Person("ada", "Ada", Role.ADVOCATE)
    assert "You can ask Ada." in of_child(with_people(EMPTY, (*PEOPLE, advocate)))
    assert "Ask Sam how to get one before the meeting." in of_child(EMPTY)


def test_the_child_reads_of_every_worker_and_of_family_that_is_safe() -> None:
    text = of_child(EMPTY)
    assert "• Sam, your youth justice worker" in text
    assert "• Priya, your health worker" in text
    assert "• Mum" in text
    assert "Dad" not in text


@pytest.mark.parametrize("contact", [one for one in Contact if one is not Contact.SAFE])
def test_nobody_is_said_to_come_whose_contact_is_not_known_to_be_safe(contact: Contact) -> None:
    nan = Person("nan", "Nan", Role.RELATIVE, contact=contact)
    assert not any("Nan" in document_text(sheet) for sheet in every_ready(with_people(EMPTY, (*PEOPLE, nan))))


def test_whoever_left_is_not_said_to_come() -> None:
    gone = tuple(replace(one, ended_on=TODAY) if one.id in ("alex", "mum") else one for one in PEOPLE)
    text = of_child(with_people(EMPTY, gone))
    assert "Alex" not in text
    assert "Mum" not in text


def test_an_adult_reads_of_no_health_worker_and_of_no_other_family() -> None:
    nan = Person("nan", "Nan", Role.RELATIVE, contact=Contact.SAFE, gets_sheet="by hand")
    text = document_text(for_mum(with_people(EMPTY, (*PEOPLE, nan))))
    for kept in ("Priya", "Nan", "Dad", "health", "social worker"):
        assert kept not in text
    assert "• Robin\n" in text
    assert "Others may come too." in text


def test_a_copy_for_whoever_may_not_see_what_is_private_names_no_health_worker() -> None:
    assert "Priya" not in document_text(child_ready(EMPTY, DAY, OPEN))


def test_without_a_first_name_it_is_about_the_child() -> None:
    nameless = replace(EMPTY, first_name="")
    assert child_ready(nameless, DAY).title == "Getting ready for my meeting"
    assert for_mum(nameless).title == "Getting ready for the child's meeting: for Mum"
    assert "• The child\n" in document_text(for_mum(nameless))


@pytest.mark.parametrize("adult", ["dad", "sam", "robin", "nobody"])
def test_an_adult_gets_one_by_the_same_rule_as_a_plan_sheet(adult: str) -> None:
    refused = adult_ready(EMPTY, adult, DAY)
    assert isinstance(refused, Refusal)
    assert refused == adult_sheet(EMPTY, adult, TODAY)


def test_a_plan_without_people_has_one_too() -> None:
    text = of_child(Plan("OAK-417"))
    assert "Ask your worker" in text
    assert headings_with_nothing_under_them(child_ready(Plan("OAK-417"), DAY)) == []
