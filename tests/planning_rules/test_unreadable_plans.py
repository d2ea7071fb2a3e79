"""A file that is no plan is refused with a sentence for each fault: where it stands, and what is nearest."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planning_rules.json_object import Unreadable
from planning_rules.plan_file import read_plan, schema

SCHEMA = Draft202012Validator(schema())
MUM = {"id": "mum", "name": "Mum", "role": "parent"}
MEETING = {"id": "m1", "kind": "first", "on": "2026-03-02"}
HANDING = {"to": "mum", "meeting": "m1", "on": "2026-03-02", "how": "posted", "by": "mum"}
WAIVER = {"rule": "ACC01", "reason": "not ours", "words": "No", "on": "2026-03-02"}


def faults(kept: Any) -> list[str]:
    with pytest.raises(Unreadable) as refused:
        read_plan(kept if isinstance(kept, str) else json.dumps(kept))
    return refused.value.faults


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        ({"referense": "OAK-417"}, "referense is an unknown key; the nearest is 'reference'."),
        ({"facts": {"hom": {}}}, "facts.hom is an unknown key; the nearest is 'home'."),
        (
            {"facts": {"home": {"adress_agreed": "yes"}}},
            "facts.home.adress_agreed is an unknown key; the nearest is 'address_agreed'.",
        ),
        (
            {"people": [{**MUM, "fone": "1"}]},
            "people.0.fone is an unknown key; the nearest is 'phone'.",
        ),
        (
            {"facts": {"home": {"council": {"anser": "Leeds"}}}},
            "facts.home.council: there is an unknown key 'anser'; the nearest is 'answer'.",
        ),
        (
            {"facts": {"home": {"council": {"not_known": {"whom": "sam"}}}}},
            "facts.home.council: there is an unknown key 'whom'; the nearest is 'who'.",
        ),
        (
            {"people": [MUM], "facts": {"attendance": {"took_part": {"mom": "came"}}}},
            "facts.attendance.took_part/mom: this is about nobody among the people; the nearest is 'mum'.",
        ),
        ({"qqqq": 1}, "qqqq is an unknown key."),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_one_and_fails_the_schema(kept: Any, fault: str) -> None:
    assert faults(kept) == [fault]
    assert not SCHEMA.is_valid(kept) or "nobody" in fault


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        (
            {"facts": {"home": {"council": {"answer": "Leeds", "said_by": "mom"}}}},
            "facts.home.council.said_by",
        ),
        (
            {"facts": {"home": {"council": {"answer": "Leeds", "typed_by": "mom"}}}},
            "facts.home.council.typed_by",
        ),
        ({"facts": {"home": {"council": {"not_known": {"who": "mom"}}}}}, "facts.home.council.not_known.who"),
        ({"facts": {"home": {"next_step_by": "mom"}}}, "facts.home.next_step_by"),
        ({"actions": [{"id": "a1", "what": "Ring", "owner": "mom"}]}, "actions.0.owner"),
        ({"waivers": [{**WAIVER, "by": "mom"}]}, "waivers.0.by"),
        (
            {"disagreements": [{"fact": "home.council", "between": ["mum", "mom"]}]},
            "disagreements.0.between",
        ),
        ({"meetings": [MEETING], "handings": [{**HANDING, "to": "mom"}]}, "handings.0.to"),
        ({"meetings": [MEETING], "handings": [{**HANDING, "by": "mom"}]}, "handings.0.by"),
        ({"meetings": [MEETING], "handings": [{**HANDING, "wrong_by": "mom"}]}, "handings.0.wrong_by"),
    ],
)
def test_whoever_is_named_and_not_on_the_case_is_a_fault_with_the_nearest_id(kept: Any, place: str) -> None:
    (fault,) = faults({"people": [MUM], **kept})
    assert fault == f"{place}: 'mom' is nobody among the people; the nearest is 'mum'."


def test_workers_disagree_about_a_fact_that_exists() -> None:
    fault = "disagreements.0.fact: 'home.counsil' is no fact; the nearest is 'home.council'."
    assert faults({"disagreements": [{"fact": "home.counsil"}]}) == [fault]


def test_a_sheet_is_that_of_a_meeting_that_was_held() -> None:
    fault = "handings.0.meeting: 'm2' is no meeting; the nearest is 'm1'."
    handing = {**HANDING, "meeting": "m2"}
    assert faults({"people": [MUM], "meetings": [MEETING], "handings": [handing]}) == [fault]


@pytest.mark.parametrize("wrong", [{"how": "by owl"}, {"on": "soon"}, {"how": None}])
def test_a_handing_says_when_and_how_as_the_schema_has_it(wrong: Any) -> None:
    kept = {"people": [MUM], "meetings": [MEETING], "handings": [{**HANDING, **wrong}]}
    assert faults(kept)[0].startswith(f"handings.0.{next(iter(wrong))}: ")
    assert not SCHEMA.is_valid(kept) or "on" in wrong


def test_an_action_finds_out_a_fact_that_exists() -> None:
    action = {"id": "a1", "what": "Ring", "finds_out": "home.counsil"}
    fault = "actions.0.finds_out: 'home.counsil' is no fact; the nearest is 'home.council'."
    assert faults({"actions": [action]}) == [fault]


@pytest.mark.parametrize(
    ("step", "name", "kept"),
    [
        ("home", "address_agreed", True),
        ("home", "address_agreed", "maybe"),
        ("home", "address_agreed", ["yes"]),
        ("home", "living_with", "mum"),
        ("home", "suitable", "safe"),
        ("home", "suitable", ["safest"]),
        ("home", "ready_on", "2026-02-30"),
        ("home", "ready_on", 20260417),
        ("home", "council", ""),
        ("home", "council", "\u200b\x00"),
        ("home", "council", "x" * 20_000),
        ("home", "council", None),
        ("home", "council", {}),
        ("home", "council", {"answer": "Leeds", "declined": True}),
        ("home", "council", {"answer": "Leeds", "on": "soon"}),
        ("home", "council", {"answer": "Leeds", "said_by": None}),
        ("home", "ready_on", {"answer": "2026-04-17", "typed": 17}),
        ("home", "council", {"declined": False}),
        ("home", "council", {"does_not_apply": ""}),
        ("home", "council", {"not_known": "sam"}),
        ("home", "council", {"not_known": {"who": 3}}),
        ("home", "council", {"not_known": {"by": "asap"}}),
        ("home", "next_step_by", ""),
        ("family", "miles_from_home", -1),
        ("family", "miles_from_home", 12.5),
        ("family", "miles_from_home", True),
        ("family", "miles_from_home", "far"),
        ("attendance", "took_part", "came"),
    ],
)
def test_a_bad_answer_is_one_fault_that_says_where(step: str, name: str, kept: Any) -> None:
    (fault,) = faults({"facts": {step: {name: kept}}})
    assert fault.startswith(f"facts.{step}.{name}")
    assert len(fault) < 250


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "This is not JSON at line 1."),
        ('{\n"people": }', "This is not JSON at line 2."),
        ("[" * 100_000, "This is not JSON."),
        ("[]", "A plan file is one JSON object."),
        ('{"facts": {}, "facts": {}}', "facts stands twice in one object."),
    ],
)
def test_what_is_no_plan_file_is_refused_with_a_sentence(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    "kept",
    [
        {"format": "dayone-plan/9"},
        {"first_name": None},
        {"people": None},
        {"people": [{"id": "mum", "name": "Mum"}]},
        {"people": [{**MUM, "role": "mother"}]},
        {"people": [{**MUM, "id": "\u200b"}]},
        {"people": [MUM, MUM]},
        {"people": [{**MUM, "lead": "yes"}]},
        {"actions": [{"id": "a1", "what": "Ring", "by": 0}]},
        {"meetings": [{"id": "m1", "kind": "first", "on": "2026-02-30"}]},
        {"facts": []},
        {"facts": {"home": "yes"}},
    ],
)
def test_a_bad_part_is_one_fault(kept: Any) -> None:
    assert len(faults(kept)) == 1


def test_every_fault_is_told_at_once() -> None:
    kept = {"nam": 1, "people": [{}], "facts": {"home": {"living_with": "mum", "suitable": 1}}}
    assert len(faults(kept)) == 6


def test_a_fault_can_be_printed_whatever_was_in_the_file() -> None:
    for kept in ({"\ud800": 1}, {"facts": {"attendance": {"took_part": {"\ud800\u202e": "came"}}}}):
        assert "".join(faults(kept)).encode().isascii()
