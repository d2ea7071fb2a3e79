"""Whether child and adults agree, and understood, is asked at each meeting and kept with its version."""

from datetime import timedelta

import pytest

from bot.use_cases.sheets.plan_before import plans_before
from tests.bot.core import OAK, Core, words

DISAGREED = {
    "agreement.child_agrees": "disagrees",
    "agreement.child_disagrees_because": "It is too far from Nan",
    "agreement.child_answered": "explained",
    "agreement.child_said_it_back": "no",
    "agreement.adult_agrees/mum": "disagrees",
    "agreement.adult_disagrees_because/mum": "He needs his own room",
    "agreement.adult_agrees/nan": "not_asked",
    "agreement.adult_not_asked_because/nan": "Nobody could reach her",
}
MEETING = "Review meeting, Monday 2 March 2026"
TOLD = (
    "Child agrees: Does not agree",
    "Child: why not: “It is too far from Nan”",
    "Child said it back: no",
    "Mum: Agrees with the plan: Does not agree",
    "Mum: Why they do not agree: “He needs his own room”",
    "Nan: Why they were not asked: Nobody could reach her",
)


@pytest.fixture
def met(core: Core) -> Core:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"change {OAK} agreement", DISAGREED | {"said_by": "robin"})
    return core


def a_month_later(core: Core) -> Core:
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    core.now += timedelta(days=28)
    core.says("Sam", f"meet {OAK}")
    return core


def test_whoever_closes_a_meeting_sees_first_who_does_not_agree_and_was_not_asked(met: Core) -> None:
    shown = words(met.says("Sam", f"finish {OAK}"))
    for said in (
        "The child does not agree",
        "The child could not say the plan back",
        "Mum does not agree",
        "Nan was not asked if they agree",
    ):
        assert said in shown


def test_whoever_closes_a_meeting_sees_of_whom_it_is_not_recorded(met: Core) -> None:
    shown = words(a_month_later(met).says("Sam", f"finish {OAK}"))
    for who in ("the child", "Mum", "Nan"):
        assert f"It is not recorded whether {who} agrees" in shown


def test_nobody_is_asked_about_somebody_whom_the_child_may_not_meet(met: Core) -> None:
    a_month_later(met).answers("Sam", f"edit {OAK} mum", {"contact": "barred"})
    assert "whether Mum agrees" not in words(met.says("Sam", f"finish {OAK}"))


def test_the_version_that_a_meeting_leaves_keeps_what_was_said_of_it(met: Core) -> None:
    a_month_later(met)
    with met.case() as case:
        kept = plans_before(case)[-1]
    assert kept.agreement.child_disagrees_because.value == "It is too far from Nan"
    assert kept.answer("agreement.adult_not_asked_because/nan").value == "Nobody could reach her"
    assert kept.agreement.child_said_it_back.is_no


def test_at_the_next_meeting_it_is_asked_anew_and_what_was_said_before_still_shows(met: Core) -> None:
    before = words(met.says("Jo", f"sheet {OAK} worker"))
    assert "Who agreed with each version" not in before
    a_month_later(met)
    assert not met.plan().agreement.child_agrees.is_asked
    shown = words(met.says("Jo", f"sheet {OAK} worker"))
    assert MEETING in shown.partition("Who agreed with each version")[2]
    lines = [line.strip().removeprefix(f"{MEETING}: ") for line in shown.splitlines()]
    assert [line for line in lines if line in TOLD] == list(TOLD)


@pytest.mark.parametrize("reader", ["child", "mum"])
def test_no_sheet_of_child_or_adults_repeats_what_others_said_of_an_earlier_version(
    met: Core, reader: str
) -> None:
    a_month_later(met)
    shown = words(met.says("Sam", f"sheet {OAK} {reader}"))
    assert "Who agreed with each version" not in shown
    assert "own room" not in shown
