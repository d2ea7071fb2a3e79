"""Answers are added, never changed; each case can be read as it was at any version."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from planning_rules.facts.answers import Answer, State
from storage import Store, answers, clashes, meetings
from storage.answers import AnswerRow, Recorded
from tests.storage.examples import ADDRESS, MEETING, NOW, OTHER_ADDRESS, Example

AGREED = "home.address_agreed"
WHO_AND_WHEN: dict[str, Any] = {"said_by": "p2", "typed_by": "p1", "on": date(2026, 3, 1)}


def record(
    store: Store, example: Example, answer: Answer[Any], version: int, meeting: str | None = None
) -> None:
    with store.transaction() as tx:
        answers.record(
            tx, example.case.id, meeting, answer, account_id=example.account.id, at=NOW, version=version
        )


def latest(store: Store, example: Example, meeting: str | None = None) -> dict[str, Answer[Any]]:
    with store.transaction() as tx:
        found = answers.latest(tx, example.case.id, meeting)
    return {key: recorded.answer for key, recorded in found.items()}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(State.YES, fact=AGREED),
        Answer(State.NO, fact=AGREED, **WHO_AND_WHEN),
        Answer(State.NOT_KNOWN, finds_out="p2", by=date(2026, 4, 1), fact=AGREED, **WHO_AND_WHEN),
        Answer(State.DECLINED, fact=AGREED),
        Answer(State.DOES_NOT_APPLY, reason="They go abroad", fact="home.address", **WHO_AND_WHEN),
        Answer(State.GIVEN, date(2026, 4, 17), fact="home.ready_on", **WHO_AND_WHEN),
        Answer(State.GIVEN, "care", fact="home.living_with"),
        Answer(State.GIVEN, ("suitable", "safe"), fact="home.suitable"),
        Answer(State.GIVEN, "p2", fact="home.next_step_by"),
        Answer(State.GIVEN, "Zoë’s 🏠\nrear door “B”", fact="home.next_step"),
    ],
    ids=lambda answer: f"{answer.fact} {answer.state}",
)
def test_every_kind_of_answer_comes_back_the_same(
    store: Store, example: Example, answer: Answer[Any]
) -> None:
    record(store, example, answer, version=1)
    with store.transaction() as tx:
        found = answers.latest(tx, example.case.id, None)
    assert found == {answer.fact: Recorded(answer, 1, NOW, example.account.id)}


def test_the_last_answer_stands_and_earlier_ones_can_be_read(store: Store, example: Example) -> None:
    record(store, example, ADDRESS, version=1)
    record(store, example, Answer(State.YES, fact=AGREED), version=2)
    record(store, example, OTHER_ADDRESS, version=3)
    assert latest(store, example)["home.address"] == OTHER_ADDRESS
    with store.transaction() as tx:
        at_2 = answers.as_of(tx, example.case.id, None, 2)
        at_0 = answers.as_of(tx, example.case.id, None, 0)
    assert {key: recorded.version for key, recorded in at_2.items()} == {"home.address": 1, AGREED: 2}
    assert at_0 == {}


def test_of_two_answers_at_one_version_the_later_stands(store: Store, example: Example) -> None:
    for answer in [ADDRESS, OTHER_ADDRESS] * 5:
        record(store, example, answer, version=1)
    assert latest(store, example)["home.address"] == OTHER_ADDRESS


def test_an_answer_of_one_meeting_is_not_that_of_another(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        meetings.add(tx, example.case.id, replace(MEETING, id="m2"))
    no: Answer[Any] = Answer(State.NO, fact=AGREED)
    yes: Answer[Any] = Answer(State.YES, fact=AGREED)
    record(store, example, ADDRESS, version=1)
    record(store, example, no, version=2, meeting="m1")
    record(store, example, yes, version=3, meeting="m2")
    assert latest(store, example, "m1") == {"home.address": ADDRESS, AGREED: no}
    assert latest(store, example, "m2") == {"home.address": ADDRESS, AGREED: yes}
    assert latest(store, example, None) == {"home.address": ADDRESS}


def test_an_answer_of_a_meeting_that_is_not_there_is_refused(store: Store, example: Example) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        record(store, example, ADDRESS, version=1, meeting="m9")


@pytest.mark.parametrize("key", ["home.gone", "gone.address", "home.living_with"])
def test_an_answer_to_a_question_that_has_changed_is_kept_and_left_out(
    store: Store, example: Example, key: str
) -> None:
    with store.transaction() as tx:
        tx.add(
            AnswerRow,
            case_id=example.case.id,
            meeting_id=None,
            key=key,
            version=1,
            typed_by=example.account.id,
            at=NOW,
            answer="an option that is gone",
        )
    assert latest(store, example) == {}
    with store.transaction() as tx:
        assert tx.connection.execute(text("SELECT count(*) FROM answers")).scalar() == 1


def test_a_clash_is_open_until_somebody_settles_it_once(store: Store, example: Example) -> None:
    record(store, example, ADDRESS, version=1)
    case, account = example.case.id, example.account.id
    with store.transaction() as tx:
        made = clashes.add(tx, case, None, OTHER_ADDRESS, account_id=account, at=NOW, kept_version=1)
        later = clashes.add(tx, case, "m1", ADDRESS, account_id=account, at=NOW, kept_version=1)
    with store.transaction() as tx:
        assert clashes.open_of(tx, case) == (made, later)
        assert clashes.settle(tx, made.id, account_id=account, at=NOW)
        assert not clashes.settle(tx, made.id, account_id=account, at=NOW)
        assert clashes.open_of(tx, case) == (later,)
    assert made.pending == OTHER_ADDRESS
