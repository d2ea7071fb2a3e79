"""Others hear of what waits for them: a reference and a way there, and nothing of the plan."""

from dataclasses import replace

from sqlalchemy import update

from bot.conversation.heard import Told
from storage import accounts, cases, services
from storage.accounts import AccountRow
from storage.services import ServiceRow
from tests.bot.core import OAK, Core
from tests.bot.use_cases.people.test_people import invited


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


OTHERS = ["Alex", "Priya", "Jo", "Morgan"]


def test_whoever_is_not_in_the_channel_hears_that_a_meeting_is_open_and_closed(core: Core) -> None:
    opened = core.says("Sam", f"meet {OAK}").told
    assert sorted(heard_by(core, opened)) == sorted(OTHERS)
    assert {told.document.title for told in opened} == {f"The meeting on {OAK} is open"}
    assert core.says("Alex", f"meet {OAK}").told == ()
    closed = core.answers("Sam", f"finish {OAK}", {"sure": "yes"}).told
    assert sorted(heard_by(core, closed)) == sorted(OTHERS)
    assert "version" not in repr(closed)


def test_whoever_is_where_the_channel_is_sees_it_there(core: Core) -> None:
    with core.case() as found:
        jo = next(one for one in found.named if one.person.name == "Jo")
        account = accounts.by_id(found.turn.tx, jo.account_id) if jo.account_id else None
        assert account
        service = services.by_id(found.turn.tx, account.service_id)
        found.turn.tx.run(update(AccountRow).where(AccountRow.uid == account.id).values(chat="slack"))
        assert service
        found.turn.tx.run(update(ServiceRow).where(ServiceRow.uid == service.id).values(slack_team="T0123"))
        cases.change(found.turn.tx, replace(found.case, channel="slack:T0123:C0456"))
    assert "Jo" not in heard_by(core, core.says("Sam", f"meet {OAK}").told)


def test_nobody_hears_of_what_they_do_themselves(core: Core) -> None:
    mine = {"what": "Ring", "owner": "sam", "by": "9/3/2026", "for_child": "no"}
    assert core.answers("Sam", f"add {OAK}", mine).told == ()
