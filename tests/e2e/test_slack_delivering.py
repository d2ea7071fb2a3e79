"""What stands in a case's channel in a Slack that is not ours: posted once, changed in place, found again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.chat.deliver import Deliverer
from bot.chat.slack.deliver import InSlack
from bot.chat.slack.workspaces import Workspaces
from bot.render.text import document_text
from bot.settings import SlackSettings
from storage import cases, make_key
from storage.deliveries import DeliveryRow
from tests.bot.chat.slack.linked import link
from tests.bot.core import OAK, Core, open_core
from tests.e2e.emulated import BOT, TEAM, Emulated


@dataclass
class Channel:
    """The private channel of the example case, with Sam and the app in it."""

    core: Core
    slack: Emulated
    id: str
    deliverer: Deliverer

    def delivers(self) -> list[str]:
        """Send what is due; why anything was not."""
        said = [self.deliverer.deliver(one) for one in self.core.day_one.posts.due(OAK)]
        return [document_text(why) if why else "" for why in said]

    @property
    def stands(self) -> list[Any]:
        """The app's messages, the oldest first."""
        history = self.slack.bot.conversations_history(channel=self.id)["messages"]
        return [message for message in reversed(history) if message.get("blocks")]


@pytest.fixture
def channel(emulated: Emulated, tmp_path: Path) -> Iterator[Channel]:
    made = emulated.private_channel("oak-417")
    with open_core(f"sqlite:///{tmp_path / 'dayone.sqlite'}") as core:
        link(core.store, {"Oakshire Youth Justice Service": TEAM}, {"Sam": emulated.user("sam")})
        with core.store.transaction() as tx:
            case = cases.by_reference(tx, OAK)
            assert case
            cases.change(tx, replace(case, channel=f"slack:{TEAM}:{made}"))
        workspaces = Workspaces(core.store, settings(emulated), lambda: core.now)
        chats = {"slack": InSlack(workspaces)}
        yield Channel(core, emulated, made, Deliverer(core.day_one, chats, lambda seconds: None))


def settings(emulated: Emulated) -> SlackSettings:
    given = {"SLACK_BOT_TOKEN": BOT, "SLACK_API_BASE_URL": emulated.api}
    return SlackSettings(DAYONE_DATABASE_URL="sqlite://", DAYONE_KEYS=make_key("e2e"), **given)


def test_the_meeting_stands_there_once_and_changes_in_place(channel: Channel) -> None:
    channel.core.says("Sam", f"meet {OAK}")
    assert channel.delivers() == [""]
    (first,) = channel.stands
    channel.core.answers("Sam", f"step {OAK} home", {"home.difference_explained": "yes"})
    assert channel.delivers() == [""]
    (second,) = channel.stands
    assert (second["ts"], second["blocks"] == first["blocks"]) == (first["ts"], False)
    assert channel.delivers() == []


def test_a_post_whose_answer_was_lost_is_found_again(channel: Channel) -> None:
    channel.core.says("Sam", f"meet {OAK}")
    channel.delivers()
    lost = {"state": "planned", "sent_as": (), "drawn": 0, "tries": 1, "taken_until": None, "sending": True}
    with channel.core.store.transaction() as tx:
        tx.run(update(DeliveryRow).values(lost))
    assert channel.delivers() == [""]
    assert len(channel.stands) == 1


def test_a_message_that_somebody_deleted_is_posted_anew(channel: Channel) -> None:
    channel.core.says("Sam", f"meet {OAK}")
    channel.delivers()
    (gone,) = channel.stands
    channel.slack.bot.chat_delete(channel=channel.id, ts=gone["ts"])
    channel.core.answers("Sam", f"step {OAK} home", {"home.difference_explained": "yes"})
    assert channel.delivers() == [""]
    (anew,) = channel.stands
    assert anew["ts"] != gone["ts"]


def test_nothing_goes_where_somebody_is_who_is_not_on_the_case(channel: Channel) -> None:
    channel.slack.sam.conversations_invite(channel=channel.id, users=channel.slack.user("jo"))
    channel.core.says("Sam", f"meet {OAK}")
    (why,) = channel.delivers()
    assert "1 member of its channel is not on the case" in why
    assert channel.stands == []


def test_nothing_goes_to_an_archived_channel(channel: Channel) -> None:
    channel.slack.sam.conversations_archive(channel=channel.id)
    channel.core.says("Sam", f"meet {OAK}")
    (why,) = channel.delivers()
    assert "archived" in why
