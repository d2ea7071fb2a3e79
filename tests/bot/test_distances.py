"""Distances: what postcodes.io is asked and answers, and what is said where it does not."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from responses import RequestsMock

from bot.app import day_one
from bot.conversation.districts import District
from bot.distances import LONGEST_WAIT, OUTCODES, Districts
from bot.messages.miles import not_found, not_reached
from planning_rules.refusal import Refusal
from tests.bot.core import open_core

LS10, M1 = District("LS10"), District("M1")
LEEDS = {"outcode": "LS10", "latitude": 53.7686, "longitude": -1.5327}
MANCHESTER = {"outcode": "M1", "latitude": 53.4779, "longitude": -2.2344}


@pytest.fixture
def asked() -> Iterator[RequestsMock]:
    """postcodes.io: what is not added is not reached."""
    with RequestsMock() as asked:
        yield asked


def answers(asked: RequestsMock, district: str, **more: Any) -> None:
    asked.get(f"{OUTCODES}{district}", **more)


def found(**place: Any) -> dict[str, Any]:
    """An answer as https://api.postcodes.io/docs/outcode/lookup shows it, in short."""
    return {"json": {"status": 200, "result": {"eastings": 1, "admin_ward": ["Hunslet"], **place}}}


def miles(districts: Districts | None = None) -> int | Refusal:
    return (districts or Districts()).miles_between(LS10, M1)


def test_two_districts_are_so_many_miles_apart_in_a_straight_line(asked: RequestsMock) -> None:
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **found(**MANCHESTER))
    assert miles() == 35


@pytest.mark.parametrize(
    ("place", "apart"),
    [
        ({"latitude": 53.7686, "longitude": -1.5327}, 0),
        # A minute of latitude is a nautical mile, of 1.151 miles.
        ({"latitude": 52.7686, "longitude": -1.5327}, 69),
        # On the 60th parallel a degree of longitude is half as long.
        ({"latitude": 60, "longitude": -1.5327}, 431),
    ],
)
def test_a_degree_is_as_long_as_on_the_map(asked: RequestsMock, place: dict[str, float], apart: int) -> None:
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **found(outcode="M1", **place))
    assert miles() == apart


def test_nothing_but_the_district_is_sent_and_nobody_is_waited_for_long(asked: RequestsMock) -> None:
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **found(**MANCHESTER))
    miles()
    first, second = (call.request for call in asked.calls)
    assert (first.url, second.url) == (f"{OUTCODES}LS10", f"{OUTCODES}M1")
    assert (first.method, first.body) == ("GET", None)
    assert first.req_kwargs["timeout"] == LONGEST_WAIT
    assert sum(LONGEST_WAIT) < 3


def test_a_district_is_asked_for_once(asked: RequestsMock) -> None:
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **found(**MANCHESTER))
    districts = Districts()
    assert [miles(districts), districts.miles_between(M1, LS10)] == [35, 35]
    assert len(asked.calls) == 2


def test_a_district_that_was_not_reached_is_asked_for_again(asked: RequestsMock) -> None:
    answers(asked, "LS10", status=503)
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **found(**MANCHESTER))
    districts = Districts()
    assert [miles(districts), miles(districts)] == [not_reached(), 35]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404, "json": {"status": 404, "error": "Outcode not found"}},
        found(outcode="LS10", latitude=None, longitude=None),
    ],
    ids=["no district", "a district of no place"],
)
def test_a_district_that_lies_nowhere_is_said_to(asked: RequestsMock, answer: dict[str, Any]) -> None:
    answers(asked, "LS10", **answer)
    assert miles() == not_found("LS10")


@pytest.mark.parametrize(
    "answer",
    [
        {"body": requests.ConnectTimeout("M1")},
        {"body": requests.ConnectionError("M1")},
        {"body": requests.exceptions.ChunkedEncodingError("M1")},
        {"status": 500},
        {"status": 429},
        {"body": "<html>M1"},
        {"body": b"\xff"},
        {"json": {"status": 200, "result": None}},
        found(outcode="M1"),
        found(**MANCHESTER | {"outcode": "LS10"}),
        found(**MANCHESTER | {"latitude": "north"}),
        found(**MANCHESTER | {"latitude": 91}),
        found(**MANCHESTER | {"longitude": 20}),
        {"body": json.dumps({"result": MANCHESTER | {"latitude": float("nan")}})},
    ],
    ids=repr,
)
def test_an_answer_that_is_none_is_a_sentence_and_nothing_in_a_log(
    asked: RequestsMock, answer: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    answers(asked, "LS10", **found(**LEEDS))
    answers(asked, "M1", **answer)
    with caplog.at_level(logging.INFO):
        assert miles() == not_reached()
    assert not caplog.records


def test_nobody_is_followed_elsewhere(asked: RequestsMock) -> None:
    answers(asked, "LS10", status=302, headers={"Location": "https://elsewhere.example/LS10"})
    assert miles() == not_reached()
    assert [call.request.url for call in asked.calls] == [f"{OUTCODES}LS10"]


def test_nobody_is_asked_unless_whoever_runs_it_says_so(tmp_path: Path) -> None:
    with open_core(f"sqlite:///{tmp_path / 'x'}") as core:
        assert day_one(core.store).miles_between is None
        assert day_one(core.store, distances=True).miles_between
