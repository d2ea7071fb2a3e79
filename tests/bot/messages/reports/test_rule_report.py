"""Counts of cases are told so that no case can be told from them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import Row
from bot.messages.reports.rule_report import FEW, Counted, Tally, rule_report
from planning_rules.gaps import RULES
from planning_rules.parts import Reason

OPEN = RULES["ACC07"]
SINCE = date(2025, 3, 2)


def told(*tallies: Tally, cases: int = 100) -> list[tuple[str, str]]:
    """The code and what is said of each rule, in order."""
    blocks = rule_report(Counted(SINCE, cases, tallies)).blocks
    return [(block.title[:5], block.detail) for block in blocks if isinstance(block, Row)]


def test_a_rule_is_told_in_whole_fives() -> None:
    assert told(Tally(OPEN, 13, 9, 4, Reason.NOT_OURS)) == [
        (
            "ACC07",
            "Raised in at least 10 cases. Waived: at least 5. Ignored: fewer than 5. "
            "Most often: “It is not ours (say whose)”.",
        )
    ]


def test_a_rule_is_told_where_five_cases_had_its_gap() -> None:
    assert told(Tally(OPEN, 5, 0, 5), cases=5)
    assert not told(Tally(OPEN, 4, 0, 4), cases=100)


def test_the_reason_of_a_few_is_not_told() -> None:
    assert "Most often" not in told(Tally(OPEN, 20, 4, 0, Reason.NOT_OURS))[0][1]


def test_what_is_passed_over_most_comes_first() -> None:
    tallies = [Tally(RULES[code], 20, waived, 5) for code, waived in (("ACC01", 5), ("ACC02", 15))]
    assert [code for code, _ in told(*tallies)] == ["ACC02", "ACC01"]


def test_where_nothing_can_be_told_that_is_said() -> None:
    shown = rule_report(Counted(SINCE, 3, [Tally(OPEN, 3, 1, 1)]))
    assert "No rule was raised in enough cases" in repr(shown)


numbers = st.integers(0, 60)


@given(numbers, numbers, numbers, st.integers(0, 30))
def test_no_number_of_a_few_cases_is_ever_read(raised: int, waived: int, ignored: int, others: int) -> None:
    waived, ignored = min(waived, raised), min(ignored, raised)
    for _, detail in told(Tally(OPEN, raised, waived, ignored), cases=raised + others):
        said = [word.strip("().%,") for word in detail.replace("fewer than 5", "few").split()]
        assert all(int(word) >= FEW for word in said if word.isdigit())
        assert all(int(word) % FEW == 0 for word in said if word.isdigit())
