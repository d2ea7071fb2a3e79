from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from planning_rules.parts import Person, Role
from storage import Store, Taken, cases, people, services
from storage.people import OnCase
from tests.storage.examples import TODAY, Example

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


def test_a_reference_is_taken_for_every_service_and_the_transaction_goes_on(
    store: Store, example: Example
) -> None:
    with store.transaction() as tx:
        other = services.add(tx, "Ash House")
        with pytest.raises(Taken):
            cases.add(tx, other.id, "OAK-417", created=TODAY)
        second = cases.add(tx, other.id, "OAK-418", created=TODAY)
    with store.transaction() as tx:
        assert cases.in_service(tx, other.id) == (second,)
        assert cases.in_service(tx, example.service.id) == (example.case,)


def test_first_name_and_channel_can_be_changed(store: Store, example: Example) -> None:
    changed = replace(example.case, first_name="Kit", channel="C1")
    with store.transaction() as tx:
        cases.change(tx, changed)
    with store.transaction() as tx:
        assert cases.by_id(tx, changed.id) == changed


def test_every_change_advances_the_version(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        assert [cases.advance(tx, example.case.id) for _ in range(2)] == [1, 2]
    with store.transaction() as tx:
        assert cases.by_id(tx, example.case.id) == replace(example.case, version=2)


def test_a_version_that_is_no_longer_there_advances_nothing(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        assert cases.advance(tx, example.case.id, expected=0) == 1
        assert cases.advance(tx, example.case.id, expected=0) is None
        assert cases.advance(tx, example.case.id, expected=1) == 2


def test_a_case_that_is_not_there_does_not_advance(store: Store) -> None:
    with store.transaction() as tx:
        assert cases.advance(tx, uuid4()) is None


def seen_by(store: Store, account: UUID) -> list[str]:
    with store.transaction() as tx:
        return [case.reference for case in cases.for_account(tx, account, TODAY)]


@pytest.mark.parametrize(
    ("confirmed", "ended_on", "seen"),
    [
        (True, None, ["OAK-417"]),
        (True, TOMORROW, ["OAK-417"]),
        (True, TODAY, []),
        (True, YESTERDAY, []),
        (False, None, []),
    ],
    ids=["named", "ends tomorrow", "ends today", "ended yesterday", "not confirmed"],
)
def test_an_account_finds_the_cases_that_name_it_now(
    store: Store, example: Example, confirmed: bool, ended_on: date | None, seen: list[str]
) -> None:
    named = OnCase(
        example.case.id, Person("p1", "Sam", Role.YOT, ended_on=ended_on), example.account.id, confirmed
    )
    with store.transaction() as tx:
        people.add(tx, named)
        cases.add(tx, example.service.id, "OAK-500", created=TODAY)
    assert seen_by(store, example.account.id) == seen


def test_a_case_that_names_an_account_twice_is_found_once(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        for person in ("p1", "p2"):
            people.add(tx, OnCase(example.case.id, Person(person, "Sam", Role.YOT), example.account.id))
    assert seen_by(store, example.account.id) == ["OAK-417"]
