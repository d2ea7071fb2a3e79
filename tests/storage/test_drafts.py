"""Forms half filled in are kept for whoever typed them, sealed, for a fortnight."""

from datetime import timedelta

from storage import Store, accounts, drafts
from storage.drafts import LASTS, Draft
from tests.storage.examples import NOW, Example, at_once

HOME = Draft("step OAK-417 home", {"home.address": "1 High Street"}, 7)
HEALTH = Draft("step OAK-417 health", {"health.needs": "yes"}, 7)


def found(store: Store, example: Example, draft: Draft, at: timedelta = timedelta(0)) -> Draft | None:
    with store.transaction() as tx:
        return drafts.find(tx, example.account.id, draft.command, NOW + at)


def test_the_newest_draft_of_a_form_is_the_one_that_is_kept(store: Store, example: Example) -> None:
    newer = Draft(HOME.command, {"home.address": "2 High Street"}, 8)
    with store.transaction() as tx:
        for draft in (HOME, HEALTH, newer):
            drafts.keep(tx, example.account.id, draft, NOW)
    assert found(store, example, HOME) == newer
    assert found(store, example, HEALTH) == HEALTH


def test_a_draft_that_is_dropped_is_gone_and_no_other(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        drafts.keep(tx, example.account.id, HOME, NOW)
        drafts.keep(tx, example.account.id, HEALTH, NOW)
        drafts.drop(tx, example.account.id, HOME.command, NOW)
    assert found(store, example, HOME) is None
    assert found(store, example, HEALTH) == HEALTH


def test_a_draft_is_nobody_elses(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        other = accounts.add(tx, example.service.id, chat="local", chat_id="kim", roles=(), name="Kim")
        drafts.keep(tx, example.account.id, HOME, NOW)
        assert drafts.find(tx, other.id, HOME.command, NOW) is None
        drafts.drop(tx, other.id, HOME.command, NOW)
    assert found(store, example, HOME) == HOME


def test_a_draft_lasts_a_fortnight(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        drafts.keep(tx, example.account.id, HOME, NOW)
    assert found(store, example, HOME, LASTS) == HOME
    assert found(store, example, HOME, LASTS + timedelta(seconds=1)) is None


def test_keeping_a_draft_deletes_what_is_too_old(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        drafts.keep(tx, example.account.id, HOME, NOW)
        drafts.keep(tx, example.account.id, HEALTH, NOW + LASTS + timedelta(seconds=1))
    assert found(store, example, HOME) is None


def test_what_comes_late_neither_overwrites_what_is_newer_nor_brings_back_what_was_sent(
    store: Store, example: Example
) -> None:
    late = Draft(HOME.command, {"home.address": "1 Hi"}, 7)
    with store.transaction() as tx:
        drafts.keep(tx, example.account.id, HOME, NOW)
        drafts.keep(tx, example.account.id, late, NOW - timedelta(milliseconds=1))
    assert found(store, example, HOME) == HOME
    with store.transaction() as tx:
        drafts.drop(tx, example.account.id, HOME.command, NOW - timedelta(seconds=1))
        drafts.keep(tx, example.account.id, late, NOW - timedelta(milliseconds=1))
    assert found(store, example, HOME) is None


def test_many_at_once_leave_one(store: Store, example: Example) -> None:
    def keep(number: int) -> None:
        with store.transaction() as tx:
            draft = Draft(HOME.command, {"home.address": str(number)}, 7)
            drafts.keep(tx, example.account.id, draft, NOW + timedelta(milliseconds=number))

    at_once(keep)
    kept = found(store, example, HOME)
    assert kept
    assert kept.values == {"home.address": "7"}
