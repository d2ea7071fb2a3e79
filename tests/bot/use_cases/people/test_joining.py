"""A code to join with: typed in any way, alone, or twice."""

import pytest

from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.people.test_people import invited

USED_UP = "That code does not work."


@pytest.mark.parametrize("around", ["{}.", "“{}”", "({})", " {},", "{}!", "code: {}"])
def test_a_code_works_with_whatever_stands_around_it(core: Core, around: str) -> None:
    code = around.format(invited(core)).replace("code: ", "")
    assert titles(core.says("Kim", f"join {code}")) == ["Your code was taken"]


@pytest.mark.parametrize("between", ["–", "—", " ", "", "."])
def test_a_code_works_with_whatever_stands_between_its_groups(core: Core, between: str) -> None:
    code = invited(core).replace("-", between)
    assert titles(core.says("Kim", f"join {code.lower()}")) == ["Your code was taken"]


@pytest.mark.parametrize("around", ["{}", "“{}”.", "/dto {}", "@Day One {}"])
def test_a_code_alone_joins(core: Core, around: str) -> None:
    assert titles(core.says("Kim", around.format(invited(core)))) == ["Your code was taken"]


def test_whoever_used_the_code_hears_how_things_stand(core: Core) -> None:
    code = invited(core)
    core.says("Kim", f"join {code}")
    assert "The case lead has not let you in yet." in words(core.says("Kim", f"join {code}"))
    core.says("Sam", f"admit {OAK} p9")
    assert f"You are on {OAK} already." in words(core.says("Kim", f"join {code}"))


def test_nobody_else_learns_anything_from_a_code_that_was_used(core: Core) -> None:
    code = invited(core)
    core.joins_service("Lee", "partner")
    core.says("Kim", f"join {code}")
    assert USED_UP in words(core.says("Lee", f"join {code}"))


def test_whoever_was_turned_away_learns_no_more_than_others(core: Core) -> None:
    code = invited(core)
    core.says("Kim", f"join {code}")
    core.says("Sam", f"admit {OAK} p9 no")
    assert USED_UP in words(core.says("Kim", f"join {code}"))
