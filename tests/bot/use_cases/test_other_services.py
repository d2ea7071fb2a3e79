"""Whoever is on a case from another service takes part in it, and does not run it."""

from uuid import UUID

import pytest

from bot.conversation.heard import Said
from storage import accounts
from storage.accounts import Account, ServiceRole
from tests.bot.core import OAK, Core, words


@pytest.fixture
def with_a_manager_elsewhere(core: Core) -> Core:
    """Alex, of the secure setting, is a manager and a chair there."""
    with core.store.transaction() as tx:
        alex = accounts.by_id(tx, UUID(core.people["Alex"]))
        assert alex
        roles = (ServiceRole.WORKER, ServiceRole.CHAIR, ServiceRole.MANAGER)
        accounts.change(tx, Account(**{**alex.__dict__, "roles": roles}))
    return core


@pytest.mark.parametrize("what", ["person", "edit {} sam", "leave {} jo", "invite {} mum", "channel"])
def test_who_takes_part_and_where_is_for_the_service_that_leads(
    with_a_manager_elsewhere: Core, what: str
) -> None:
    core = with_a_manager_elsewhere
    core.place = "slack:T9:C9"
    said = what.format(OAK) if "{}" in what else f"{what} {OAK}"
    assert core.says("Alex", said).refused


def test_they_still_waive_what_is_urgent_and_close_what_they_chair(with_a_manager_elsewhere: Core) -> None:
    core = with_a_manager_elsewhere
    core.says("Alex", f"meet {OAK}")
    core.answers("Alex", f"finish {OAK}", {"sure": "yes"})
    assert core.plan().meetings[-1].is_closed


def test_nobody_who_has_joined_becomes_family(core: Core) -> None:
    form = core.opens("Morgan", f"edit {OAK} sam")
    outcome = core.sends("Morgan", form, {"role": "parent", "contact": "safe"})
    assert outcome.refused
    assert "joined as a worker" in words(outcome)


def test_changing_somebody_keeps_what_one_may_not_see_oneself(core: Core) -> None:
    core.answers("Morgan", f"edit {OAK} priya", {"phone": "01632 960199"})
    priya = core.plan().person("priya")
    assert priya
    assert (priya.phone, "health" in priya.sees) == ("01632 960199", True)


def test_the_lead_cannot_be_turned_away(core: Core) -> None:
    assert core.says("Sam", f"admit {OAK} sam no").refused
    assert not core.says("Sam", f"case {OAK}").refused


def test_no_word_that_was_typed_stands_in_the_key_of_a_request(core: Core) -> None:
    core.hear("Sam", Said(f"afresh add {OAK} Reece"), "1.2 afresh Reece")
    assert "Reece" not in repr(core.kept()["requests"])
