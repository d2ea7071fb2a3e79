"""The weekly digest in Teams: in somebody's own chat, or in a chat of those who may read it."""

from datetime import timedelta

import pytest

from bot.chat.deliver import Deliverer
from bot.use_cases.reports.digest import plan_digests
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.platform import Chat
from tests.bot.chat.teams.seen import Card


def comes(here: InTeams) -> None:
    """What is due is planned and sent."""
    core = here.core
    plan_digests(core.store, core.now)
    deliverer = Deliverer(core.day_one, {"teams": here.teams.chat}, here.waited.append)
    for notice in core.waiting("teams"):
        deliverer.notify(notice)


@pytest.fixture
def chat(here: InTeams) -> Chat:
    """The one to which a manager has the digest sent."""
    made = here.chat("Morgan")
    here.adds_us("Morgan", made)
    morgan = here.people["Morgan"]
    morgan.types("service", made)
    morgan.sends_in(to="here")
    return made


def titles(chat: Chat) -> list[str]:
    return [Card(card).title.partition(":")[0] for card in chat.cards]


def test_it_comes_into_a_managers_own_chat(here: InTeams) -> None:
    here.people["Morgan"].types("help")
    comes(here)
    assert titles(here.people["Morgan"].own)[-1] == "Weekly digest"


def test_it_stands_once_in_a_chat_of_those_who_run_the_service(here: InTeams, chat: Chat) -> None:
    comes(here)
    comes(here)
    assert titles(chat).count("Weekly digest") == 1


def test_it_is_not_posted_before_anybody_else(here: InTeams, chat: Chat) -> None:
    chat.members.append(here.people["Sam"].member)
    comes(here)
    assert "Weekly digest" not in titles(chat)
    chat.members.pop()
    here.core.now += timedelta(hours=1)
    comes(here)
    assert "Weekly digest" in titles(chat)
