"""Whoever administers a service gives roles; nobody else does."""

from uuid import UUID

import pytest

from bot.conversation.heard import Changed
from bot.messages.form import Form
from storage import accounts
from storage.accounts import ServiceRole
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.people.test_people import a_code


@pytest.fixture
def administered(core: Core) -> Core:
    core.joins_service("Ada", "administrator")
    core.joins_service("Kim")
    return core


def roles_of(core: Core, who: str) -> set[str]:
    with core.store.transaction() as tx:
        account = accounts.by_id(tx, UUID(core.people[who]))
        assert account
        return set(account.roles)


def test_a_role_given_lets_somebody_start_a_case(administered: Core) -> None:
    assert administered.says("Kim", "new").refused
    form = administered.says("Ada", "roles").shown[0]
    assert isinstance(form, Form)
    assert "Kim: no role yet" in words(administered.says("Ada", "roles"))
    given = administered.sends("Ada", form, {"person": "Kim", "roles": "worker\nchair"})
    assert "Kim: worker, chair" in words(given)
    assert not administered.says("Kim", "new").refused


def test_the_form_shows_the_roles_that_somebody_has(administered: Core) -> None:
    (form,) = administered.hear("Ada", Changed("roles", {"person": "sam", "roles": ""})).shown
    assert isinstance(form, Form)
    assert next(field.value for field in form.fields if field.name == "roles") == "worker\nchair"


def test_what_is_not_ticked_is_taken(administered: Core) -> None:
    administered.fills("Ada", "roles", person="sam", roles="chair")
    assert roles_of(administered, "Sam") == {ServiceRole.CHAIR}


@pytest.mark.parametrize("who", ["Sam", "Morgan", "Kim"])
def test_nobody_else_gives_roles(administered: Core, who: str) -> None:
    assert administered.says(who, "roles").refused
    assert administered.hear(who, Changed("roles", {"person": who})).refused
    assert administered.fills(who, "roles", person="Kim", roles="manager").refused
    assert roles_of(administered, "Kim") == set()


def test_somebody_always_administers_the_service(administered: Core) -> None:
    assert "Somebody has to administer" in words(administered.fills("Ada", "roles", person="Ada", roles=""))
    assert roles_of(administered, "Ada") == {ServiceRole.ADMINISTRATOR}


def test_roles_are_given_in_ones_own_service_only(administered: Core) -> None:
    assert administered.fills("Ada", "roles", person="alex", roles="manager").refused
    assert roles_of(administered, "Alex") == {ServiceRole.WORKER}


def test_who_gave_a_role_stands_in_the_audit(administered: Core) -> None:
    administered.fills("Ada", "roles", person="Kim", roles="partner")
    ada, kim = (UUID(administered.people[who]) for who in ("Ada", "Kim"))
    (line,) = (row for row in administered.kept()["audit"] if "gave-roles" in row)
    assert ada.hex in line
    assert str(kim) in line


def test_a_code_gives_nobody_back_the_role_that_was_taken(administered: Core) -> None:
    administered.answers("Sam", f"person {OAK}", {"role": "education", "name": "Kim"})
    administered.fills("Ada", "roles", person="jo", roles="")
    assert administered.says("Jo", f"case {OAK}").refused
    administered.says("Jo", f"join {a_code(administered)}")
    assert roles_of(administered, "Jo") == set()
    assert administered.says("Jo", f"case {OAK}").refused


def test_nobody_is_let_in_whose_service_took_everything_away(administered: Core) -> None:
    administered.answers("Sam", f"person {OAK}", {"role": "education", "name": "Kim"})
    code = a_code(administered)
    administered.fills("Ada", "roles", person="Kim", roles="partner")
    administered.says("Kim", f"join {code}")
    administered.fills("Ada", "roles", person="Kim", roles="")
    assert "has taken all roles away" in words(administered.says("Sam", f"admit {OAK} p9"))


def test_whoever_never_had_a_role_becomes_a_partner_when_let_in(administered: Core) -> None:
    administered.answers("Sam", f"person {OAK}", {"role": "education", "name": "Kim"})
    administered.says("Kim", f"join {a_code(administered)}")
    assert roles_of(administered, "Kim") == set()
    administered.says("Sam", f"admit {OAK} p9")
    assert roles_of(administered, "Kim") == {ServiceRole.PARTNER}
