import re
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import text

from storage import Store, invitations
from storage.invitations import Invited
from tests.storage.examples import NOW, Example, raw

EXPIRES = NOW + timedelta(days=7)
BEFORE = EXPIRES - timedelta(seconds=1)


def make(store: Store, example: Example) -> str:
    with store.transaction() as tx:
        return invitations.make(tx, example.case.id, "p3", at=NOW, expires=EXPIRES)


def test_a_code_opens_its_case_once(store: Store, example: Example) -> None:
    code = make(store, example)
    with store.transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=BEFORE) == Invited(
            example.case.id, "p3"
        )
    with store.transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=BEFORE) is None


def test_a_code_that_has_expired_opens_nothing(store: Store, example: Example) -> None:
    code = make(store, example)
    with store.transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=EXPIRES) is None
        assert invitations.use(tx, code, account_id=example.account.id, at=BEFORE) == Invited(
            example.case.id, "p3"
        )


@pytest.mark.parametrize("code", ["", "K7QX-3MPD-9RTA", "ſ", "é" * 5000])
def test_a_code_that_nobody_made_opens_nothing(store: Store, example: Example, code: str) -> None:
    make(store, example)
    with store.transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=BEFORE) is None


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code.replace('-', ' - ')}\n"]
)
def test_a_code_may_be_typed_as_it_is_heard(
    store: Store, example: Example, typed: Callable[[str], str]
) -> None:
    code = typed(make(store, example))
    with store.transaction() as tx:
        assert invitations.use(tx, code, account_id=example.account.id, at=BEFORE) == Invited(
            example.case.id, "p3"
        )


def test_a_code_is_three_fours_that_sound_and_look_apart(store: Store, example: Example) -> None:
    assert re.fullmatch(r"([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}", make(store, example))


def test_a_code_is_not_kept(store: Store, example: Example, store_url: str) -> None:
    code = make(store, example)
    with raw(store_url) as connection:
        (kept,) = connection.execute(text("SELECT code_mac FROM invitations")).scalars()
    assert bytes(kept) != sha256(code.replace("-", "").encode()).digest()
    assert len(kept) == 32


def whom(example: Example) -> Invited:
    return Invited(example.case.id, "p3")
