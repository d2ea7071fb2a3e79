"""Somebody is told once of each thing, not before its time, and by one process at a time."""

from datetime import datetime, timedelta
from uuid import UUID

from storage import Store, Transaction, notices
from storage.notices import BOX
from storage.outgoing import MOST_TRIES, Delivered
from storage.waiting import letters, waiting
from tests.storage.examples import NOW, Example, at_once

SOON = NOW + timedelta(minutes=1)


def planned(tx: Transaction, example: Example, key: str = "due a1") -> UUID:
    found = notices.plan(tx, example.account.id, "reminder", key, at=NOW, not_before=SOON, body={"of": "a1"})
    assert found
    return found


def waits(tx: Transaction, now: datetime, *chats: str) -> list[UUID]:
    return [one.id for one in waiting(tx, now, chats or ("local",))]


def test_nobody_is_told_twice_under_one_key(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        planned(tx, example)
        assert notices.plan(tx, example.account.id, "reminder", "due a1", at=NOW) is None
        assert notices.plan(tx, example.account.id, "reminder", "due a2", at=NOW)


def test_of_many_who_plan_it_at_once_one_does(store: Store, example: Example) -> None:
    def plan(thread: int) -> bool:
        with store.transaction() as tx:
            return notices.plan(tx, example.account.id, "digest", "2026-W10", at=NOW) is not None

    assert at_once(plan).count(True) == 1


def test_a_notice_waits_for_its_time_and_for_its_chat(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        notice = planned(tx, example)
        assert waits(tx, NOW) == []
        assert notices.take(tx, notice, NOW, SOON) is None
        assert waits(tx, SOON) == [notice]
        assert waits(tx, SOON, "slack") == waits(tx, SOON, "") == []


def test_what_was_told_is_told_no_more(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        taken = notices.take(tx, planned(tx, example), SOON, SOON + timedelta(minutes=1))
        assert taken
        assert taken.body == {"of": "a1"}
        BOX.sent(tx, taken, ["1.1"])
        assert waits(tx, SOON) == []
        assert notices.take(tx, taken.id, SOON, SOON) is None
        (kept,) = notices.of_kind(tx, "reminder", example.account.id)
    assert (kept.state, kept.sent_as) == (Delivered.SENT, ("1.1",))


def test_whoever_finds_it_being_sent_knows_that_it_may_stand_there(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        first = notices.take(tx, planned(tx, example), SOON, SOON + timedelta(seconds=45))
        assert first
        assert not first.sending
        BOX.sending(tx, first)
        second = notices.take(tx, first.id, SOON + timedelta(seconds=45), SOON + timedelta(minutes=2))
    assert second
    assert second.sending


def test_what_was_tried_too_often_is_a_dead_letter(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        notice = planned(tx, example)
        for _ in range(MOST_TRIES):
            assert waits(tx, SOON) == [notice]
            assert not any(letter.is_dead for letter in letters(tx))
            taken = notices.take(tx, notice, SOON, SOON + timedelta(minutes=1))
            assert taken
            BOX.put_back(tx, taken, "no-answer", SOON, sending=False)
        assert waits(tx, SOON) == []
        assert [letter.why for letter in letters(tx) if letter.is_dead] == ["no-answer"]


def test_what_is_ended_is_not_sent(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        notice = planned(tx, example)
        notices.end(tx, notice, "")
        assert waits(tx, SOON) == []
        assert notices.take(tx, notice, SOON, SOON) is None
