"""The weekly digest in Slack: in one’s own messages, or in a private channel of those who may read it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.chat.deliver import Deliverer
from bot.chat.slack.deliver import InSlack as SlackChat
from bot.chat.slack.workspaces import Workspaces
from bot.settings import HttpSettings
from bot.use_cases.reports.digest import plan_digests
from storage import make_key
from tests.bot.chat.slack.driver import SECRET
from tests.bot.chat.slack.in_slack import InSlack, open_in_slack
from tests.bot.chat.slack.workspace import Channel
from tests.bot.core import OAK, Core


@pytest.fixture
def here(core: Core) -> Iterator[InSlack]:
    with open_in_slack(core) as opened:
        yield opened


def comes(here: InSlack) -> None:
    """What is due is planned and sent."""
    core = here.core
    settings = HttpSettings(
        DAYONE_DATABASE_URL="sqlite://",
        DAYONE_KEYS=make_key("slack"),
        SLACK_SIGNING_SECRET=SECRET,
        SLACK_CLIENT_ID=here.slack.client_id,
        SLACK_CLIENT_SECRET=here.slack.client_secret,
        SLACK_API_BASE_URL=f"{here.slack.url}/api/",
    )
    chat = SlackChat(Workspaces(core.store, settings, lambda: core.now))
    deliverer = Deliverer(core.day_one, {"slack": chat}, here.wait)
    plan_digests(core.store, core.now)
    for notice in core.waiting("slack"):
        deliverer.notify(notice)


def channel(here: InSlack, *names: str, **more: object) -> Channel:
    """A channel to which a manager has the digest sent."""
    made = here.slack.channel("managers", *(here.people[who].user for who in ("Morgan", *names)), **more)
    morgan = here.people["Morgan"]
    morgan.types("/dto service", made)
    morgan.fills({"to": "here"})
    morgan.submits()
    morgan.closes(everything=True)
    return made


def own(here: InSlack, who: str = "Morgan") -> str:
    return str([message.blocks for message in here.slack.held.direct(here.people[who].user).messages])


def test_it_comes_into_a_managers_own_messages(here: InSlack) -> None:
    comes(here)
    assert "Weekly digest" in own(here)
    assert OAK in own(here)


def test_it_stands_in_a_private_channel_once(here: InSlack) -> None:
    made = channel(here)
    comes(here)
    comes(here)
    assert (
        ["Weekly digest" in message.text for message in made.messages].count(True) == len(made.messages) > 0
    )
    assert "Weekly digest" not in own(here)


@pytest.mark.parametrize("stranger", ["Sam", "Alex"])
def test_it_is_not_posted_before_anybody_who_does_not_run_the_service(here: InSlack, stranger: str) -> None:
    made = channel(here)
    made.members.append(here.people[stranger].user.id)
    comes(here)
    assert made.messages == []
    assert "Weekly digest" not in own(here)


def test_it_is_posted_once_they_have_left(here: InSlack) -> None:
    made = channel(here)
    made.members.append(here.people["Sam"].user.id)
    comes(here)
    made.members.remove(here.people["Sam"].user.id)
    here.core.now += timedelta(hours=1)
    comes(here)
    assert made.messages


def test_it_is_not_posted_where_everybody_can_read_it(here: InSlack) -> None:
    made = channel(here)
    made.private = False
    comes(here)
    assert made.messages == []
