"""What a board was told is kept, for each service by itself, and the first to tell it is right."""

from dataclasses import replace

from storage import Store, services, told_counts
from tests.storage.examples import TOLD, Example


def test_it_comes_back_as_it_was_told_and_to_no_other_service(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        other = services.add(tx, "Ash House")
        told_counts.keep(tx, example.service.id, TOLD)
    with store.transaction() as tx:
        assert told_counts.of(tx, example.service.id) == (TOLD,)
        assert told_counts.of(tx, other.id) == ()


def test_what_was_told_first_stays(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        told_counts.keep(tx, example.service.id, TOLD)
        told_counts.keep(tx, example.service.id, replace(TOLD, counts={"children": 99}))
        three = replace(TOLD, measure="three")
        told_counts.keep(tx, example.service.id, three)
    with store.transaction() as tx:
        assert set(map(repr, told_counts.of(tx, example.service.id))) == {repr(TOLD), repr(three)}
