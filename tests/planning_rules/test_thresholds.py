"""A number that rules measure by says where it comes from, who may set it, and when it was last checked."""

from dataclasses import replace
from datetime import date

import pytest

from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.rulebook import Day
from planning_rules.sources import DOCUMENTS, L
from planning_rules.thresholds import SHARED, Unit
from tests.planning_rules.rule_examples import TODAY
from tests.stale_thresholds import stale_lines

A_YEAR_BEFORE = date(2025, 3, 2)


@pytest.mark.parametrize("name", THRESHOLDS)
def test_a_threshold_says_what_it_is_how_much_and_where_it_comes_from(name: str) -> None:
    threshold = THRESHOLDS[name]
    assert threshold.says[0].isupper()
    assert threshold.says[-1].isalpha()
    assert threshold.amount > 0
    assert threshold.source.document in DOCUMENTS


@pytest.mark.parametrize(
    ("code", "name"), [(rule.code, one.name) for rule in RULES.values() for one in rule.thresholds]
)
def test_a_number_is_local_policy_or_stands_in_a_source_of_its_rule(code: str, name: str) -> None:
    source = THRESHOLDS[name].source
    assert source == L or source in RULES[code].sources


def test_every_threshold_is_of_a_rule_or_shared() -> None:
    of_rules = {one.name for rule in RULES.values() for one in rule.thresholds}
    assert set(THRESHOLDS) == of_rules | {one.name for one in SHARED}


def test_a_service_may_set_what_is_local_or_rough_and_nothing_else() -> None:
    fixed = {name for name, one in THRESHOLDS.items() if not one.may_be_set}
    assert fixed == {"early-look-back", "late-look-back", "far-from-home"}
    for name, one in THRESHOLDS.items():
        theirs = replace(one, amount=one.amount + 1)
        assert Day(TODAY, {name: theirs}).ours(one) == (one if name in fixed else theirs)


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit in ("mile", "worker", "meeting", "word")])
def test_what_is_no_length_of_time_has_no_day_before(unit: Unit) -> None:
    with pytest.raises(ValueError, match="no length of time"):
        replace(THRESHOLDS["address-agreed"], unit=unit).before(TODAY)


def test_what_nobody_checked_for_more_than_a_year_is_stale() -> None:
    just, over = (
        replace(THRESHOLDS["far-from-home"], checked=day) for day in (A_YEAR_BEFORE, date(2025, 3, 1))
    )
    assert not just.is_stale(TODAY)
    assert over.is_stale(TODAY)
    assert stale_lines([just, over], TODAY) == [
        "far-from-home: 50 miles, from Joint thematic inspection of resettlement, 2015, paragraph 3.34. "
        "Last checked on Saturday 1 March 2025."
    ]


def test_every_threshold_was_checked_when_this_edition_was_made() -> None:
    assert stale_lines(THRESHOLDS.values(), date(2026, 11, 22)) == []
    assert len(stale_lines(THRESHOLDS.values(), date(2028, 1, 1))) == len(THRESHOLDS)
