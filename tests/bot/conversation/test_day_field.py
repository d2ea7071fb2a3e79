"""A day typed in a form: said back, picked or typed again, in every medium, with what was typed kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.filling import read_form
from bot.conversation.step_form import read_answers
from bot.messages.dates import typed_dates as say
from bot.messages.dates.typed_dates import ANOTHER_DAY, kept, words_apart
from bot.messages.form import Control, Field, Form
from bot.render import slack
from bot.render.html import render_form
from bot.render.text import form_text
from planning_rules.facts.answers import State
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import Day
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from planning_rules.text import clean
from tests.bot.every_medium import drawn_everywhere

TODAY = date(2026, 4, 7)
FRIDAY, NEXT_FRIDAY = date(2026, 4, 10), date(2026, 4, 17)
PLAN = Plan(people=(Person("sam", "Sam", Role.YOT),))


class Dates(Step):
    key = "dates"
    title = "Dates"
    starts_on = Fact(Day(), "When does it start?")
    born_on = Fact(Day(past=True), "When was the child born?")


STARTS, BORN = Question(Dates.starts_on), Question(Dates.born_on)


def form(**more: Any) -> Form:
    by = Field("by", "By when?", Control.DATE, required=True, **more)
    return Form("New action", "add OAK-417", (Field("what", "What?", Control.LINE), by))


def sent(typed: str, **more: Any) -> Form:
    """The form that comes back."""
    read = read_form(form(**more), {"what": "Ring Nan", "by": typed}, TODAY)
    assert isinstance(read, Form)
    return read


def by(of: Form) -> Field:
    return next(field for field in of.fields if field.name == "by")


def picked(typed: str, words: str) -> str:
    """What a form sends once the option with these words is picked."""
    return next(key for key, says in by(sent(typed)).options if says == words)


def test_what_is_understood_is_said_back_and_confirmed_by_sending_it_again() -> None:
    asked = by(sent("Friday week"))
    assert asked.error == "You typed “Friday week”. Friday 17 April 2026 – is that right?"
    assert (asked.control, [says for _, says in asked.options]) == (
        Control.RADIO,
        ["Friday 17 April 2026", ANOTHER_DAY],
    )
    assert read_form(form(), {"what": "", "by": asked.value}, TODAY) == {"what": "", "by": NEXT_FRIDAY}


def test_of_two_days_one_is_chosen() -> None:
    asked = by(sent("next Friday"))
    assert asked.error == "You typed “next Friday”. It could be two days. Which one do you mean?"
    chosen = ["Friday 10 April 2026", "Friday 17 April 2026", ANOTHER_DAY]
    assert [says for _, says in asked.options] == chosen
    for words, day in zip(chosen, (FRIDAY, NEXT_FRIDAY), strict=False):
        value = picked("next Friday", words)
        assert read_form(form(), {"what": "", "by": value}, TODAY) == {"what": "", "by": day}


@pytest.mark.parametrize("typed", ["Friday week", "next Friday"])
def test_another_day_is_typed_in_place_of_what_was_typed_before(typed: str) -> None:
    asked = by(sent(picked(typed, ANOTHER_DAY)))
    assert (asked.control, asked.value) == (Control.DATE, typed)
    assert asked.error.startswith(f"You typed “{typed}”. Which day do you mean?")


def test_of_two_days_none_is_taken_unless_somebody_chooses() -> None:
    assert by(sent("next Friday")).value == picked("next Friday", ANOTHER_DAY)


def test_what_stands_in_other_fields_stays() -> None:
    assert sent("next Friday").fields[0].value == "Ring Nan"


def test_what_is_no_date_comes_back_as_it_was_typed() -> None:
    asked = by(sent("asap"))
    assert (asked.control, asked.value) == (Control.DATE, "asap")
    assert "“asap” is not a date" in asked.error


def test_no_past_day_is_offered_where_a_day_to_come_is_asked_for() -> None:
    assert [says for _, says in by(sent("the 5th", future=True)).options] == [
        "Tuesday 5 May 2026",
        ANOTHER_DAY,
    ]
    passed = "would be Monday 6 April 2026, which has passed. Please give a day to come."
    for typed, shown in (
        *(("yesterday", "yesterday"), ("6/4/2026", "6/4/2026")),
        *((kept(TODAY - timedelta(1), "the 6th"), "the 6th"), ("Mon 6", "Mon 6")),
    ):
        assert by(sent(typed, future=True)).error == f"“{shown}” {passed}"
    assert by(sent("today", future=True)).options


@pytest.mark.parametrize("typed", ["Friday week", "next Friday", "17/4/26", "asap", "May"])
def test_the_question_can_be_drawn_in_every_medium(typed: str) -> None:
    drawn_everywhere(sent(typed))
    assert typed in form_text(sent(typed))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-04-17 (“Friday week”)", "17/4/2026 (“Friday week”)"),
        ("(“next Friday”)", "next Friday"),
        ("next Friday", "next Friday"),
    ],
)
def test_a_day_drawn_as_a_text_again_is_shown_with_its_words(value: str, shown: str) -> None:
    html = render_form(form().filled({"by": value}))
    assert f'value="{shown}"' in html


def test_every_medium_offers_the_same_days() -> None:
    again = sent("next Friday")
    modals = repr(slack.modals([again]))
    for medium in (form_text(again), render_form(again), modals):
        assert "Friday 10 April 2026" in medium
        assert "Friday 17 April 2026" in medium
        assert ANOTHER_DAY in medium
    assert "radio_buttons" in modals


@given(st.text(max_size=80) | st.sampled_from(["Friday week", "next  Friday", "17 April\n2026", "(“”)"]))
def test_no_typed_day_is_lost_on_its_way_there_and_back(typed: str) -> None:
    read = read_form(form(), {"what": "", "by": typed}, TODAY)
    if isinstance(read, Form) and clean(typed):
        value = by(read).value
        assert clean(typed).split() in (clean(value).split(), words_apart(value)[1].split())
        assert by(read).error


@given(st.none() | st.dates(), st.text(min_size=1).map(clean).filter(bool))
def test_a_day_is_kept_apart_from_its_words(day: date | None, words: str) -> None:
    assert words_apart(kept(day, words)) == (day.isoformat() if day else "", words)


def answered(question: Question, **values: str) -> tuple[Any, dict[str, Any]]:
    typed = {question.key + name: value for name, value in values.items()}
    found, errors = read_answers([question], typed, PLAN, TODAY)
    return found.get(question.key), errors


def test_an_answer_keeps_how_its_day_was_typed() -> None:
    _, errors = answered(STARTS, **{"": "Friday week"})
    answer, _ = answered(STARTS, **{"": errors[STARTS.key].value})
    assert (answer.value, answer.typed) == (NEXT_FRIDAY, "Friday week")
    exact, _ = answered(STARTS, **{"": "17/4/2026"})
    assert (exact.value, exact.typed) == (NEXT_FRIDAY, "")
    assert exact.says_the_same_as(answer)


def test_the_day_by_which_somebody_finds_out_is_said_back_and_kept_too() -> None:
    unknown = {"#or": "not known", "#who": "sam"}
    answer, errors = answered(STARTS, **unknown, **{"#by": "end of April"})
    assert answer is None
    (asked,) = errors.values()
    answer, _ = answered(STARTS, **unknown, **{"#by": asked.value})
    assert (answer.state, answer.by, answer.typed) == (State.NOT_KNOWN, date(2026, 4, 30), "end of April")
    assert answered(STARTS, **unknown, **{"#by": "6/4/2026"})[1] == {
        f"{STARTS.key}#by": say.has_passed("6/4/2026", date(2026, 4, 6))
    }
    assert answered(STARTS, **unknown, **{"#by": "7/4/2026"})[0].by == TODAY


def test_a_day_that_has_been_is_looked_for_in_the_past() -> None:
    for question, says in ((STARTS, "Friday 17 April 2026"), (BORN, "Thursday 17 April 2025")):
        _, errors = answered(question, **{"": "17 April"})
        assert says in errors[question.key].sentence


@pytest.mark.parametrize("shown", ["17/4/2026", "2026-04-17"])
def test_a_day_left_as_the_form_showed_it_may_be_taken_back(shown: str) -> None:
    answer, _ = answered(STARTS, **{"": "17/4/2026"})
    plan = PLAN.with_answers({STARTS.key: answer})
    typed = {STARTS.key: shown, f"{STARTS.key}#or": "declined"}
    found, errors = read_answers([STARTS], typed, plan, TODAY)
    assert not errors
    assert found[STARTS.key].state is State.DECLINED
    typed[STARTS.key] = "18/4/2026"
    assert set(read_answers([STARTS], typed, plan, TODAY)[1]) == {f"{STARTS.key}#or"}


def test_who_has_no_day_yet_is_told_what_to_choose() -> None:
    assert str(answered(STARTS, **{"": "asap"})[1][STARTS.key]).endswith(
        "No day yet? Choose “Not known yet”."
    )
