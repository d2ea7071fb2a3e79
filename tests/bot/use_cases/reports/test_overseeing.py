"""A manager signs off with one press that they looked at a plan, and takes it back with another."""

import pytest

from bot.conversation.heard import Said
from planning_rules.facts.answers import State
from planning_rules.parts import Role
from tests.bot.core import OAK, Core, words


def overseen(core: Core) -> State:
    return core.plan().safety.overseen.state


def test_one_press_keeps_who_looked_and_when(core: Core) -> None:
    outcome = core.says("Morgan", f"oversee {OAK}")
    assert f"notoverseen {OAK}" in repr(outcome.shown)
    answer = core.plan().safety.overseen
    assert (answer.is_yes, answer.typed_by, answer.on) == (True, "morgan", core.now.date())
    assert "No manager’s oversight" not in words(core.says("Morgan", "digest"))


def test_it_is_taken_back_to_what_it_was(core: Core) -> None:
    for before in (State.NOT_ASKED, State.NO, State.YES):
        if before is not State.NOT_ASKED:
            said = "yes" if before is State.YES else "no"
            core.answers("Sam", f"change {OAK} safety", {"safety.overseen": said})
        was = core.plan().safety.overseen
        core.says("Morgan", f"oversee {OAK}")
        core.says("Morgan", f"notoverseen {OAK}")
        assert core.plan().safety.overseen == was
        assert overseen(core) is before


def test_what_somebody_else_put_down_since_is_not_taken_back(core: Core) -> None:
    core.says("Morgan", f"oversee {OAK}")
    core.answers("Sam", f"change {OAK} safety", {"safety.overseen": "no"})
    outcome = core.says("Morgan", f"notoverseen {OAK}")
    assert outcome.refused
    assert overseen(core) is State.NO


def test_what_another_manager_signed_off_since_is_theirs_to_take_back(core: Core) -> None:
    core.joins_service("Max", "manager")
    core.names("Max", Role.MANAGER)
    core.says("Morgan", f"oversee {OAK}")
    core.says("Max", f"oversee {OAK}")
    assert core.says("Morgan", f"notoverseen {OAK}").refused
    assert core.plan().safety.overseen.typed_by == "max"


@pytest.mark.parametrize("who", ["Sam", "Jo", "Alex", "Priya"])
@pytest.mark.parametrize("what", ["oversee", "notoverseen"])
def test_nobody_but_a_manager_signs_off(core: Core, who: str, what: str) -> None:
    outcome = core.says(who, f"{what} {OAK}")
    assert "Only a manager on the case can sign off" in words(outcome)
    assert overseen(core) is State.NOT_ASKED


def test_a_press_sent_twice_signs_off_once(core: Core) -> None:
    for _ in range(2):
        core.hear("Morgan", Said(f"oversee {OAK}"), "one request")
    assert sum("safety.overseen" in row for row in core.kept()["answers"]) == 1
