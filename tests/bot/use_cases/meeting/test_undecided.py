"""Before a meeting closes: every gap has an action, or a reason in a code why not, or stands on the list."""

from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise

HEADING = "with no action, and no reason why not"
NEED = "The child has a mental health need, and no community appointment is recorded for release."


def undecided(core: Core) -> str:
    """What is listed below that heading."""
    shown = words(core.says("Sam", f"finish {OAK}"))
    return shown.partition(HEADING)[2]


def test_each_gap_that_nobody_decided_on_is_listed_with_the_ways_to_do_so(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    outcome = core.says("Sam", f"finish {OAK}")
    assert NEED in undecided(core)
    assert f"make {OAK} " in repr(outcome)
    assert f"waive {OAK} " in repr(outcome)


def test_what_has_an_action_that_stands_is_not(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    says = "anybody explained the plan"
    assert says not in undecided(core)
    core.answers("Jo", f"skip {OAK} a3", {"words": "No time"})
    assert says in undecided(core)
    core.answers("Sam", f"make {OAK} ACC07", promise("Tell Robin", "sam", "9/3/2026"))
    assert says not in undecided(core)


def test_what_somebody_gave_a_reason_for_is_not(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Jo", f"skip {OAK} a3", {"words": "No time"})
    core.answers("Sam", f"waive {OAK} ACC07", {"reason": "wrong time", "words": "Next week"})
    assert "anybody explained the plan" not in undecided(core)


def test_what_somebody_finds_out_is_not(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Jo", f"skip {OAK} a3", {"words": "No time"})
    key = "home.difference_explained"
    unknown = {f"{key}#or": "not known", f"{key}#who": "sam", f"{key}#by": "9/3/2026"}
    core.sends("Sam", core.opens("Sam", f"change {OAK} home"), unknown)
    assert "anybody explained the plan" not in undecided(core)


def test_gaps_about_an_action_are_not_listed_twice(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    assert "An action is past its date" not in undecided(core)
    assert "1 action late" in words(core.says("Sam", f"finish {OAK}"))
