"""What is to stand in a channel is due until it does, and sent by one at a time."""

from datetime import timedelta
from uuid import UUID

import pytest

from storage import Store, Transaction, cases, deliveries, posts
from storage.deliveries import Delivered
from tests.storage.examples import NOW, Example, at_once

SOON = NOW + timedelta(minutes=2)


def planned(store: Store, example: Example, living: bool = True) -> UUID:
    with store.transaction() as tx:
        post = posts.add(tx, example.case.id, "meeting", at=NOW, body="m1")
        deliveries.plan(tx, post.id, example.case.id, "slack:T1:C1", living=living, at=NOW)
        return deliveries.of(tx, example.case.id)[-1].id


def send(tx: Transaction, delivery: UUID, example: Example, living: bool = True) -> None:
    case = cases.by_id(tx, example.case.id)
    assert case
    taken = deliveries.take(tx, delivery, NOW, SOON)
    assert taken
    deliveries.BOX.sent(tx, taken, ["1.1"], drawn=case.version, living=living)


def test_what_is_planned_is_due_until_it_is_sent(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        assert deliveries.due(tx) == deliveries.due(tx, example.case.id) == (delivery,)
        send(tx, delivery, example)
        assert deliveries.due(tx) == ()
        kept = deliveries.of(tx, example.case.id)[0]
    assert (kept.state, kept.sent_as, kept.tries, kept.planned_at) == (Delivered.SENT, ("1.1",), 0, NOW)


@pytest.mark.parametrize(("living", "again"), [(True, True), (False, False)])
def test_what_lives_is_due_again_when_its_case_has_changed(
    store: Store, example: Example, living: bool, again: bool
) -> None:
    delivery = planned(store, example, living)
    with store.transaction() as tx:
        send(tx, delivery, example, living)
        cases.advance(tx, example.case.id)
        assert (deliveries.due(tx) == (delivery,)) is again
        assert (deliveries.take(tx, delivery, SOON, SOON) is not None) is again


def test_one_at_a_time_has_a_delivery_until_its_time_is_over(store: Store, example: Example) -> None:
    delivery = planned(store, example)

    def take(thread: int) -> bool:
        with store.transaction() as tx:
            return deliveries.take(tx, delivery, NOW, SOON) is not None

    assert at_once(take).count(True) == 1
    with store.transaction() as tx:
        assert deliveries.take(tx, delivery, SOON - timedelta(seconds=1), SOON) is None
        taken = deliveries.take(tx, delivery, SOON, SOON)
    assert taken
    assert taken.tries == 2


def test_what_could_not_be_sent_may_be_taken_again_at_once(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        before = deliveries.take(tx, delivery, NOW, SOON)
        assert before
        deliveries.BOX.part_sent(tx, before, ["1.1"])
        deliveries.BOX.put_back(tx, before, "no-answer", SOON, sending=True)
        taken = deliveries.take(tx, delivery, NOW, SOON)
    assert taken
    assert (taken.why, taken.sent_as, taken.tries) == ("no-answer", ("1.1",), 1)


def test_what_is_ended_is_never_sent_again(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        deliveries.end(tx, example.case.id)
        assert deliveries.due(tx) == ()
        assert deliveries.take(tx, delivery, NOW, SOON) is None


def test_what_is_due_in_one_chat_is_not_in_another(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        assert deliveries.due(tx, chats=("teams", "slack")) == (delivery,)
        assert deliveries.due(tx, chats=("slack",)) == (delivery,)
        assert deliveries.due(tx, chats=("teams",)) == deliveries.due(tx, chats=()) == ()


def test_whoever_is_too_late_changes_nothing(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        late = deliveries.take(tx, delivery, NOW, SOON)
        now = deliveries.take(tx, delivery, SOON, SOON + timedelta(minutes=2))
        assert late
        assert now
        deliveries.BOX.put_back(tx, late, "no-answer", SOON, sending=False)
        deliveries.BOX.sent(tx, late, ["9.9"], drawn=9, living=True)
        assert deliveries.take(tx, delivery, SOON, SOON) is None
        deliveries.BOX.sent(tx, now, ["1.1"], drawn=0, living=True)
        (kept,) = deliveries.of(tx, example.case.id)
    assert kept.sent_as == ("1.1",)


def test_what_was_ended_while_it_was_sent_stays_so(store: Store, example: Example) -> None:
    delivery = planned(store, example)
    with store.transaction() as tx:
        taken = deliveries.take(tx, delivery, NOW, SOON)
        assert taken
        deliveries.end(tx, example.case.id)
        deliveries.BOX.sent(tx, taken, ["1.1"], drawn=0, living=True)
        (kept,) = deliveries.of(tx, example.case.id)
    assert kept.state is Delivered.OVER
