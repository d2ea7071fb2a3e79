"""The Welsh catalogue: nothing missing, nothing left over, and what is filled in stands in both languages."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from bot.messages.apart import parts, together
from bot.messages.sheets.language import ENGLISH, YOUR_WORKER, Language, places, welsh, whole
from planning_rules.facts import FACTS, STEPS
from planning_rules.facts.kinds import Day, Kind
from planning_rules.text import clean

FRIDAY = date(2026, 4, 17)
EVERY = {**welsh().sentences, **welsh().adults}
# They change, or change what follows, by how the next word begins.
BEFORE_NO_NAME = re.compile(
    r"\b(?:a|ac|â|ag|gyda|gydag|tua|na|nac|o|neu|am|ar|at|gan|dan|dros|drwy|heb|hyd)\s\{\w+\}"
)


def of_facts(kind: type[Kind[Any]] = Kind) -> Iterator[str]:
    """Each sentence in which an answer is told to the child, also where there is no name of whom to ask."""
    for fact in (fact for fact in FACTS.values() if isinstance(fact.kind, kind)):
        for said in filter(None, fact.child.values()):
            yield said
            yield whole(said, {"ask": YOUR_WORKER})[0]


def test_every_topic_and_every_answer_to_the_child_has_its_welsh() -> None:
    titles = {step.child_title for step in STEPS if step.child_title}
    assert sorted({*titles, *of_facts()} - set(welsh().sentences)) == []


@pytest.mark.parametrize("english", EVERY)
def test_the_same_is_filled_in_and_the_sentence_ends_alike(english: str) -> None:
    for said in (table[english] for table in (welsh().sentences, welsh().adults) if english in table):
        assert places(said) == places(english)
        assert said.endswith(":\n{value}") == english.endswith(":\n{value}")
        assert said[-1] == english[-1] or not {said[-1], english[-1]} & set(".?!:")
        assert said == clean(said) != english


def test_the_form_of_a_day_is_asked_for_where_a_day_stands_and_is_known() -> None:
    days = set(of_facts(Day))
    for english, said in EVERY.items():
        forms = set(re.findall(r"\{\w+:(\w+)\}", said))
        assert forms <= set(welsh().days)
        assert not forms or english in days or "day" in places(english)


@pytest.mark.parametrize(
    ("on", "usual"),
    [
        (date(2026, 1, 5), "dydd Llun 5 Ionawr 2026"),
        (date(2026, 2, 3), "dydd Mawrth 3 Chwefror 2026"),
        (date(2026, 3, 4), "dydd Mercher 4 Mawrth 2026"),
        (date(2026, 4, 2), "dydd Iau 2 Ebrill 2026"),
        (date(2026, 5, 1), "dydd Gwener 1 Mai 2026"),
        (date(2026, 6, 6), "dydd Sadwrn 6 Mehefin 2026"),
        (date(2026, 7, 5), "dydd Sul 5 Gorffennaf 2026"),
        (date(2026, 8, 31), "dydd Llun 31 Awst 2026"),
        (date(2026, 9, 1), "dydd Mawrth 1 Medi 2026"),
        (date(2026, 10, 7), "dydd Mercher 7 Hydref 2026"),
        (date(2026, 11, 5), "dydd Iau 5 Tachwedd 2026"),
        (date(2026, 12, 25), "dydd Gwener 25 Rhagfyr 2026"),
    ],
)
def test_a_day_is_said_in_full_and_changes_its_first_letter_where_the_sentence_wants_it(
    on: date, usual: str
) -> None:
    assert welsh().says("It is due by {value}.", value=on) == f"Mae i fod i gael ei wneud erbyn {usual}."
    assert welsh().says("You left on {value}.", value=on) == f"Fe wnest ti adael d{usual}."


def test_both_forms_have_every_day_of_the_week() -> None:
    week = [FRIDAY + timedelta(days) for days in range(7)]
    for on in week:
        usual = welsh().says("It is due by {value}.", value=on).partition("erbyn ")[2]
        assert welsh().says("You left on {value}.", value=on).endswith(f" d{usual}")


def test_a_sentence_without_welsh_is_said_in_english_and_set_apart_as_one_piece() -> None:
    said = welsh().says("No such sentence on {day}: {typed}", day=FRIDAY, typed=welsh().typed("Nan's"))
    assert list(parts(said)) == [("en-GB", "No such sentence on Friday 17 April 2026: Nan's")]


def test_what_was_typed_is_set_apart_in_welsh_and_left_alone_in_english() -> None:
    said = welsh().says("Your address:\n{value}", value=welsh().typed("1 Mill Lane\nOakbridge"))
    assert list(parts(said)) == [("", "Dy gyfeiriad:\n"), ("en-GB", "1 Mill Lane\nOakbridge")]
    assert ENGLISH.says("Your address:\n{value}", value=ENGLISH.typed("1 Mill Lane")) == (
        "Your address:\n1 Mill Lane"
    )


@pytest.mark.parametrize("language", [ENGLISH, welsh()])
def test_nothing_in_what_was_typed_is_taken_for_ours(language: Language) -> None:
    typed = "{ask} {value:ddydd} the child"
    said = language.says("It was due by {value}. Ask {ask} if it is done.", value=typed, ask="Sam")
    assert together(said).count(typed) == 1


def test_nobody_can_type_the_signs_that_set_a_text_apart() -> None:
    assert clean(welsh().typed("Nan's")) == "Nan's"


def test_without_a_name_a_sentence_is_looked_up_whole() -> None:
    ask = "Staff were due to look at this again on {value}. Ask {ask}."
    assert welsh().says(ask, value=FRIDAY, ask=YOUR_WORKER).endswith("Gofynna i dy weithiwr.")
    assert ENGLISH.says("{child} left on {value}.", child="the child", value=FRIDAY) == (
        "The child left on Friday 17 April 2026."
    )


def test_while_nobody_has_signed_the_welsh_off_it_says_so_in_both_languages() -> None:
    assert not welsh().signed_off
    own, english = welsh().draft()
    assert list(parts(english)) == [("en-GB", "We put this into Welsh. Nobody has checked the Welsh yet.")]
    assert [language for language, _ in parts(own)] == [""]
    assert list(ENGLISH.draft()) == []


@pytest.mark.parametrize("said", [*welsh().sentences.values(), *welsh().adults.values()])
def test_no_word_stands_before_a_name_that_the_name_would_change(said: str) -> None:
    assert not BEFORE_NO_NAME.search(said)
