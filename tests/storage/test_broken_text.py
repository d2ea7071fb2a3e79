"""The two databases treat NUL and lone surrogates differently: storage refuses both, everywhere alike."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planning_rules.parts import Person, Role
from storage import BrokenText, Store, Transaction, accounts, actions, cases, people, posts, requests
from storage.people import OnCase
from tests.storage.examples import ACTION, NOW, Example

PUT: dict[str, Callable[[Transaction, Example, str], object]] = {
    "in clear": lambda tx, example, words: requests.claim(tx, words, NOW),
    "looked for": lambda tx, example, words: cases.by_reference(tx, words),
    "in a list in clear": lambda tx, example, words: accounts.change(
        tx, replace(example.account, roles=(words,))
    ),
    "sealed": lambda tx, example, words: people.add(
        tx, OnCase(example.case.id, Person("p1", words, Role.CHILD))
    ),
    "deep in what is sealed": lambda tx, example, words: posts.add(
        tx, example.case.id, "sheet", at=NOW, body={"lines": ["whole", words]}
    ),
    "beside what is sealed": lambda tx, example, words: actions.add(
        tx, example.case.id, replace(ACTION, owner=words), account_id=example.account.id, at=NOW
    ),
}


@pytest.mark.parametrize("words", ["nul \0", "half \ud83d"], ids=["NUL", "lone surrogate"])
@pytest.mark.parametrize("put", PUT.values(), ids=PUT)
def test_broken_text_is_refused_with_one_error(
    store: Store, example: Example, put: Callable[[Transaction, Example, str], object], words: str
) -> None:
    with pytest.raises(BrokenText, match="cannot be kept") as refused, store.transaction() as tx:
        put(tx, example, words)
    assert "half" not in str(refused.value)


@pytest.mark.parametrize("words", ["🏠 👩‍👧", "مرحبا", "a\tb\nc", "\\u0000", "‮x", "é" * 2000], ids=ascii)
def test_unusual_text_that_is_whole_comes_back_the_same(store: Store, example: Example, words: str) -> None:
    named = OnCase(example.case.id, Person("p1", words, Role.CHILD))
    with store.transaction() as tx:
        people.add(tx, named)
        cases.change(tx, replace(example.case, channel=words))
    with store.transaction() as tx:
        assert people.of(tx, example.case.id) == (named,)
        assert cases.by_id(tx, example.case.id) == replace(example.case, channel=words)
