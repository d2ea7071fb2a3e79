"""Copied wording is found by marks from which nothing can be read, in cases of the same service only."""

import hmac
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from uuid import UUID

import pytest
from sqlalchemy import delete, text

from planning_rules.facts.answers import Answer, State
from planning_rules.gaps.plan_wording import STANDARD
from planning_rules.wording import RUN, runs, shared_words
from storage import Keyring, Store, accounts, answers, cases, copied, make_key, services
from storage.answers import AnswerRow
from storage.copied import LOOKED_AT
from tests.storage.examples import NOW, TODAY, Example, at_once, raw

KEY, OTHER_KEY = "home.next_step", "family.contact_how"
OURS = "Robin sees the flat on Monday at 4 with a worker from housing and he says there what he needs"
THEIRS = "Asha sees the flat on 9 June at 3.15 with a worker from housing, and she says there what she needs"
WORDS = 15
FOUND = {KEY: (1,) * (WORDS - RUN + 1)}
NOT_FOUND = {KEY: (0,) * (WORDS - RUN + 1)}


@dataclass
class Typing:
    """What workers of one service type into its cases."""

    store: Store
    service_id: UUID
    numbers: "count[int]" = field(default_factory=count)

    def case(self) -> UUID:
        reference = f"{self.service_id}-{next(self.numbers)}"
        with self.store.transaction() as tx:
            return cases.add(tx, self.service_id, reference, created=TODAY).id

    def types(self, words: str, worker: str = "jo", case: UUID | None = None, key: str = KEY) -> UUID:
        """The case into which they typed it: a new one, or this one."""
        into = case or self.case()
        given: Answer[str] = Answer(State.GIVEN if words else State.DECLINED, words or None, fact=key)
        with self.store.transaction() as tx:
            by = accounts.by_chat(tx, self.service_id, "local", worker) or accounts.add(
                tx, self.service_id, chat="local", chat_id=worker, roles=(), name=worker
            )
            answers.record(tx, into, None, given, account_id=by.id, at=NOW, version=1)
        return into

    def found(self, case: UUID) -> dict[str, tuple[int, ...]]:
        with self.store.transaction() as tx:
            return copied.in_other_plans(tx, case)


@pytest.fixture
def typing(store: Store, example: Example) -> Typing:
    return Typing(store, example.service.id)


def marks(url: str) -> int:
    with raw(url) as connection:
        return int(connection.execute(text("SELECT count(*) FROM wording_marks")).scalar() or 0)


def test_a_copy_with_another_name_is_found_in_both_plans(typing: Typing) -> None:
    ours, theirs = typing.types(OURS), typing.types(THEIRS)
    assert typing.found(ours) == typing.found(theirs) == FOUND
    assert shared_words(FOUND[KEY], STANDARD.amount) == WORDS


def test_a_copy_under_another_question_is_found(typing: Typing) -> None:
    ours = typing.types(OURS)
    typing.types(THEIRS, key=OTHER_KEY)
    assert typing.found(ours) == FOUND


def test_what_stands_twice_in_one_plan_is_no_copy(typing: Typing) -> None:
    ours = typing.types(OURS)
    typing.types(OURS, case=ours, key=OTHER_KEY)
    assert typing.found(ours) == NOT_FOUND | {OTHER_KEY: NOT_FOUND[KEY]}


def test_the_same_words_in_another_service_are_not_found(store: Store, typing: Typing) -> None:
    with store.transaction() as tx:
        elsewhere = Typing(store, services.add(tx, "Elmshire").id)
    ours, theirs = typing.types(OURS), elsewhere.types(THEIRS)
    assert typing.found(ours) == elsewhere.found(theirs) == NOT_FOUND


def test_each_worker_who_typed_it_is_counted_once(typing: Typing) -> None:
    ours = typing.types(OURS, worker="sam")
    for worker in ("jo", "jo", "jo", "alex", "sam"):
        typing.types(THEIRS, worker=worker)
    assert typing.found(ours) == {KEY: (3,) * len(FOUND[KEY])}


