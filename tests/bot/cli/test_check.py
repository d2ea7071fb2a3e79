"""`dayone check`: gaps as words and as JSON, the exit code, and files that are no plans."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.plan_files import NO_HOME, dayone, written

KEYS = {"code", "name", "state", "severity", "about", "why", "closes_when", "sources"}


def found(file: Path, on: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(dayone("check", file, "--on", on, "--format", "json").stdout)
    return read


def acc01(file: Path, on: str) -> dict[str, Any]:
    (item,) = [item for item in found(file, on) if item["code"] == "ACC01"]
    return item


def test_json_is_a_list_of_items_with_the_same_keys(tmp_path: Path) -> None:
    items = found(written(tmp_path, NO_HOME), "2026-05-01")
    assert all(set(item) == KEYS for item in items)
    item = acc01(written(tmp_path, NO_HOME), "2026-05-01")
    assert (item["name"], item["state"], item["severity"]) == ("no-release-address", "open", "gap")
    assert item["about"] == ["home.address_agreed"]
    assert any("3.16" in source for source in item["sources"])


@pytest.mark.parametrize(
    ("on", "state", "severity", "code"),
    [
        ("2026-04-29", "coming", "gap", 0),
        ("2026-04-30", "open", "gap", 0),
        ("2026-06-01", "open", "gap", 0),
        ("2026-06-02", "open", "urgent", 1),
        ("2/6/2026", "open", "urgent", 1),
    ],
)
def test_the_exit_code_is_1_only_where_an_urgent_gap_is_open(
    tmp_path: Path, on: str, state: str, severity: str, code: int
) -> None:
    file = written(tmp_path, NO_HOME)
    item = acc01(file, on)
    assert (item["state"], item["severity"]) == (state, severity)
    assert dayone("check", file, "--on", on).exit_code == code
    assert dayone("check", file, "--on", on, "--format", "json").exit_code == code


def test_what_was_not_asked_is_one_item_a_step_and_no_rule(tmp_path: Path) -> None:
    items = [i for i in found(written(tmp_path, NO_HOME), "2026-03-02") if i["state"] == "not_asked"]
    assert {(i["code"], i["name"], i["severity"]) for i in items} == {(None, None, None)}
    steps = [{fact.partition(".")[0] for fact in item["about"]} for item in items]
    assert all(len(step) == 1 for step in steps)
    assert len(steps) == len({next(iter(step)) for step in steps})


def test_the_text_groups_urgent_open_coming_and_not_asked_with_reasons_and_sources(tmp_path: Path) -> None:
    plan = {**NO_HOME, "facts": {**NO_HOME["facts"], "family": {"release_talked_through": "no"}}}
    text = dayone("check", written(tmp_path, plan), "--on", "2026-06-02").stdout
    early = dayone("check", written(tmp_path, plan), "--on", "2026-03-02").stdout
    assert text.startswith("Gaps in OAK-417\n")
    assert text.index("\nUrgent\n") < text.index("\nOpen\n") < text.index("\nNot asked\n")
    assert "Becomes a gap on Thursday 30 April 2026." in early[early.index("\nComing\n") :]
    assert "Worked out from: Address agreed – no" in text
    assert "Source: Joint thematic inspection of resettlement, 2015, paragraph 3.16" in text


def test_what_is_due_before_the_next_meeting_stands_before_what_is_open(tmp_path: Path) -> None:
    facts = {**NO_HOME["facts"], "family": {"release_talked_through": "no"}}
    booked = [*NO_HOME["meetings"], {"id": "m2", "kind": "review", "on": "2026-05-07"}]
    plan = {**NO_HOME, "facts": facts, "meetings": booked}
    text = dayone("check", written(tmp_path, plan), "--on", "2026-05-01").stdout
    assert text.index("\nBefore the next meeting\n") < text.index("\nOpen\n")
    assert "Becomes a gap on Tuesday 5 May 2026. That is in 4 days." in text
    items = [item for item in found(written(tmp_path, plan), "2026-05-01") if item["code"]]
    said = [text.index(f"({item['code']})") for item in items]
    assert said == sorted(said), "JSON has the same order"


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    past = {**NO_HOME, "facts": {"order": {"middle_date": "2020-01-31"}, "home": {"address_agreed": "no"}}}
    assert dayone("check", written(tmp_path, past)).exit_code == 1


def test_an_action_stands_in_about_where_no_fact_does(tmp_path: Path) -> None:
    plan = {**NO_HOME, "actions": [{"id": "a1", "what": "Ring", "owner": "sam"}]}
    (item,) = [i for i in found(written(tmp_path, plan), "2026-03-02") if i["code"] == "AGY05"]
    assert item["about"] == ["a1"]


def test_whoever_is_missing_from_the_meeting_is_named_in_one_line(tmp_path: Path) -> None:
    facts = {**NO_HOME["facts"], "attendance": {"agencies": ["none"]}}
    text = dayone("check", written(tmp_path, {**NO_HOME, "facts": facts}), "--on", "2026-03-02").stdout
    everybody = "the youth offending team, the child's case worker in custody, health, education"
    assert f"Not recorded as having come or sent anything: {everybody}, housing or social care." in text


def test_a_plan_that_answers_nothing_says_why_it_has_no_gap_and_where_to_start(tmp_path: Path) -> None:
    text = dayone("check", written(tmp_path, {}), "--on", "2026-03-02").stdout
    assert "questions not asked: no gap is raised about those." in text
    assert "Start with the order and its dates." in text
    assert "Start with" not in dayone("check", written(tmp_path, NO_HOME), "--on", "2026-03-02").stdout


@pytest.mark.parametrize(("on", "is_said"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_release_that_should_have_been_and_is_not_recorded_is_said(
    tmp_path: Path, on: str, is_said: bool
) -> None:
    text = dayone("check", written(tmp_path, NO_HOME), "--on", on).stdout
    assert ("has passed, and no release is recorded." in text) is is_said


def test_a_gap_about_part_of_an_answer_names_that_part_and_no_other(tmp_path: Path) -> None:
    health = {"assessed": ["mental", "substance"], "needs": ["mental", "parent"], "parent_support": "no"}
    text = dayone("check", written(tmp_path, {**NO_HOME, "facts": {"health": health}})).stdout
    assert "Physical health: No assessment of this part" in text
    assert "Health needs – Is pregnant, or a parent; Parent or pregnant: support – no" in text


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        ("", "This is not JSON at line 1."),
        ("[1]", "one JSON object"),
        ("{" * 100_000, "not JSON"),
        ("[" * 100_000, "not JSON"),
        (b"\xff\xfe\x00", "not a text file in UTF-8"),
        (b"x" * 5_000_001, "too big"),
        ({"peple": []}, "peple is an unknown key; the nearest is 'people'."),
        ({"facts": {"home": {"adress": "x"}}}, "nearest is 'address'"),
        ({"facts": {"home": {"address_agreed": "perhaps"}}}, "must be yes, no"),
        ({"facts": {"order": {"middle_date": "31/4/2026"}}}, "April 2026 has no day 31"),
        ({"facts": {"\ud800": 1}}, "unknown key"),
        ({"people": 5}, "people"),
        ({"facts": []}, "facts must be an object"),
        ('{"reference": NaN}', "reference"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_plan_gets_a_sentence_for_each_fault(tmp_path: Path, plan: Any, says: str) -> None:
    result = dayone("check", written(tmp_path, plan))
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""
    assert all(line.startswith(str(tmp_path)) for line in result.stderr.splitlines())


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    plan = {"peple": [], "facts": {"home": {"address_agreed": "perhaps", "x": 1}}}
    assert len(dayone("check", written(tmp_path, plan)).stderr.splitlines()) == 3


@pytest.mark.parametrize(
    ("name", "says"),
    [("nowhere.json", "no such file"), (".", "a folder"), ("x\0y", "cannot be read")],
)
def test_what_cannot_be_opened_is_said(tmp_path: Path, name: str, says: str) -> None:
    result = dayone("check", tmp_path / name)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("3/4/26", "could be two different days"),
        ("2026-02-30", "February 2026 has no day 30"),
        ("tomorrow", "Type it as day, month, year"),
        ("", "Type it as day, month, year"),
    ],
)
def test_a_day_that_is_none_is_refused_with_the_way_to_type_it(tmp_path: Path, day: str, says: str) -> None:
    result = dayone("check", written(tmp_path, NO_HOME), "--on", day)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("odd", ["\x1b[2J", "\ud800", "\x00", "\u202e"])
def test_what_would_upset_a_terminal_reaches_none(tmp_path: Path, odd: str) -> None:
    people = [*NO_HOME["people"], {"id": "nan", "name": f"Nan{odd}", "role": "carer"}]
    plan = {**NO_HOME, "people": people, "actions": [{"id": "a", "what": f"Ring{odd}", "owner": "nan"}]}
    for command in (("check",), ("sheet", "--for", "worker"), ("sheet", "--for", "child")):
        assert odd not in dayone(*command, written(tmp_path, plan)).stdout
