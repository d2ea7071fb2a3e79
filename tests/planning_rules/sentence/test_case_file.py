"""A case file is read, or every fault in it is said with its key."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.json_object import Unreadable
from planning_rules.sentence import Booking, Kind, work_out
from planning_rules.sentence.case_file import KEYS, ORDER_KEYS, read_case
from tests.planning_rules.sentence.any_booking import booking, order

ORDER = {"sentenced": "2025-03-10", "months": 8}


def case(**given: Any) -> str:
    return json.dumps({"orders": [ORDER], **given})


def faults(text: str) -> list[str]:
    with pytest.raises(Unreadable) as unreadable:
        read_case(text)
    assert str(unreadable.value) == "\n".join(unreadable.value.faults)
    return unreadable.value.faults


def test_an_order_is_all_that_a_case_needs() -> None:
    assert read_case(case()) == Booking((order("2025-03-10", 8),))


def test_every_key_is_read() -> None:
    whole = {
        "id": "x",
        "note": "x",
        "expected": {},
        "check": [],
        "shape": "consecutive",
        "dob": "2010-01-01",
        "orders": [
            {**ORDER, "weeks": 1, "days": 2, "offence_date": "2025-01-01", "kind": "breach"},
            {**ORDER, "consecutive_to": "Standard"},
        ],
        "chains": [[1, 0]],
        "alongside": ["Standard"],
        "remand_days": 1,
        "tagged_bail_days": 2,
        "days_at_large": 3,
        "release_between": True,
        "top_up_supervision_repealed": True,
        "recall": False,
        "breach": False,
    }
    read = read_case(json.dumps(whole))
    assert set(whole) == set(KEYS)
    assert {key for item in whole["orders"] for key in item} == set(ORDER_KEYS)
    assert (read.orders[0].kind, read.orders[1].consecutive_to) == (Kind.BREACH, "Standard")
    assert (read.orders[0].term.weeks, read.orders[0].term.days) == (1, 2)
    assert (read.remand_days, read.tagged_bail_days, read.days_at_large) == (1, 2, 3)
    assert (read.chains, read.alongside) == (((1, 0),), ("Standard",))
    assert (read.released_between, read.top_up_supervision_repealed) == (True, True)


def test_null_and_nothing_are_the_same() -> None:
    empty = {key: None for key in KEYS if key != "orders"}
    orders = [{**ORDER, **{key: None for key in ORDER_KEYS if key not in ORDER}}]
    assert read_case(json.dumps({**empty, "orders": orders})) == read_case(case())


def test_a_day_may_be_written_as_people_write_it() -> None:
    assert read_case(case(orders=[{"sentenced": "10/3/2025", "months": 8}])) == read_case(case())


@pytest.mark.parametrize(
    ("given", "chains", "each_alone"),
    [
        ({"shape": "consecutive"}, ((0, 1),), False),
        ({"shape": "consecutive", "chains": [[1], [0]]}, ((1,), (0,)), False),
        ({"shape": "independent"}, (), True),
        ({"shape": "different-dates"}, (), False),
        ({"shape": "single"}, (), False),
        ({}, (), False),
    ],
)
def test_the_shape_says_how_orders_stand_to_each_other(
    given: dict[str, Any], chains: tuple[tuple[int, ...], ...], each_alone: bool
) -> None:
    read = read_case(case(orders=[ORDER, ORDER], **given))
    assert (read.chains, read.each_alone) == (chains, each_alone)


@pytest.mark.parametrize(("given", "kind"), [("recall", Kind.RECALL), ("breach", Kind.BREACH)])
def test_a_case_may_be_one_of_recall_or_breach(given: str, kind: Kind) -> None:
    assert read_case(case(**{given: True})).orders[0].kind is kind


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"orders": None}, "orders is missing."),
        ({"orders": []}, "orders: must be a list of 1 to 50 orders."),
        ({"orders": [ORDER] * 51}, "orders: must be a list of 1 to 50 orders."),
        ({"orders": {}}, "orders: must be a list of 1 to 50 orders."),
        ({"orders": [5]}, "orders.0: must be an object."),
        ({"orders": [{"months": 8}]}, "orders.0.sentenced is missing."),
        (
            {"orders": [{"sentenced": "2025-03-10"}]},
            "orders.0.months is missing. Give months, weeks or days.",
        ),
        (
            {"orders": [{**ORDER, "months": 0}]},
            "orders.0.months is 0, and an order has a length. Give months, weeks or days.",
        ),
        (
            {"orders": [{**ORDER, "sentenced": "2025-02-30"}]},
            "orders.0.sentenced: February 2025 has no day 30. Please check the date.",
        ),
        ({"orders": [{**ORDER, "sentenced": 5}]}, "orders.0.sentenced: must be a date like 2026-04-17."),
        ({"orders": [{**ORDER, "months": 8.0}]}, "orders.0.months: must be a whole number from 0 to 999."),
        ({"orders": [{**ORDER, "months": True}]}, "orders.0.months: must be a whole number from 0 to 999."),
        ({"orders": [{**ORDER, "months": 1000}]}, "orders.0.months: must be a whole number from 0 to 999."),
        ({"orders": [{**ORDER, "weeks": 1000}]}, "orders.0.weeks: must be a whole number from 0 to 999."),
        ({"orders": [{**ORDER, "days": 10_000}]}, "orders.0.days: must be a whole number from 0 to 9999."),
        ({"orders": [{**ORDER, "mnths": 8}]}, "orders.0.mnths is an unknown key; the nearest is 'months'."),
        (
            {"orders": [{**ORDER, "offence_date": "x"}]},
            "orders.0.offence_date: “x” is not a date that we can read. Type it as day, month, year, "
            "like 17/4/2026.",
        ),
        (
            {"orders": [{**ORDER, "kind": "brech"}]},
            "orders.0.kind: 'brech' is not one of dto, breach, recall, section 250, "
            "section 259, extended, life, long; the nearest is 'breach'.",
        ),
        ({"orders": [{**ORDER, "consecutive_to": 1}]}, "orders.0.consecutive_to: must be text."),
        ({"shpe": "single"}, "shpe is an unknown key; the nearest is 'shape'."),
        (
            {"shape": "sngle"},
            "shape: 'sngle' is not one of single, independent, consecutive, different-dates; "
            "the nearest is 'single'.",
        ),
        ({"shape": []}, "shape: '[]' is not one of single, independent, consecutive, different-dates."),
        ({"remand_days": -1}, "remand_days: must be a whole number from 0 to 9999."),
        ({"tagged_bail_days": "5"}, "tagged_bail_days: must be a whole number from 0 to 9999."),
        ({"release_between": "yes"}, "release_between: must be true or false."),
        ({"alongside": "Standard"}, "alongside: must be a list of texts."),
        ({"alongside": ["Standard", 1]}, "alongside: must be a list of texts."),
        ({"chains": [[0], 0]}, "chains: must be a list of lists of orders, by number from 0."),
        ({"chains": [0]}, "chains: must be a list of lists of orders, by number from 0."),
        ({"chains": [[]]}, "chains: must be a list of lists of orders, by number from 0."),
        ({"chains": [[1]]}, "chains: names an order that is not there. They are numbered from 0 to 0."),
        ({"chains": [[0, 1]]}, "chains: names an order that is not there. They are numbered from 0 to 0."),
        ({"chains": [[-1]]}, "chains: names an order that is not there. They are numbered from 0 to 0."),
        ({"chains": [[False]]}, "chains: names an order that is not there. They are numbered from 0 to 0."),
        ({"chains": [[0, 0]]}, "chains: names an order twice."),
        (
            {"dob": "2025-03-10", "orders": [{**ORDER, "sentenced": "2025-06-16"}, ORDER]},
            "dob: must be before every order was made.",
        ),
        ({"dob": "2025-03-10"}, "dob: must be before every order was made."),
        ({"cases": []}, "cases: this file holds several cases. Give one of them in a file of its own."),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_names_its_key(given: dict[str, Any], says: str) -> None:
    assert faults(case(**given)) == [says]


def test_as_many_orders_and_days_as_there_is_room_for_are_worked_out() -> None:
    most = {"sentenced": "2200-12-31", "months": 999, "weeks": 999, "days": 9999}
    read = read_case(case(orders=[most] * 50, shape="consecutive", days_at_large=9999, dob="2190-01-01"))
    assert work_out(read)


def test_born_the_day_before_the_order_is_read() -> None:
    assert read_case(case(dob="2025-03-09")).born


def test_every_fault_is_said_at_once() -> None:
    assert len(faults(case(x=1, dob="x", remand_days="x", orders=[{"months": "x"}]))) == 5


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "This is not JSON at line 1."),
        ("[]", "A case file is one JSON object."),
        ("[" * 100_000, "This is not JSON."),
        ('{"dob": 1, "dob": 1}', "dob stands twice in one object."),
        ('{"a\\u200b": 1, "a": 1}', "a stands twice in one object."),
    ],
    ids=["empty", "list", "deep", "twice", "twice to the eye"],
)
def test_what_is_no_object_is_no_case(text: str, says: str) -> None:
    assert faults(text) == [says]


def test_no_more_than_a_line_of_what_was_typed_is_repeated() -> None:
    (key,), (shape,) = faults(case(**{"k" * 99: 1})), faults(case(shape="s" * 99))
    assert key.startswith(f"{'k' * 60} is an unknown key")
    assert shape.startswith(f"shape: '{'s' * 40}' is not one of")


def test_what_would_upset_a_terminal_is_not_repeated() -> None:
    (fault,) = faults(case(**{"\x1b[2Jshape": 1}))
    assert "\x1b" not in fault


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2025-03-10", "dto"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(KEYS + ORDER_KEYS), inner),
)


@given(st.dictionaries(st.sampled_from(KEYS), _values))
def test_no_json_upsets_the_reader(kept: dict[str, Any]) -> None:
    with suppress(Unreadable):
        assert work_out(read_case(json.dumps(kept)))


def test_any_booking_is_worked_out_the_same_from_its_file() -> None:
    read = read_case(case(dob="2010-01-01", orders=[ORDER, ORDER], shape="independent", remand_days=3))
    assert read == booking(order("2025-03-10", 8), order("2025-03-10", 8), each_alone=True, remand_days=3)
