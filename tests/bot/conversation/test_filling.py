"""A small form is read field by field, or comes back with what is wrong beside each."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.filling import read_form
from bot.messages.form import Control, Field, Form
from bot.messages.meeting.questions import MISSING, NOT_A_CHOICE

TODAY = date(2026, 3, 2)
OPTIONS = (("a", "First"), ("b", "Second"))
PICKED = [Control.RADIO, Control.SELECT, Control.TICKS]


def one(control: Control, required: bool = True, **more: Any) -> Form:
    options = OPTIONS if control in PICKED else ()
    return Form("Title", "add OAK-417", (Field("it", "It?", control, options, required=required, **more),))


def error(form: Form, typed: str) -> str:
    read = read_form(form, {"it": typed}, TODAY)
    assert isinstance(read, Form)
    assert read.fields[0].value == typed
    return read.fields[0].error


@pytest.mark.parametrize(
    ("control", "typed", "value"),
    [
        (Control.RADIO, "a", "a"),
        (Control.SELECT, "b", "b"),
        (Control.TICKS, "b\na", ("b", "a")),
        (Control.TICKS, "", ()),
        (Control.DATE, "17/4/2026", date(2026, 4, 17)),
        (Control.DATE, "2026-04-17", date(2026, 4, 17)),
        (Control.LINE, "  Ring\u200b Nan ", "Ring Nan"),
        (Control.WORDS, "one\r\ntwo", "one\ntwo"),
        (Control.NUMBER, "12", "12"),
    ],
)
def test_each_control_gives_its_value(control: Control, typed: str, value: object) -> None:
    assert read_form(one(control), {"it": typed}, TODAY) == {"it": value}


@pytest.mark.parametrize("control", [control for control in Control if control is not Control.TICKS])
@pytest.mark.parametrize("typed", ["", " ", "\x00\u200b"])
def test_what_is_required_is_asked_for(control: Control, typed: str) -> None:
    assert error(one(control), typed) in (MISSING, NOT_A_CHOICE)


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (Control.RADIO, ""),
        (Control.SELECT, ""),
        (Control.TICKS, ()),
        (Control.DATE, None),
        (Control.LINE, ""),
        (Control.WORDS, ""),
    ],
)
def test_what_is_not_required_may_be_left_empty(control: Control, value: object) -> None:
    assert read_form(one(control, required=False), {}, TODAY) == {"it": value}


@pytest.mark.parametrize("control", PICKED)
@pytest.mark.parametrize("typed", ["c", "First", "a\nc", "A", "\ud800"])
def test_only_what_is_offered_can_be_picked(control: Control, typed: str) -> None:
    assert error(one(control), typed) == NOT_A_CHOICE


def test_a_day_to_come_is_asked_for_where_a_past_one_makes_no_sense() -> None:
    form = one(Control.DATE, future=True)
    assert "would be Sunday 1 March 2026, which has passed" in error(form, "1/3/2026")
    assert read_form(form, {"it": "2/3/2026"}, TODAY) == {"it": TODAY}


def test_a_line_that_is_too_long_is_kept_and_said_to_be() -> None:
    assert "there is room for 10" in error(one(Control.LINE, longest=10), "a" * 11)
    assert read_form(one(Control.LINE, longest=10), {"it": "a" * 10}, TODAY) == {"it": "a" * 10}


def test_a_field_that_is_not_called_for_is_not_read() -> None:
    second = Field("then", "Then?", Control.LINE, required=True, only_if=("it", ("b",)))
    form = Form("Title", "x", (*one(Control.RADIO).fields, second))
    assert read_form(form, {"it": "a", "then": "typed before"}, TODAY) == {"it": "a"}
    read = read_form(form, {"it": "b"}, TODAY)
    assert isinstance(read, Form)
    assert [field.error for field in read.fields] == ["", MISSING]


def test_everything_typed_is_still_there_beside_what_is_wrong() -> None:
    fields = (*one(Control.DATE).fields, Field("what", "What?", Control.LINE))
    read = read_form(Form("Title", "x", fields), {"it": "31/4/2026", "what": "Ring Nan"}, TODAY)
    assert isinstance(read, Form)
    assert [field.value for field in read.fields] == ["31/4/2026", "Ring Nan"]


@given(st.sampled_from(list(Control)), st.booleans(), st.text(st.characters(codec=None)))
def test_whatever_is_typed_is_read_or_comes_back(control: Control, required: bool, typed: str) -> None:
    read = read_form(one(control, required), {"it": typed}, TODAY)
    assert isinstance(read, dict) or read.fields[0].error
