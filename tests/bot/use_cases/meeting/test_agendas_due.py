"""On a schedule each agenda is posted once before its meeting, and where that cannot be its lead is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from bot.messages.document import Document
from bot.render.text import document_text
from bot.use_cases.meeting.agendas_due import post_due_agendas
from storage import cases
from storage.audit import AuditRow
from tests.bot.core import OAK, Core

# A week before the example's meeting, and a night on which nobody works.
MONDAY_BEFORE = datetime(2026, 2, 23, 9, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 2, 22, 9, 0, tzinfo=UTC)
CHANNEL = "slack:T0123:C0456"


def in_the_channel(core: Core) -> list[Document]:
    return [post.document for post in core.feed("Sam") if post.document.title.startswith("Agenda")]


def told(core: Core) -> dict[str, list[str]]:
    """What each person is to be told, by their name."""
    names = {account: name for name, account in core.people.items()}
    found: dict[str, list[str]] = {}
    for one in core.waiting():
        if taken := core.day_one.notices.take(one):
            found.setdefault(names[str(taken.kept.account_id)], []).append(document_text(taken.document))
    return found


def as_in_slack(core: Core, channel: str | None) -> None:
    """Everybody is in Slack, and the case has this channel."""
    with core.case() as found:
        found.turn.tx.connection.exec_driver_sql("UPDATE accounts SET chat = 'slack'")
        cases.change(found.turn.tx, replace(found.case, channel=channel))


@pytest.fixture
def before(each_core: Core) -> Core:
    each_core.now = MONDAY_BEFORE
    return each_core


def test_it_is_posted_once_however_often_the_time_comes(before: Core) -> None:
    assert post_due_agendas(before.store, SUNDAY) == []
    assert post_due_agendas(before.store, MONDAY_BEFORE) == [OAK]
    for hours in range(1, 60):
        assert post_due_agendas(before.store, MONDAY_BEFORE + timedelta(hours=hours)) == []
    assert len(in_the_channel(before)) == 1


def test_several_processes_at_once_post_it_once(before: Core) -> None:
    start = Barrier(4)

    def at_once(_: int) -> list[str]:
        start.wait()
        return post_due_agendas(before.store, MONDAY_BEFORE)

    with ThreadPoolExecutor(4) as several:
        assert sorted(several.map(at_once, range(4))) == [[], [], [], [OAK]]
    assert len(in_the_channel(before)) == 1


def test_nobody_posts_it_twice_where_somebody_has_posted_it_by_hand(before: Core) -> None:
    before.says("Sam", f"post {OAK} agenda")
    assert post_due_agendas(before.store, MONDAY_BEFORE) == []
    assert len(in_the_channel(before)) == 1
    before.says("Sam", f"post {OAK} agenda")
    assert len(in_the_channel(before)) == 1


def test_the_audit_says_that_nobody_did_it_but_the_schedule(before: Core) -> None:
    post_due_agendas(before.store, MONDAY_BEFORE)
    with before.store.transaction() as tx:
        (entry,) = tx.all(select(AuditRow).filter_by(verb="posted-agenda"))
        assert (entry.account_id, entry.subject) == (None, "review")


def test_whoever_does_not_see_the_channel_is_told_once_that_it_is_there(before: Core) -> None:
    post_due_agendas(before.store, MONDAY_BEFORE)
    post_due_agendas(before.store, MONDAY_BEFORE + timedelta(days=1))
    heard = told(before)
    assert set(heard) == {"Alex", "Priya", "Jo", "Morgan"}
    assert all(len(said) == 1 and "The agenda for OAK-417 is there" in said[0] for said in heard.values())


def test_where_there_is_no_channel_the_lead_is_told_once_and_it_is_posted_when_there_is_one(
    before: Core,
) -> None:
    as_in_slack(before, None)
    for hours in range(3):
        assert post_due_agendas(before.store, MONDAY_BEFORE + timedelta(hours=hours)) == []
    with before.store.transaction() as tx:
        (one,) = tx.connection.exec_driver_sql("SELECT key FROM notices").all()
    assert one[0].endswith(" review")
    as_in_slack(before, CHANNEL)
    assert post_due_agendas(before.store, MONDAY_BEFORE + timedelta(hours=4)) == [OAK]


def test_one_posted_by_itself_is_that_of_the_meeting_that_is_near(before: Core) -> None:
    post_due_agendas(before.store, MONDAY_BEFORE)
    (there,) = in_the_channel(before)
    assert "Monday 2 March 2026" in document_text(there)
    assert before.plan().meetings[-1].on == date(2026, 3, 2)
