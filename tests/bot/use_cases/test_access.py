"""Who may do what. A case that does not name you is as one that does not exist."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.conversation.heard import Outcome
from planning_rules.parts import Role
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import everything, ready

NOWHERE = "ZZZ-999"


def a_stranger(core: Core) -> None:
    core.joins_service("Kim", "worker", "chair", "manager")


def somebody_with_a_code_taken(core: Core) -> None:
    assert not core.says(*ready(core, "join")).refused


def somebody_whose_time_on_it_ended_today(core: Core) -> None:
    core.joins_service("Kim", "worker")
    core.names("Kim", Role.YOT, ended_on=date(2026, 3, 2))


def a_member_of_the_board(core: Core) -> None:
    core.joins_service("Kim", "board")
    core.names("Kim")


def an_administrator(core: Core) -> None:
    core.joins_service("Kim", "administrator")
    core.names("Kim", Role.MANAGER)


def somebody_without_a_role(core: Core) -> None:
    core.joins_service("Kim")
    core.names("Kim", Role.YOT)


OUTSIDERS = [
    a_stranger,
    somebody_with_a_code_taken,
    somebody_whose_time_on_it_ended_today,
    a_member_of_the_board,
    an_administrator,
    somebody_without_a_role,
]


def as_if_nowhere(outcome: Outcome) -> str:
    return repr(outcome).replace(OAK, NOWHERE)


@pytest.mark.parametrize("outsider", OUTSIDERS, ids=lambda outsider: outsider.__name__)
def test_whatever_is_tried_on_a_case_of_others_is_answered_as_for_no_case(
    core: Core, outsider: Callable[[Core], None]
) -> None:
    core.says("Sam", f"meet {OAK}")
    outsider(core)
    before = core.kept()
    for here, nowhere in zip(everything(), everything(NOWHERE), strict=True):
        answer = core.hear("Kim", here)
        assert as_if_nowhere(answer) == repr(core.hear("Kim", nowhere)), here
        assert answer.refused
    assert core.kept() == before


@pytest.mark.parametrize("outsider", OUTSIDERS, ids=lambda outsider: outsider.__name__)
def test_an_outsider_finds_nothing_in_the_channel_the_list_or_the_printer(
    core: Core, outsider: Callable[[Core], None]
) -> None:
    core.says("Sam", f"meet {OAK}")
    outsider(core)
    assert core.feed("Kim") == []
    assert core.day_one.cases(core.people["Kim"]) == []
    assert OAK not in words(core.says("Kim", "list"))
    assert isinstance(core.day_one.printable(core.people["Kim"], OAK, "child"), Refusal)


def test_whose_time_ends_tomorrow_is_on_the_case_today(core: Core) -> None:
    core.joins_service("Kim", "worker")
    core.names("Kim", Role.YOT, ended_on=date(2026, 3, 3))
    assert titles(core.says("Kim", f"case {OAK}")) == [f"Case {OAK}"]


def test_whoever_is_let_in_sees_the_case_and_nothing_private(core: Core) -> None:
    assert not core.says(*ready(core, "admit")).refused
    assert titles(core.says("Kim", f"case {OAK}")) == [f"Case {OAK}"]
    assert core.says("Kim", f"private {OAK} health").refused
