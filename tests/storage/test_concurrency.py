"""Many threads, one behaviour on both databases."""

import pytest

from planning_rules.facts.answers import Answer, State
from storage import Keyring, Store, answers, audit, cases, invitations, requests, services
from tests.storage.examples import NOW, Example, Interrupted, at_once


def test_eight_threads_write_and_nothing_is_lost(store: Store, example: Example) -> None:
    case, account = example.case.id, example.account.id

    def answer_twenty_times(number: int) -> list[int]:
        return [answer_once(number) for _ in range(20)]

    def answer_once(number: int) -> int:
        with store.transaction() as tx:
            version = cases.advance(tx, case)
            assert version
            given = Answer(State.GIVEN, f"{number} High Street", fact="home.address")
            answers.record(tx, case, None, given, account_id=account, at=NOW, version=version)
            audit.write(tx, example.service.id, account, "answered", case, "home.address", NOW)
            return version

    versions = sorted(version for made in at_once(answer_twenty_times) for version in made)
    assert versions == list(range(1, 161))
    with store.transaction() as tx:
        assert audit.verify(tx) == []
        assert [mark.seq for mark in audit.checkpoint(tx)] == [160]
        assert answers.latest(tx, case, None)["home.address"].version == 160


def test_of_eight_who_saw_the_same_version_one_changes_it(store: Store, example: Example) -> None:
    def advance(_: int) -> int | None:
        with store.transaction() as tx:
            return cases.advance(tx, example.case.id, expected=0)

    assert sorted(at_once(advance), key=str) == [1] + [None] * 7


def test_a_request_is_claimed_once(store: Store, example: Example) -> None:
    def claim(_: int) -> bool:
        with store.transaction() as tx:
            return requests.claim(tx, "form-1", NOW)

    assert sorted(at_once(claim)) == [False] * 7 + [True]


def test_after_a_claim_that_came_second_the_transaction_goes_on(store: Store) -> None:
    with store.transaction() as tx:
        assert requests.claim(tx, "form-1", NOW)
    with store.transaction() as tx:
        assert not requests.claim(tx, "form-1", NOW)
        services.add(tx, "Ash House")
    with store.transaction() as tx:
        assert services.named(tx, "Ash House")


def test_a_claim_is_undone_with_its_transaction(store: Store) -> None:
    def claim_and_fail() -> None:
        with store.transaction() as tx:
            requests.claim(tx, "form-1", NOW)
            raise Interrupted

    with pytest.raises(Interrupted):
        claim_and_fail()
    with store.transaction() as tx:
        assert requests.claim(tx, "form-1", NOW)


def test_a_code_is_used_once(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        code = invitations.make(tx, example.case.id, "p3", at=NOW, expires=NOW.replace(day=9))

    def use(_: int) -> bool:
        with store.transaction() as tx:
            return invitations.use(tx, code, account_id=example.account.id, at=NOW) is not None

    assert sorted(at_once(use)) == [False] * 7 + [True]


def test_several_stores_of_one_database_wait_for_each_other(store_url: str, keys: Keyring) -> None:
    def add_ten(number: int) -> None:
        store = Store(store_url, keys)
        for again in range(10):
            with store.transaction() as tx:
                services.add(tx, f"Service {number}-{again}")
        store.close()

    at_once(add_ten, threads=4)
    store = Store(store_url, keys)
    with store.transaction() as tx:
        assert len(services.every(tx)) == 40
    store.close()
