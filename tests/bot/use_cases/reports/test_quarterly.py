"""The board's figures come by themselves: once for each stretch that is told, to whoever may read them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.use_cases.reports.quarterly import plan_board_reports
from bot.use_cases.sending.outbox import ToSend
from planning_rules.counting.stretches import ENOUGH
from storage import accounts
from storage.accounts import ServiceRole
from storage.notices import Notice
from tests.bot.core import Core
from tests.bot.use_cases.reports.test_board import leave

# A Tuesday: the first quarter of the year has been over, and settled, for long.
TUESDAY = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
SPRING, SUMMER = date(2026, 2, 10), date(2026, 5, 12)


@pytest.fixture
def service(core: Core) -> Core:
    core.now = TUESDAY
    for name, role in (("Bea", "board"), ("Ada", "administrator")):
        core.joins_service(name, role)
    return core


def sent(core: Core) -> Iterator[ToSend]:
    plan_board_reports(core.store, core.now)
    box = core.day_one.notices
    for waiting in core.waiting():
        if taken := box.take(waiting):
            box.sent(taken, ["1"])
            yield taken


def who(core: Core) -> list[str]:
    names = {account: name for name, account in core.people.items()}
    kept = [taken.kept for taken in sent(core)]
    return sorted(names[str(one.account_id)] for one in kept if isinstance(one, Notice))


def test_the_board_and_managers_get_it_once(service: Core) -> None:
    leave(service, ENOUGH, SPRING)
    assert who(service) == ["Bea", "Morgan"]
    for day in range(1, 90):
        service.now = TUESDAY + timedelta(days=day)
        assert who(service) == []


def test_the_next_stretch_is_sent_when_it_is_told(service: Core) -> None:
    leave(service, ENOUGH, SPRING)
    service.now = datetime(2026, 6, 2, 9, 30, tzinfo=UTC)
    assert who(service) == ["Bea", "Morgan"]
    leave(service, ENOUGH, SUMMER, start=2000)
    assert who(service) == []
    service.now = TUESDAY
    assert who(service) == ["Bea", "Morgan"]


def test_where_there_is_nothing_to_tell_nothing_is_sent(service: Core) -> None:
    leave(service, ENOUGH - 1, SPRING)
    assert who(service) == []


@pytest.mark.parametrize("hour", [datetime(2026, 9, 5, 9, tzinfo=UTC), datetime(2026, 9, 1, 22, tzinfo=UTC)])
def test_it_comes_at_waking_hours_of_a_working_day(service: Core, hour: datetime) -> None:
    leave(service, ENOUGH, SPRING)
    service.now = hour
    assert who(service) == []


def test_whoever_lost_their_role_before_it_was_sent_does_not_get_it(service: Core) -> None:
    leave(service, ENOUGH, SPRING)
    plan_board_reports(service.store, service.now)
    with service.store.transaction() as tx:
        bea = service.turn(tx, "Bea").account
        accounts.change(tx, replace(bea, roles=(ServiceRole.ADMINISTRATOR,)))
    assert who(service) == ["Morgan"]


def test_it_is_what_they_would_see_if_they_asked(service: Core) -> None:
    leave(service, ENOUGH, SPRING)
    came = [one.document for one in sent(service)]
    asked = [service.says(name, "board").shown[0] for name in ("Bea", "Morgan")]
    assert sorted(map(repr, came)) == sorted(map(repr, asked))
