"""What could not be sent is listed without what it says, told to administrators, sent again or cancelled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from bot.use_cases.sending import letters
from bot.use_cases.sending.dead_letters import tell_of_dead_letters
from storage import accounts, notices, services
from storage.accounts import ServiceRole
from storage.outgoing import MOST_TRIES
from storage.waiting import Kind, Letter
from tests.bot.core import OAK, Core
from tests.bot.jobs.dying import ACCEPTED, SENDING, Fate, in_a_process_of_its_own
from tests.bot.jobs.places import Place, SlackPlace, in_slack, in_teams


@pytest.fixture
def slack(core: Core) -> Iterator[SlackPlace]:
    with in_slack(core) as place:
        yield place


def given_up(place: Place, kind: Kind) -> tuple[UUID, str]:
    """Slack let us in no more, for as long as we tried."""
    uid, title = place.plans(kind)
    for workspace in place.slack.held.workspaces.values():  # type: ignore[attr-defined]
        workspace.revoked = True
    place.works_on()
    return uid, title


def let_in_again(place: SlackPlace) -> None:
    for workspace in place.slack.held.workspaces.values():
        workspace.revoked = False


def letter(place: Place, uid: UUID) -> Letter:
    return next(one for one in letters.letters(place.core.store) if one.id == uid)


@pytest.mark.parametrize("kind", Kind)
def test_what_was_tried_long_enough_is_given_up_and_listed_with_the_chats_own_word(
    slack: SlackPlace, kind: Kind
) -> None:
    uid, title = given_up(slack, kind)
    found = letter(slack, uid)
    assert (found.is_dead, found.tries, found.why, found.reference) == (True, MOST_TRIES, "no-access", OAK)
    assert title not in repr(found)
    assert slack.core.day_one.outbox().dead >= 1


def test_what_is_sent_again_stands_there_once(slack: SlackPlace) -> None:
    uid, title = given_up(slack, Kind.POST)
    let_in_again(slack)
    slack.works_on()
    assert slack.stands(title, Kind.POST) == [0, 0]
    assert letters.send_again(slack.core.store, uid, slack.core.now)
    slack.works_on()
    assert slack.stands(title, Kind.POST) == [1, 1]
    assert not letters.send_again(slack.core.store, uid, slack.core.now)


def test_what_is_cancelled_is_not_sent_until_somebody_wants_it_again(slack: SlackPlace) -> None:
    uid, title = slack.plans(Kind.NOTICE)
    assert letters.cancel(slack.core.store, uid)
    assert letter(slack, uid).is_cancelled
    with slack.core.store.transaction() as tx:
        assert notices.take(tx, uid, slack.core.now, slack.core.now) is None
    assert letters.send_again(slack.core.store, uid, slack.core.now)
    slack.works_on()
    assert slack.stands(title, Kind.NOTICE) == [1]


def test_administrators_are_told_once_a_day_as_long_as_there_is_any(core: Core) -> None:
    core.joins_service("Ada", ServiceRole.ADMINISTRATOR)
    with in_slack(core) as place:
        assert tell_of_dead_letters(core.store, core.now) == 0
        given_up(place, Kind.POST)
        first = tell_of_dead_letters(core.store, core.now)
        assert first == len(administrators(core))
        assert tell_of_dead_letters(core.store, core.now) == 0
        assert tell_of_dead_letters(core.store, core.now + timedelta(days=1)) == first


def administrators(core: Core) -> list[str]:
    with core.store.transaction() as tx:
        every = accounts.in_service(tx, services.every(tx)[0].id)
    return [one.name for one in every if ServiceRole.ADMINISTRATOR in one.roles]


def test_in_teams_the_lead_has_it_posted_again_who_looked_and_found_nothing(core: Core) -> None:
    with in_teams(core) as place:
        uid, title = place.plans(Kind.POST)
        in_a_process_of_its_own(
            core, lambda: place.sends(Kind.POST, uid, Fate(SENDING), place.chat(), lambda seconds: None)
        )
        place.works_on()
        assert place.stands(title, Kind.POST) == [0, 0]
        assert "posted again now" in str(core.says("Sam", f"again {OAK}").shown)
        place.works_on()
        assert place.stands(title, Kind.POST) == [1, 1]
        assert "stands there already" in str(core.says("Sam", f"again {OAK}").shown)


def test_while_slack_wants_to_be_left_alone_nothing_else_is_tried_in_that_channel(slack: SlackPlace) -> None:
    first, second = (slack.plans(Kind.POST)[0] for _ in range(2))
    slack.fails("429")
    slack.sends(Kind.POST, first, Fate(), slack.here, lambda seconds: None)
    soonest = slack.core.now + timedelta(seconds=30)
    assert [letter(slack, uid).not_before for uid in (first, second)] == [soonest, soonest]


def test_whoever_came_into_the_channel_meanwhile_keeps_everything_out(slack: SlackPlace) -> None:
    uid, title = slack.plans(Kind.POST)
    stranger = slack.slack.user(slack.there.teams[0], "Kim")
    slack.there.members.append(stranger.id)
    slack.works_on()
    assert slack.stands(title, Kind.POST) == [0, 0]
    assert letter(slack, uid).why == "not-on-the-case 1"


def test_whoever_may_no_longer_see_the_case_is_told_nothing(slack: SlackPlace) -> None:
    uid, title = slack.plans(Kind.NOTICE)
    bar(slack.core, "Sam")
    slack.works_on()
    assert slack.stands(title, Kind.NOTICE) == [0]
    assert uid not in {one.id for one in letters.letters(slack.core.store)}


def bar(core: Core, who: str) -> None:
    """Their service takes every role from them."""
    with core.store.transaction() as tx:
        account = accounts.by_id(tx, UUID(core.people[who]))
        assert account
        accounts.change(tx, replace(account, roles=(), barred=True))


@pytest.mark.parametrize("kind", Kind)
def test_what_may_stand_there_is_looked_for_also_after_slack_was_busy(slack: SlackPlace, kind: Kind) -> None:
    uid, title = slack.plans(kind)
    in_a_process_of_its_own(
        slack.core, lambda: slack.sends(kind, uid, Fate(ACCEPTED), slack.chat(), lambda seconds: None)
    )
    slack.core.now += timedelta(seconds=46)
    slack.fails("429 before")
    slack.works_on()
    slack.slack.faults.clear()
    assert set(slack.stands(title, kind)) == {1}