def test_a_text_and_each_part_of_it_is_looked_up_by_itself(typing: Typing) -> None:
    ours = typing.types(f"{OURS}, as was agreed with nan and the aunt who lives next door to the school")
    typing.types(THEIRS)
    found = typing.found(ours)[KEY]
    assert found[: len(FOUND[KEY])] == FOUND[KEY]
    assert set(found[len(FOUND[KEY]) :]) == {0}


def test_an_answer_that_follows_another_leaves_none_of_its_marks(typing: Typing, store_url: str) -> None:
    ours, theirs = typing.types(OURS), typing.types(THEIRS)
    typing.types("The flat is near the school, so that nobody has far to walk of a morning", case=theirs)
    assert typing.found(ours) == NOT_FOUND
    typing.types("", case=ours)
    assert typing.found(ours) == {}
    typing.types("Too short.", case=theirs)
    assert marks(store_url) == 0


def test_an_answer_that_is_erased_takes_its_marks_along(typing: Typing, store_url: str) -> None:
    ours, theirs = typing.types(OURS), typing.types(THEIRS)
    with raw(store_url) as connection:
        connection.execute(text("INSERT INTO purging (name) VALUES ('answers')"))
        connection.execute(delete(AnswerRow).where(AnswerRow.case_id == theirs))
        connection.execute(text("DELETE FROM purging"))
    assert typing.found(ours) == NOT_FOUND
    assert marks(store_url) == len(FOUND[KEY])


def test_places_names_and_own_words_leave_no_mark(typing: Typing, store_url: str) -> None:
    for key in (
        "home.address",
        "child.wants",
        "health.mental_health_with",
        "agreement.child_not_asked_because",
    ):
        typing.types(OURS, key=key)
    assert marks(store_url) == 0


def test_marks_made_under_an_old_key_are_found_under_a_new_one(store_url: str) -> None:
    old, new = make_key("old"), make_key("new")
    first = Store(store_url, Keyring.from_text(old))
    with first.transaction() as tx:
        before = Typing(first, services.add(tx, "Oakshire").id)
    ours = before.types(OURS)
    second = Store(store_url, Keyring.from_text(f"{new},{old}"))
    after = replace(before, store=second)
    after.types(THEIRS)
    assert after.found(ours) == FOUND
    first.close()
    second.close()


def test_without_the_service_key_a_guess_cannot_be_tried(
    typing: Typing, keys: Keyring, store_url: str
) -> None:
    """Neither a plain hash nor one under the keys of the store gives a mark."""
    typing.types(OURS)
    with raw(store_url) as connection:
        kept = {bytes(row.mark) for row in connection.execute(text("SELECT mark FROM wording_marks"))}
    assert {len(mark) for mark in kept} == {8}
    for run in runs(OURS):
        said = run.encode()
        guesses = {
            sha256(said).digest()[:8],
            keys.mac("wording", said)[:8],
            hmac.digest(b"", said, "sha256")[:8],
        }
        assert not guesses & kept


def test_two_services_mark_the_same_words_differently(store: Store, typing: Typing, store_url: str) -> None:
    with store.transaction() as tx:
        elsewhere = Typing(store, services.add(tx, "Elmshire").id)
    typing.types(OURS)
    elsewhere.types(OURS)
    with raw(store_url) as connection:
        found = connection.execute(text("SELECT count(*), count(DISTINCT mark) FROM wording_marks")).one()
    assert tuple(found) == (2 * len(FOUND[KEY]), 2 * len(FOUND[KEY]))


def test_eight_who_type_the_first_words_of_a_service_at_once_mark_them_alike(typing: Typing) -> None:
    made = [typing.case() for _ in range(8)]
    for number in range(8):
        typing.types("", worker=str(number), case=made[number])
    at_once(lambda number: typing.types(OURS, worker=str(number), case=made[number]))
    assert [typing.found(case) for case in made] == [{KEY: (7,) * len(FOUND[KEY])}] * 8


def test_of_wording_that_many_share_the_newest_are_looked_at(typing: Typing) -> None:
    ours = typing.types(OURS)
    for worker in ("long gone", "gone"):
        typing.types(THEIRS, worker=worker)
    for worker in ["jo"] * (LOOKED_AT - 1) + ["alex"]:
        typing.types(THEIRS, worker=worker)
    assert typing.found(ours) == {KEY: (2,) * len(FOUND[KEY])}
