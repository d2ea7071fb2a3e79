"""What a rule says of the findings tables stands there: the figure, of whom, and what it is about."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.sources import A2, DOCUMENTS, J, Source, in_plain_fractions, law

TABLES = tomllib.loads((Path(__file__).parent / "findings_tables.toml").read_text("utf8"))
ROWS: list[dict[str, Any]] = [row for table in TABLES.values() for row in table["rows"]]
SOURCES = [source for rule in RULES.values() for source in rule.sources]
SHARES = {source for source in [*SOURCES, *(one.source for one in THRESHOLDS.values())] if source.what}


@pytest.mark.parametrize("source", sorted(SHARES, key=lambda one: one.what), ids=lambda one: one.what)
def test_a_share_stands_in_the_findings_tables_in_these_words(source: Source) -> None:
    rows = [row for row in ROWS if row["says"] == source.what]
    assert [(row["share"], row.get("of", "")) for row in rows] == [(source.share, source.of)]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_row_once_in_its_order(name: str) -> None:
    places = [place for row in TABLES[name]["rows"] for place in row["row"]]
    assert places == list(range(1, len(places) + 1))


def test_no_row_says_the_same_as_another_and_each_share_is_a_percentage() -> None:
    assert len({row["says"] for row in ROWS}) == len(ROWS)
    assert [row for row in ROWS if not 0 <= row["share"] <= 100] == []


def test_every_source_of_a_rule_is_a_document_that_the_rulebook_names() -> None:
    assert {source.document for source in SOURCES} <= set(DOCUMENTS)


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (0, "none"),
        (4, "fewer than 1 in 10"),
        (5, "about 1 in 10"),
        (14, "about 1 in 8"),
        (19, "about 1 in 5"),
        (24, "about 1 in 4"),
        (36, "about 1 in 3"),
        (55, "about half"),
        (56, "about 3 in 5"),
        (65, "about 2 in 3"),
        (94, "about 9 in 10"),
        (97, "more than 9 in 10"),
        (100, "all"),
    ],
)
def test_a_share_reads_as_roughly_as_so_few_children_allow(percent: int, words: str) -> None:
    assert in_plain_fractions(percent) == words
    assert A2(percent, "the home was kept").cited == (
        "Joint thematic inspection of resettlement, 2015, Appendix 2: the home was kept "
        f"– {words} of some 30 children looked at in 2014"
    )


def test_a_share_of_some_of_the_cases_says_of_which() -> None:
    assert A2(52, "it failed", of="the homes tried").cited.endswith(
        "it failed – about half of the homes tried, among some 30 children looked at in 2014"
    )


def test_a_source_reads_as_its_document_and_place() -> None:
    thematic = "Joint thematic inspection of resettlement, 2015"
    assert J("3.16").cited == f"{thematic}, paragraph 3.16"
    assert J("R25a").cited == f"{thematic}, recommendation 25a"
    assert law("SC", "241").cited == "Sentencing Act 2020, section 241"
    assert (J("3.16").short, J("R25a").short, A2(55, "x").short) == ("J¶3.16", "J-R25a", "A2 55%")
