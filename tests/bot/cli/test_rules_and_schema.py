"""`dayone rules` and `dayone schema`: what is published of the rulebook and of the plan file."""

import json
import re

import jsonschema
import pytest

from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.recommendations import RECOMMENDATIONS, Recommendation, answered
from planning_rules.thresholds import SHARED
from tests.bot.cli.plan_files import NO_HOME, dayone
from tests.guards.house import ROOT

PAGE = ROOT / "docs" / "rules.md"


def test_json_gives_every_rule_with_all_that_the_contract_names() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)
    assert [rule["code"] for rule in published["rules"]] == sorted(RULES)
    for rule in published["rules"]:
        assert rule["stages"]
        assert rule["sources"]
        assert {"name", "severity", "thresholds", "asks"} < set(rule)


def test_the_published_page_is_the_one_that_the_rules_make() -> None:
    """Where it fails: `make rules-page`."""
    page = dayone("rules", "--format", "md").stdout
    assert PAGE.read_text("utf8") == page, "docs/rules.md is stale: make rules-page"


def test_the_readme_and_the_guide_lead_to_the_page() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "(docs/rules.md)" in (ROOT / name).read_text("utf8")


def test_json_says_of_each_recommendation_which_rules_answer_it_or_why_none_does() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)
    assert {"ACC07", "CHI03"} <= set(published["recommendations"]["R25a"])
    unanswered = {name for name, codes in published["recommendations"].items() if not codes}
    assert unanswered == set(published["no_rule"])
    assert list(published["subjects"]) == list(published["recommendations"])
    assert [one.name for one in RECOMMENDATIONS] == list(published["subjects"])


def test_json_says_the_same_from_rule_to_recommendation() -> None:
    published = json.loads(dayone("rules", "--format", "json").stdout)
    back = {(name, rule["code"]) for rule in published["rules"] for name in rule["recommendations"]}
    assert back == {(name, code) for name, codes in published["recommendations"].items() for code in codes}


@pytest.mark.parametrize("one", RECOMMENDATIONS, ids=lambda one: one.name)
@pytest.mark.parametrize(("lines", "begins"), [(2, "• {}, "), (1, '| <a id="r{}"></a>')])
def test_every_recommendation_stands_in_the_page_with_its_rules_or_the_reason(
    one: Recommendation, lines: int, begins: str, pages: dict[int, list[str]]
) -> None:
    page, start = pages[lines], begins.format(one.name if lines == 2 else one.number)
    (at,) = [number for number, line in enumerate(page) if line.startswith(start)]
    said = "\n".join(page[at : at + lines])
    assert [part for part in (one.subject, *(one.answered_by or (one.no_rule,))) if part not in said] == []


@pytest.fixture(scope="module")
def pages() -> dict[int, list[str]]:
    """The text, which takes two lines for a recommendation, and the published page, which takes one."""
    forms = {2: "text", 1: "md"}
    return {lines: dayone("rules", "--format", form).stdout.split("\n") for lines, form in forms.items()}


def test_every_link_of_the_page_leads_somewhere_in_it(pages: dict[int, list[str]]) -> None:
    page = "\n".join(pages[1])
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    anchors |= set(re.findall(r'<a id="(\w+)">', page))
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert len(links) > len(RULES) + len(RECOMMENDATIONS)
    assert links <= anchors


def test_each_rule_has_a_section_with_all_that_is_to_be_known_of_it(pages: dict[int, list[str]]) -> None:
    sections = dict(
        part.split("\n", 1) for part in re.split(r"^### ", "\n".join(pages[1]), flags=re.MULTILINE)[1:]
    )
    for rule in RULES.values():
        section = sections[f"{rule.code} {rule.name}"]
        parts = [rule.says, rule.why, str(rule.severity).capitalize(), *map(str, rule.stages)]
        parts += [rule.closes_when, rule.closed_by, *(source.cited for source in rule.sources)]
        parts += [one.spoken for one in rule.thresholds] + [fact.question for fact in rule.asks]
        parts += [one.subject for one in answered(rule)]
        assert [part for part in parts if part not in section] == [], rule.code
        assert ("the case lead, and workers named for" in section) is rule.is_private


def test_of_whom_a_question_is_asked_stands_beside_it(pages: dict[int, list[str]]) -> None:
    page = "\n".join(pages[1])
    assert "Is an address agreed? (before the meeting)" in page
    assert "Which dangers at this address were considered? (in private)" in page


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


def test_every_row_of_a_table_has_three_cells(pages: dict[int, list[str]]) -> None:
    rows = [line for line in pages[1] if line.startswith("| ")]
    assert len(rows) > len(RULES) + len(RECOMMENDATIONS)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}


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
