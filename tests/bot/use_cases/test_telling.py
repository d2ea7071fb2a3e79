"""Others hear of what waits for them: a reference and a way there, and nothing of the plan."""

from bot.conversation.heard import Told
from tests.bot.core import OAK, Core
from tests.bot.use_cases.test_people import invited


def heard_by(core: Core, told: tuple[Told, ...]) -> list[str]:
    names = {account: name for name, account in core.people.items()}
    return [names[one.account_id] for one in told]


def test_the_lead_hears_that_somebody_used_a_code(core: Core) -> None:
    told = core.says("Kim", f"join {invited(core)}").told
    assert heard_by(core, told) == ["Sam"]
    assert f"people {OAK}" in repr(told)


def test_whoever_is_let_in_hears_of_it(core: Core) -> None:
    core.says("Kim", f"join {invited(core)}")
    told = core.says("Sam", f"admit {OAK} p9").told
    assert heard_by(core, told) == ["Kim"]
    assert f"case {OAK}" in repr(told)


def test_nobody_hears_of_what_they_do_themselves(core: Core) -> None:
    mine = {"what": "Ring", "owner": "sam", "by": "9/3/2026", "for_child": "no"}
    assert core.answers("Sam", f"add {OAK}", mine).told == ()
