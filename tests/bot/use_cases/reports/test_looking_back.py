"""The manager's looking back at three and six months, as a form of its own."""

from datetime import timedelta

import pytest

from bot.messages.form import Form
from planning_rules.facts.looking_back import LookingBack
from tests.bot.core import OAK, Core, words

PRIVATE = ("health", "substances")
NON_PRIVATE = {fact.key for fact in LookingBack.facts() if not fact.is_private}


@pytest.fixture
def left(core: Core) -> Core:
    """The child left, and three months have passed; a manager is on the case."""
    released = core.plan().earliest_release
    assert released
    core.now += released - core.now.date() + timedelta(weeks=13)
    core.answers("Sam", f"change {OAK} order", {"order.released_on": f"{released:%d/%m/%Y}"})
    return core


def asked(core: Core, who: str, command: str) -> set[str]:
    forms = [shown for shown in core.says(who, command).shown if isinstance(shown, Form)]
    return {field.name for form in forms for field in form.fields if field.name.startswith("looking_back.")}


def test_nothing_of_it_is_asked_until_a_manager_looks_back(left: Core) -> None:
    assert asked(left, "Sam", f"step {OAK} looking_back") == set()


def test_each_of_the_two_is_asked_when_it_is_written(left: Core) -> None:
    left.answers("Morgan", f"change {OAK} after", {"after.early_look_back": "yes"})
    early = {name for name in asked(left, "Morgan", f"step {OAK} looking_back") if "#" not in name}
    assert early == {key for key in NON_PRIVATE if ".early_" in key}
    left.answers("Morgan", f"change {OAK} after", {"after.late_look_back": "yes"})
    both = {name for name in asked(left, "Morgan", f"step {OAK} looking_back") if "#" not in name}
    assert both == NON_PRIVATE


def test_each_question_can_be_left_at_not_known(left: Core) -> None:
    left.answers("Morgan", f"change {OAK} after", {"after.early_look_back": "yes"})
    form = left.opens("Morgan", f"step {OAK} looking_back")
    names = {field.name for field in form.fields}
    for field in form.fields:
        if field.name in NON_PRIVATE:
            assert "not known" in dict(field.options) or f"{field.name}#or" in names


def test_child_and_adults_read_nothing_of_it(left: Core) -> None:
    before = [words(left.says("Sam", f"sheet {OAK} {reader}")) for reader in ("child", "mum")]
    left.answers("Morgan", f"change {OAK} after", {"after.early_look_back": "yes"})
    typed = {
        "looking_back.early_home": "unsettled",
        "looking_back.early_badly": "A canary sang",
        "looking_back.early_did_not": "housing",
    }
    left.answers("Morgan", f"change {OAK} looking_back", typed)
    assert [words(left.says("Sam", f"sheet {OAK} {reader}")) for reader in ("child", "mum")] == before
    assert "A canary sang" in words(left.says("Morgan", f"sheet {OAK} worker"))


def test_health_and_substance_use_open_for_named_workers_only(left: Core) -> None:
    left.answers("Morgan", f"change {OAK} after", {"after.early_look_back": "yes"})
    assert left.says("Jo", f"private {OAK} looking_back").refused
    private = asked(left, "Sam", f"private {OAK} looking_back")
    assert {name for name in private if "#" not in name} == {f"looking_back.early_{one}" for one in PRIVATE}
