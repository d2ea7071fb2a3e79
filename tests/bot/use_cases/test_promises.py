"""New actions: offered to one person for one day, late when it has passed, closing what they were made of."""

from datetime import timedelta

import pytest

from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise


def test_an_action_is_offered_to_its_owner_and_accepted_by_who_offers_it_to_themself(core: Core) -> None:
    for owner in ("alex", "sam"):
        core.answers("Sam", f"add {OAK}", promise("Ring", owner, "9/3/2026"))
    assert [str(one.progress) for one in core.plan().actions[4:]] == ["offered", "accepted"]
    assert [one.id for one in core.plan().actions[4:]] == ["a5", "a6"]


def test_an_action_is_late_from_the_day_after_its_day_and_stands_first(core: Core) -> None:
    core.answers("Sam", f"add {OAK}", promise("Ring Nan", "sam", "2/3/2026"))
    assert "4 actions to do, 1 of them late." in words(core.says("Sam", f"actions {OAK}"))
    core.now += timedelta(days=1)
    shown = words(core.says("Sam", f"actions {OAK}"))
    assert "4 actions to do, 2 of them late." in shown
    assert shown.index("Ring Nan") < shown.index("Explain")
    assert "An action is past its date" in words(core.says("Jo", f"all {OAK}"))


@pytest.mark.parametrize("name", ["add", "move"])
def test_nobody_promises_anything_for_a_day_that_has_passed(core: Core, name: str) -> None:
    text = f"{name} {OAK}" + " a4" * (name == "move")
    form = core.opens("Sam", text)
    typed = promise("Ring Nan", "sam", "1/3/2026")
    outcome = core.sends("Sam", form, {field.name: typed[field.name] for field in form.fields})
    assert outcome.refused
    assert "Sunday 1 March 2026, which has passed" in words(outcome)


@pytest.mark.parametrize("owner", ["nobody", "", "Sam"])
def test_an_action_needs_somebody_who_is_on_the_case(core: Core, owner: str) -> None:
    form = core.opens("Sam", f"add {OAK}")
    outcome = core.sends("Sam", form, promise("Ring", owner, "9/3/2026"))
    assert outcome.refused
    assert "Ring" in words(outcome)


def test_a_gap_made_an_action_is_closed_by_confirming_it(core: Core) -> None:
    core.answers("Sam", f"make {OAK} ACC07", promise("Tell Robin", "sam", "9/3/2026"))
    core.answers("Sam", f"done {OAK} a5", {"words": "Told on Tuesday"})
    assert not core.says("Sam", f"why {OAK} ACC07").refused
    core.says("Morgan", f"confirm {OAK} a5")
    assert core.says("Sam", f"why {OAK} ACC07").refused
