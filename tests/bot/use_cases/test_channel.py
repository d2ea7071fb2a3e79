"""The channel of a case: where its meetings stand, who may choose it, and what is due to be posted there."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.use_cases.sending.delivering import Reader, ToSend
from storage import cases
from tests.bot.core import OAK, Core, titles, words

HERE, THERE = "slack:T1:C1", "slack:T1:C2"


def in_channel(core: Core, place: str = HERE, who: str = "Sam") -> None:
    core.place = place
    assert not core.says(who, f"channel {OAK}").refused


def taken(core: Core) -> ToSend:
    (delivery,) = core.day_one.posts.due(OAK)
    found = core.day_one.posts.take(delivery)
    assert found
    return found


def sent(core: Core) -> ToSend:
    """As a chat does it."""
    found = taken(core)
    core.day_one.posts.sent(found, ["1.1"])
    return found


def test_a_case_started_in_a_private_channel_has_it(core: Core) -> None:
    core.place = HERE
    form = core.opens("Sam", "new")
    outcome = core.sends("Sam", form, {"my_role": "youth justice worker"})
    with core.store.transaction() as tx:
        case = cases.by_channel(tx, HERE)
    assert case
    assert case.reference == outcome.reference


def test_a_second_case_does_not_get_the_channel_of_the_first(core: Core) -> None:
    in_channel(core)
    core.sends("Sam", core.opens("Sam", "new"), {"my_role": "youth justice worker"})
    with core.store.transaction() as tx:
        case = cases.by_channel(tx, HERE)
    assert case
    assert case.reference == OAK


def test_what_is_typed_in_the_channel_needs_no_reference(core: Core) -> None:
    in_channel(core)
    assert titles(core.says("Sam", "gaps")) == titles(core.says("Sam", f"gaps {OAK}"))


def test_no_other_case_can_have_the_channel(core: Core) -> None:
    in_channel(core)
    other = core.sends("Sam", core.opens("Sam", "new"), {"my_role": "youth justice worker"}).reference
    assert "Another case has this channel" in words(core.says("Sam", f"channel {other}"))
    in_channel(core)


def test_outside_a_private_channel_somebody_hears_what_to_do(core: Core) -> None:
    assert f"type /dto channel {OAK} there" in words(core.says("Sam", f"channel {OAK}"))


@pytest.mark.parametrize("who", ["Alex", "Jo", "Priya"])
def test_who_does_not_lead_cannot_choose_the_channel(core: Core, who: str) -> None:
    core.place = HERE
    assert core.says(who, f"channel {OAK}").refused


def test_without_a_channel_nothing_is_due(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    assert core.day_one.posts.due() == ()


def test_a_meeting_is_to_stand_in_the_channel_and_to_follow_what_changes(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    first = sent(core)
    assert first.document.title == f"Review meeting for {OAK}"
    assert (first.chat, first.workspace, first.channel) == ("slack", "T1", "C1")
    assert core.day_one.posts.due(OAK) == ()
    core.answers("Alex", f"change {OAK} home", {"home.council": "Birchley"})
    assert taken(core).before == ("1.1",)


def test_a_meeting_that_is_closed_is_shown_so_once_and_left(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    sent(core)
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    assert "Closed on" in repr(sent(core).document)
    core.answers("Alex", f"change {OAK} home", {"home.council": "Birchley"})
    assert core.day_one.posts.due(OAK) == ()


def test_an_open_meeting_moves_to_the_channel_that_is_chosen(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    in_channel(core)
    assert sent(core).channel == "C1"
    in_channel(core, THERE)
    moved = taken(core)
    assert (moved.channel, moved.before) == ("C2", ())


def test_a_shared_sheet_goes_to_the_channel_as_it_was_read(core: Core) -> None:
    in_channel(core)
    core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    shared = sent(core)
    assert not shared.living
    assert core.feed("Sam")[-1].document == shared.document


def test_what_changes_while_it_is_sent_is_due_again(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    drawn = taken(core)
    core.answers("Alex", f"change {OAK} home", {"home.council": "Birchley"})
    assert core.day_one.posts.take(drawn.id) is None
    core.day_one.posts.sent(drawn, ["1.1"])
    assert core.day_one.posts.take(drawn.id)


def test_one_that_is_never_heard_of_again_is_taken_over_and_may_stand_there(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    lost = taken(core)
    assert not lost.may_stand_there
    core.day_one.posts.sending(lost)
    core.now += timedelta(minutes=2)
    assert taken(core).may_stand_there


def test_the_reason_why_not_is_news_once(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    assert [
        core.day_one.posts.put_back(taken(core), why) for why in ("strangers 1", "strangers 1", "archived")
    ] == [
        True,
        False,
        True,
    ]


def test_who_may_read_are_those_on_the_case_and_let_in(core: Core) -> None:
    in_channel(core)
    core.says("Sam", f"meet {OAK}")
    with core.store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE services SET slack_team = 'T' || substr(name, 1, 3)")
        tx.connection.exec_driver_sql("UPDATE accounts SET chat = 'slack', chat_id = 'U' || chat_id")
    before = taken(core)
    assert {reader.chat_id for reader in before.readers} == {"Usam", "Ualex", "Ujo", "Umorgan", "Upriya"}
    assert Reader("TFer", "Ualex", organisation=True) in before.readers
    core.day_one.posts.sent(before, ["1.1"])
    core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert "Ujo" not in {reader.chat_id for reader in taken(core).readers}


def test_a_guest_is_let_in_only_where_the_case_names_their_organisation(core: Core) -> None:
    with core.store.transaction() as tx:
        tx.connection.exec_driver_sql(
            "UPDATE accounts SET guest = true WHERE uid = ?", (UUID(core.people["Alex"]).hex,)
        )
    assert not core.says("Alex", f"case {OAK}").refused
    core.answers("Sam", f"edit {OAK} alex", {"organisation": ""})
    assert "You are a guest here" in words(core.says("Alex", f"case {OAK}"))


def test_nothing_is_shared_where_there_is_no_channel(core: Core) -> None:
    with core.store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE accounts SET chat = 'slack'")
    assert "has no channel yet" in words(core.says("Sam", f"share {OAK} child"))
    assert "share" not in repr(core.says("Sam", f"sheet {OAK} child"))
