"""The digest comes once to each manager for each week, whatever happens, and only while they may have it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from bot.use_cases.reports.digest import plan_digests
from bot.use_cases.sending.delivering import Reader
from bot.use_cases.sending.noticing import ToTell
from bot.use_cases.sending.outbox import TAKES
from storage import accounts, notices, services
from storage.accounts import Account, AccountRow, ServiceRole
from storage.services import ServiceRow
from tests.bot.core import OAK, Core
from tests.bot.every_medium import drawn_everywhere
from tests.storage.examples import at_once

# The example's Monday is 2 March 2026, half past nine.
HALF_PAST_EIGHT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def account(core: Core, name: str) -> Account:
    with core.store.transaction() as tx:
        found = accounts.by_id(tx, UUID(core.people[name]))
    assert found
    return found


def becomes(core: Core, name: str, **values: object) -> None:
    changed = replace(account(core, name), **values)
    with core.store.transaction() as tx:
        accounts.change(tx, changed)


def settles(core: Core, **values: object) -> None:
    with core.store.transaction() as tx:
        service = services.every(tx)[0]
        services.set_up(tx, service.id, replace(service.settings, **values))


def taken(core: Core) -> list[ToTell]:
    """Everything that waits is taken to be sent."""
    found = [core.day_one.notices.take(one) for one in core.waiting("local", "slack")]
    return [one for one in found if one]


def sends(core: Core) -> list[ToTell]:
    plan_digests(core.store, core.now)
    found = taken(core)
    for one in found:
        drawn_everywhere(one.document)
        core.day_one.notices.sent(one, ["1"])
    return found


def states(core: Core) -> list[str]:
    with core.store.transaction() as tx:
        return [str(one.state) for one in notices.of_kind(tx, "digest")]


def test_it_comes_once_a_week(core: Core) -> None:
    core.now = HALF_PAST_EIGHT
    assert [one.person for one in sends(core)] == ["morgan"]
    for hours in (0, 1, 24, 48):
        core.now = HALF_PAST_EIGHT + timedelta(hours=hours)
        assert sends(core) == []
    core.now = HALF_PAST_EIGHT + WEEK
    assert len(sends(core)) == 1


def test_of_many_that_plan_it_at_once_one_does(each_core: Core) -> None:
    core = each_core
    core.joins_service("Max", "manager")
    for planners, week in ((2, 0), (4, 1)):
        core.now = HALF_PAST_EIGHT + week * WEEK
        at_once(lambda number: plan_digests(core.store, core.now), planners)
        assert sorted(one.person for one in sends(core)) == ["Max", "morgan"]
    assert states(core) == ["sent"] * 4


def test_who_dies_before_it_is_sent_is_relieved(each_core: Core) -> None:
    core = each_core
    plan_digests(core.store, core.now)
    (first,) = taken(core)
    assert taken(core) == []
    core.now += TAKES
    (second,) = taken(core)
    assert not second.may_stand_there
    assert second.document == first.document


def test_who_dies_after_it_was_posted_leaves_word_that_it_may_stand_there(each_core: Core) -> None:
    core = each_core
    plan_digests(core.store, core.now)
    (first,) = taken(core)
    core.day_one.notices.sending(first)
    core.now += TAKES
    (second,) = taken(core)
    assert second.may_stand_there


def test_who_lost_the_role_since_it_was_planned_gets_none(core: Core) -> None:
    plan_digests(core.store, core.now)
    becomes(core, "Morgan", roles=(ServiceRole.WORKER,))
    assert taken(core) == []
    assert states(core) == ["over"]
    becomes(core, "Morgan", roles=(ServiceRole.MANAGER,))
    assert sends(core) == [], "It was for a week that is over for them."


def test_who_is_barred_gets_none(core: Core) -> None:
    plan_digests(core.store, core.now)
    becomes(core, "Morgan", barred=True)
    assert taken(core) == []


def test_what_could_not_be_sent_for_days_is_overtaken(core: Core) -> None:
    plan_digests(core.store, core.now)
    core.now = HALF_PAST_EIGHT + timedelta(days=4)
    assert taken(core) == []
    core.now = HALF_PAST_EIGHT + WEEK
    assert len(sends(core)) == 1


def test_after_three_weeks_there_is_one_and_not_three(core: Core) -> None:
    plan_digests(core.store, core.now)
    core.now = HALF_PAST_EIGHT + 3 * WEEK + timedelta(days=1)
    assert len(sends(core)) == 1
    assert states(core) == ["over", "sent"]


def test_where_there_is_nothing_to_say_nothing_is_sent(core: Core) -> None:
    """Fernbrook leads no case."""
    becomes(core, "Morgan", roles=(ServiceRole.WORKER,))
    becomes(core, "Alex", roles=(ServiceRole.MANAGER,))
    assert sends(core) == []
    assert states(core) == ["over"]


def test_what_got_better_since_the_last_one_is_said(core: Core) -> None:
    assert "Better" not in repr(sends(core))
    core.now += timedelta(days=3)
    core.says("Morgan", f"oversee {OAK}")
    core.answers("Jo", f"done {OAK} a3", {"words": "The letter is on file"})
    core.now = HALF_PAST_EIGHT + WEEK
    (sent,) = sends(core)
    assert "Better since Monday 2 March 2026" in repr(sent.document)
    assert "1 action done" in repr(sent.document)


def test_a_digest_for_a_channel_comes_once_and_is_for_the_managers_of_the_service(core: Core) -> None:
    in_slack(core)
    settles(core, digest_channel="slack:T0123:C0456")
    core.joins_service("Ada", "administrator", "worker")
    core.joins_service("Bo", "board")
    for name in ("Mel", "Bea", "Gil"):
        core.joins_service(name, "manager")
    becomes(core, "Bea", barred=True)
    becomes(core, "Gil", guest=True)
    (sent,) = sends(core)
    assert (sent.chat, sent.workspace, sent.channel) == ("slack", "T0123", "C0456")
    assert {reader.chat_id for reader in sent.readers} == {"morgan", "Mel"}
    assert not any(reader.organisation for reader in sent.readers)


def test_a_channel_has_its_digest_though_the_first_manager_is_a_guest(core: Core) -> None:
    in_slack(core)
    settles(core, digest_channel="slack:T0123:C0456")
    core.joins_service("Mel", "manager")
    with core.store.transaction() as tx:
        tx.run(update(AccountRow).values(chat="slack"))
    becomes(core, "Morgan", guest=True)
    assert [sent.person for sent in sends(core)] == ["Mel"]


@pytest.mark.parametrize("asks", ["digest", "board", "learn", "service"])
def test_a_guest_who_manages_hears_nothing_of_the_whole_service(core: Core, asks: str) -> None:
    becomes(core, "Morgan", guest=True)
    assert core.says("Morgan", asks).refused
    assert sends(core) == []


def test_a_channel_has_one_digest_even_where_its_manager_changes_in_the_week(core: Core) -> None:
    in_slack(core)
    settles(core, digest_channel="slack:T0123:C0456")
    assert len(sends(core)) == 1
    becomes(core, "Morgan", roles=())
    becomes(core, "Sam", roles=(ServiceRole.MANAGER,))
    core.now += timedelta(hours=1)
    assert sends(core) == []


def test_where_nobody_who_manages_is_in_the_channels_chat_each_manager_gets_it(core: Core) -> None:
    settles(core, digest_channel="slack:T0123:C0456")
    (sent,) = sends(core)
    assert (sent.chat, sent.channel) == ("local", "")
    assert sent.readers == frozenset[Reader]()


def in_slack(core: Core) -> None:
    """The service's people are in Slack."""
    with core.store.transaction() as tx:
        tx.run(update(ServiceRow).where(ServiceRow.name.startswith("Oakshire")).values(slack_team="T0123"))
        tx.run(update(AccountRow).values(chat="slack"))
