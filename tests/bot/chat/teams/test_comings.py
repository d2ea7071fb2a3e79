"""The app comes, is known to be there, welcomes whoever has it for themselves, and goes."""

import pytest

from bot.messages.helping import help_page
from storage import conversations
from storage.conversations import Conversation
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person
from tests.bot.chat.teams.platform import BOT, OAKSHIRE, Chat
from tests.bot.core import OAK

US = [{"id": f"28:{BOT}"}]


def known(here: InTeams, chat: Chat) -> Conversation | None:
    with here.core.store.transaction() as tx:
        return conversations.by_id(tx, OAKSHIRE, chat.id)


def tells(person: Person, kind: str, there: Chat | None = None, **more: object) -> None:
    assert person.sends(person.activity(kind, there, **more)) == (200, None)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("installationUpdate", {"action": "add"}),
        ("installationUpdate", {"action": "add-upgrade"}),
        ("conversationUpdate", {"membersAdded": US}),
    ],
    ids=str,
)
def test_whoever_adds_the_app_is_welcomed_with_their_cases(here: InTeams, kind: str, more: dict) -> None:  # type: ignore[type-arg]
    sam = here.people["Sam"]
    tells(sam, kind, **more)
    assert OAK in sam.card.text
    assert known(here, sam.own) == Conversation(OAKSHIRE, "a:sam", here.platform.url, sam.member.entra)


def test_they_are_welcomed_once(here: InTeams) -> None:
    sam = here.people["Sam"]
    for _ in range(2):
        tells(sam, "conversationUpdate", membersAdded=US)
        tells(sam, "installationUpdate", action="add")
    assert len(sam.own.messages) == 1


def test_several_are_not_welcomed(here: InTeams) -> None:
    chat = here.chat("Sam", "Jo")
    tells(here.people["Sam"], "conversationUpdate", chat, membersAdded=US)
    assert chat.messages == {}
    assert known(here, chat) == Conversation(OAKSHIRE, chat.id, here.platform.url)


def test_somebody_else_who_comes_or_goes_is_none_of_our_business(here: InTeams) -> None:
    chat = here.chat("Sam", "Jo")
    tells(here.people["Sam"], "conversationUpdate", chat, membersAdded=[{"id": "29:jo"}])
    assert known(here, chat) is None
    here.adds_us("Sam", chat)
    tells(here.people["Sam"], "conversationUpdate", chat, membersRemoved=[{"id": "29:jo"}])
    assert known(here, chat)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("installationUpdate", {"action": "remove"}),
        ("installationUpdate", {"action": "remove-upgrade"}),
        ("conversationUpdate", {"membersRemoved": US}),
    ],
    ids=str,
)
def test_where_the_app_was_removed_it_speaks_no_more(here: InTeams, kind: str, more: dict) -> None:  # type: ignore[type-arg]
    sam, chat = here.people["Sam"], here.chat("Sam")
    for there in (None, chat):
        here.adds_us("Sam", there)
        tells(sam, kind, there, **more)
    assert known(here, sam.own) is known(here, chat) is None
    before = len(here.platform.calls)
    here.hears("Sam", help_page())
    assert len(here.platform.calls) == before


def test_a_team_that_removes_it_removes_it_from_all_its_channels(here: InTeams) -> None:
    general = here.chat("Sam", id_="19:team", team="19:team", channel_type="standard")
    private = here.chat("Sam", id_="19:oak-417", team="19:team")
    for there in (general, private):
        here.adds_us("Sam", there)
    tells(here.people["Sam"], "conversationUpdate", general, membersRemoved=US)
    assert known(here, general) is known(here, private) is None


def test_a_private_channel_that_removes_it_leaves_it_to_the_others_of_its_team(here: InTeams) -> None:
    oak, ash = (here.chat("Sam", id_=f"19:{name}", team="19:team") for name in ("oak", "ash"))
    for there in (oak, ash):
        here.adds_us("Sam", there)
    tells(here.people["Sam"], "conversationUpdate", ash, membersRemoved=US)
    assert known(here, ash) is None
    assert known(here, oak)


def test_whoever_speaks_in_a_tenant_that_is_not_their_own_is_spoken_to_there(here: InTeams) -> None:
    here.adds_us("Alex")
    before = len(here.people["Alex"].own.cards)
    here.hears("Alex", help_page())
    assert len(here.people["Alex"].own.cards) == before + 1


def test_it_speaks_first_to_somebody_who_has_it(here: InTeams) -> None:
    here.adds_us("Sam")
    here.hears("Sam", help_page())
    assert here.people["Sam"].card.title == "What you can type"


def test_where_teams_takes_what_we_say_may_change(here: InTeams) -> None:
    sam = here.people["Sam"]
    here.adds_us("Sam")
    sam.platform.url = f"{sam.platform.url}/emea"
    tells(sam, "message", text="help")
    found = known(here, sam.own)
    assert found
    assert found.service_url.endswith("/emea")
