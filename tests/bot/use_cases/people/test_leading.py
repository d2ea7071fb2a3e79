"""Who leads a case can hand it on, so that nobody is bound to it for ever."""

import pytest

from tests.bot.core import OAK, Core, words


def lead(core: Core) -> list[str]:
    return [person.id for person in core.plan().people if person.lead]


def hands_on(core: Core, to: str = "morgan", sure: str = "yes") -> None:
    core.answers("Sam", f"lead {OAK} {to}", {"sure": sure})


def test_whoever_is_named_leads_it_and_hears_so(each_core: Core) -> None:
    outcome = each_core.answers("Sam", f"lead {OAK} morgan", {"sure": "yes"})
    assert lead(each_core) == ["morgan"]
    assert [told.account_id for told in outcome.told] == [each_core.people["Morgan"]]
    assert "case lead" in words(each_core.says("Morgan", f"people {OAK}"))


def test_nothing_happens_where_somebody_is_not_sure(core: Core) -> None:
    hands_on(core, sure="no")
    assert lead(core) == ["sam"]


def test_private_answers_open_for_the_new_lead_and_close_for_the_old_one(core: Core) -> None:
    assert core.says("Morgan", f"private {OAK} health").refused
    hands_on(core)
    assert not core.says("Morgan", f"private {OAK} health").refused
    assert core.says("Sam", f"private {OAK} health").refused


def test_whoever_led_it_may_leave_then(core: Core) -> None:
    hands_on(core)
    core.answers("Morgan", f"leave {OAK} sam", {"sure": "yes"})
    assert core.says("Sam", f"case {OAK}").refused


@pytest.mark.parametrize(
    ("person", "says"),
    [
        ("alex", "Alex cannot lead the case"),
        ("mum", "Mum cannot lead the case"),
        ("sam", "Sam leads the case already"),
        ("nobody", "There is no person “nobody”"),
    ],
)
def test_nobody_leads_it_who_does_not_work_in_its_service(core: Core, person: str, says: str) -> None:
    outcome = core.says("Sam", f"lead {OAK} {person}")
    assert outcome.refused
    assert says in words(outcome)
    assert lead(core) == ["sam"]


@pytest.mark.parametrize("who", ["Alex", "Priya"])
def test_another_service_does_not_say_who_leads(core: Core, who: str) -> None:
    assert core.says(who, f"lead {OAK} morgan").refused


def test_the_way_stands_beside_those_who_could_and_nobody_else(core: Core) -> None:
    shown = repr(core.says("Sam", f"people {OAK}"))
    could = {person.id for person in core.plan().people if f"lead {OAK} {person.id}" in shown}
    assert could == {"jo", "morgan"}
