"""Who somebody is and where they speak is what Teams says of them, and not what comes from their computer."""

from datetime import timedelta

import pytest

from bot.messages.document import Document
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person, pressed
from tests.bot.chat.teams.platform import OAKSHIRE
from tests.bot.core import OAK


def says_from(person: Person, place: str, command: str) -> str:
    """What comes of a button that is said to have been shown in a chat."""
    data = {"verb": "says", "command": command, "place": f"teams:{OAKSHIRE}:{place}"}
    assert person.sends(person.activity("invoke", name="adaptiveCard/action", value=pressed(data)))[0] == 200
    return person.card.text


def channel(here: InTeams) -> str | None:
    with here.core.case() as case:
        return case.case.channel


def test_a_chat_in_which_somebody_is_not_tells_them_no_reference(here: InTeams) -> None:
    chat = here.chat("Sam", "Jo", "Morgan")
    here.people["Sam"].types(f"channel {OAK}", chat)
    kit = here.somebody("Kit")
    kit.types("help")
    assert says_from(kit, chat.id, "gaps") == kit.types("gaps").text


def test_a_chat_that_somebody_left_is_a_place_of_theirs_no_more(here: InTeams) -> None:
    chat, sam = here.chat("Sam", "Jo"), here.people["Sam"]
    sam.types(f"case {OAK}", chat)
    chat.members.remove(sam.member)
    here.core.now = here.core.now.replace(hour=18)
    says_from(sam, chat.id, f"channel {OAK}")
    assert not channel(here)


def test_a_case_is_not_put_into_a_chat_of_others(here: InTeams) -> None:
    theirs = here.chat("Jo", id_="19:theirs")
    here.adds_us("Jo", theirs)
    sam = here.people["Sam"]
    sam.types("help")
    says_from(sam, theirs.id, f"channel {OAK}")
    assert not channel(here)


def test_an_answer_goes_to_whoever_teams_says_it_is(here: InTeams) -> None:
    sam, kit = here.people["Sam"], here.somebody("Kit")
    for one in (sam, kit):
        one.types("help")
    here.core.now += timedelta(minutes=1)
    chat = here.chat("Sam", "Kit")
    for there in (chat, sam.own):
        said = sam.activity("message", there, text=f"gaps {OAK}")
        said["from"]["aadObjectId"] = kit.member.entra
        before = len(sam.own.cards)
        assert sam.sends(said) == (200, None)
        assert (len(kit.own.cards), len(sam.own.cards)) == (1, before + 1)
    here.hears("Kit", Document("For Kit", ()))
    assert kit.card.title == "For Kit"


@pytest.mark.parametrize("verb", ["form", "redraws"])
def test_whoever_is_called_what_nobody_is_called_is_put_on_no_case(here: InTeams, verb: str) -> None:
    sam = here.people["Sam"]
    sam.types(f"person {OAK}")
    sends, before = sam.card.sends, here.core.kept()["people"]
    assert sends
    asked = ["line:name", "select:role", "member:member"]
    typed = {"line:name": "Kit", "select:role": "youth justice worker", "member:member": "nobody-at-all"}
    data = {**sends.action["data"], "verb": verb, "asked": asked, **typed}
    assert "Choose a person of your own" in sam.sends_data(data).text
    assert here.core.kept()["people"] == before
    sam.types(f"person {OAK}")
    sam.sends_data({**data, "verb": "form", "member:member": here.somebody("Kit").member.entra})
    assert here.core.kept()["people"] != before
