"""`dayone rules` and `dayone schema`: what is published of the rulebook and of the plan file."""

import json

import jsonschema
import pytest

from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.thresholds import SHARED
from tests.bot.cli.plan_files import NO_HOME, dayone


def test_json_gives_every_rule_with_all_that_the_contract_names() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)
    assert [rule["code"] for rule in published["rules"]] == sorted(RULES)
    for rule in published["rules"]:
        assert rule["stages"]
        assert rule["sources"]
        assert {"name", "severity", "thresholds", "asks"} < set(rule)


def test_json_gives_the_rules_that_cite_each_recommendation() -> None:
    cited = json.loads(dayone("rules", "--format", "json").stdout)["recommendations"]
    assert {"ACC07", "CHI03"} <= set(cited["R25a"])


def test_a_local_threshold_is_shown_as_local_policy() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)["rules"]
    (rule,) = [rule for rule in published if rule["code"] == "ACC01"]
    assert {(one["value"], one["source"]) for one in rule["thresholds"]} == {
        ("2 months", "local policy"),
        ("4 weeks", "local policy"),
    }


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_rule_and_its_name_stands_in_the_page(form: str) -> None:
    page = dayone("rules", "--format", form).stdout
    assert [code for code, rule in RULES.items() if code not in page or rule.name not in page] == []


def test_every_row_of_the_markdown_table_has_as_many_cells_as_its_head() -> None:
    lines = dayone("rules", "--format", "md").stdout.splitlines()
    rows = [line for line in lines if line.startswith("| ") and "recommendation |" not in line]
    assert {row.count(" | ") for row in rows[: len(RULES) + 2]} == {7}


def test_every_threshold_but_those_of_all_rules_belongs_to_one() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)["rules"]
    named = {one["name"] for rule in published for one in rule["thresholds"]}
    assert set(THRESHOLDS) - named <= {one.name for one in SHARED}
    assert named <= set(THRESHOLDS)


def test_the_schema_is_one_that_a_plan_file_meets() -> None:
    schema = json.loads(dayone("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    reader = jsonschema.Draft202012Validator(schema)
    assert reader.is_valid(NO_HOME)
    assert not reader.is_valid({"peple": []})
