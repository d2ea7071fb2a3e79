"""To which agency a gap is counted."""

from dataclasses import replace

import pytest

from planning_rules.counting.agencies import EVERY, closes
from planning_rules.gaps import RULES


@pytest.mark.parametrize(
    ("closed_by", "agency"),
    [
        ("the youth offending team with housing or social care", "yot"),
        ("health staff in the secure setting", "health"),
        ("the secure setting's teachers, or a careers adviser", "secure"),
        ("the child's case worker in custody", "secure"),
        ("the child's social worker or personal adviser", "social_care"),
        ("housing", "housing"),
        ("the council's education service", "education"),
        ("the chair", "other"),
    ],
)
def test_it_is_the_one_that_is_named_first(closed_by: str, agency: str) -> None:
    assert closes(replace(RULES["ACC01"], closed_by=closed_by)) == agency


def test_every_rule_has_one_that_has_a_name() -> None:
    assert {closes(rule) for rule in RULES.values()} <= set(EVERY)
    assert sum(closes(rule) == "other" for rule in RULES.values()) < len(RULES) / 4
