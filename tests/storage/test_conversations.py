"""Where Teams lets the app speak first: kept as Teams told of it last, gone once the app is removed."""

from dataclasses import replace
from datetime import timedelta

from storage import Store, conversations
from storage.conversations import Conversation
from tests.storage.examples import NOW, at_once

SAM = Conversation("t-oak", "a:sam", "https://smba.example/uk/", person="sam")
BOARD = Conversation("t-oak", "19:board", "https://smba.example/uk/", team="19:team")


def keep(store: Store, conversation: Conversation, minutes: int = 0) -> bool:
    with store.transaction() as tx:
        return conversations.keep(tx, conversation, NOW + timedelta(minutes=minutes))


def with_sam(store: Store) -> Conversation | None:
    with store.transaction() as tx:
        return conversations.with_person(tx, "sam")


def found(store: Store, conversation: Conversation) -> Conversation | None:
    with store.transaction() as tx:
        return conversations.by_id(tx, conversation.tenant, conversation.id)


def test_a_conversation_comes_back_whole_by_its_id_and_by_its_person(store: Store) -> None:
    assert keep(store, SAM)
    assert keep(store, BOARD)
    assert (found(store, SAM), found(store, BOARD), with_sam(store)) == (SAM, BOARD, SAM)


def test_a_conversation_is_not_found_in_another_tenant(store: Store) -> None:
    keep(store, SAM)
    assert found(store, replace(SAM, tenant="t-elm")) is None
    assert keep(store, replace(SAM, tenant="t-elm"))


def test_it_is_new_once_and_follows_what_teams_tells(store: Store) -> None:
    moved = replace(SAM, service_url="https://smba.example/emea/")
    assert [keep(store, SAM), keep(store, SAM), keep(store, moved)] == [True, False, False]
    assert with_sam(store) == moved


def test_the_conversation_that_teams_told_of_last_is_the_one_with_somebody(store: Store) -> None:
    newer = replace(SAM, id="a:sam-again")
    keep(store, newer, minutes=2)
    keep(store, SAM, minutes=1)
    assert with_sam(store) == newer
    keep(store, replace(SAM, service_url="https://smba.example/emea/"), minutes=3)
    assert with_sam(store) == replace(SAM, service_url="https://smba.example/emea/")


def test_one_that_was_left_is_gone_and_the_others_stay(store: Store) -> None:
    keep(store, SAM)
    keep(store, BOARD)
    with store.transaction() as tx:
        conversations.drop(tx, SAM.tenant, SAM.id)
        conversations.drop(tx, SAM.tenant, "a:nobody")
    assert (with_sam(store), found(store, BOARD)) == (None, BOARD)


def test_a_team_that_was_left_takes_its_channels_with_it(store: Store) -> None:
    for one in (SAM, BOARD, replace(BOARD, id="19:another", team="19:other")):
        keep(store, one)
    with store.transaction() as tx:
        conversations.drop_team(tx, "t-elm", "19:team")
        assert conversations.by_id(tx, "t-oak", BOARD.id)
        conversations.drop_team(tx, "t-oak", "19:team")
    assert found(store, BOARD) is None
    assert found(store, replace(BOARD, id="19:another"))
    assert with_sam(store) == SAM


def test_two_that_hear_of_it_at_once_keep_one(store: Store) -> None:
    assert sorted(at_once(lambda _: keep(store, SAM), threads=4)) == [False, False, False, True]
