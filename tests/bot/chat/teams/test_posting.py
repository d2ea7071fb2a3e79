"""What stands in a case's chat or private channel: as the case is now, and only where all may read it."""

from dataclasses import replace

import pytest

from storage import people
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.platform import Chat, Fault, Member
from tests.bot.chat.teams.seen import Card
from tests.bot.core import OAK

REVIEW = f"Review meeting for {OAK}"
WORD = "The answer is in your own chat with Day One."


@pytest.fixture
def chat(here: InTeams) -> Chat:
    """The case's chat: Sam, who leads it, and Jo and Morgan."""
    made = here.chat("Sam", "Jo", "Morgan")
    here.people["Sam"].types(f"channel {OAK}", made)
    return made


def titles(chat: Chat) -> list[str]:
    return [Card(card).title for card in chat.cards]


def changes(here: InTeams, who: str = "Jo", answer: str = "yes") -> None:
    """What is left to be done changes with it."""
    person = here.people[who]
    person.types(f"change {OAK} home")
    person.sends_in(**{"home.difference_explained": answer})


def told(here: InTeams, who: str = "Sam") -> str:
    """All that stands in somebody's own chat."""
    return "\n".join(Card(card).text for card in here.people[who].own.cards)


def test_a_meeting_that_is_opened_stands_in_the_chat_without_answers(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types("meet", chat)
    assert titles(chat) == [REVIEW]
    assert "Oakshire" not in Card(chat.cards[0]).text


def test_among_others_only_a_word_is_said_of_an_answer(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types(f"gaps {OAK}", chat)
    assert {*chat.texts} == {WORD}
    assert chat.cards == []
    assert f"Gaps in {OAK}" in told(here)


def test_in_the_cases_chat_its_reference_may_be_left_out(here: InTeams, chat: Chat) -> None:
    here.core.joins_service("Robin's other worker", "worker")
    assert here.people["Jo"].types("gaps", chat).title == f"Gaps in {OAK}"


def test_a_form_that_was_asked_for_in_a_chat_knows_where(here: InTeams) -> None:
    chat = here.chat("Sam", "Jo")
    here.adds_us("Sam", chat)
    sam = here.people["Sam"]
    card = sam.types(f"case {OAK}", chat)
    assert "place" in card.button("Gaps").action["data"]
    sam.sends_data({**card.button("Gaps").action["data"], "command": f"channel {OAK}"})
    assert channel(here) == f"teams:{sam.tenant}:{chat.id}"


def test_a_place_that_is_made_up_is_none(here: InTeams, chat: Chat) -> None:
    before, sam = channel(here), here.people["Sam"]
    data = sam.types(f"case {OAK}").button("Gaps").action["data"]
    for place in (
        "teams:x:19:x",
        f"teams:{sam.tenant}:19:x",
        f"teams:{sam.tenant}:a:sam",
        "slack:T1:C1",
        "x",
    ):
        answer = sam.sends_data({**data, "command": f"channel {OAK}", "place": place})
        assert "Meetings stand in a private channel" in answer.text
    assert channel(here) == before


def channel(here: InTeams) -> str:
    with here.core.case() as case:
        return case.case.channel


def test_the_card_changes_in_place_with_the_case(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types("meet", chat)
    before = chat.cards[0]
    changes(here)
    assert titles(chat) == [REVIEW]
    assert chat.cards[0] != before


def test_a_card_that_was_deleted_comes_anew(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types("meet", chat)
    chat.messages.clear()
    changes(here)
    assert titles(chat) == [REVIEW]


def test_a_meeting_that_is_closed_is_looked_at_no_more(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types("meet", chat)
    assert "refresh" in chat.cards[0]
    meeting = here.core.plan().meeting
    assert meeting
    here.core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    changes(here)
    assert "refresh" not in chat.cards[0]


@pytest.mark.parametrize(
    "stranger", [Member("Kit"), Member("Kit", role="guest"), Member("Kit", tenant="t-kit")]
)
def test_nothing_is_posted_before_somebody_who_is_not_on_the_case(
    here: InTeams, chat: Chat, stranger: Member
) -> None:
    chat.members.append(stranger)
    here.people["Sam"].types("meet", chat)
    assert chat.cards == []
    assert "not on the case: Kit" in told(here)


def test_somebody_who_came_in_since_stops_what_follows(here: InTeams, chat: Chat) -> None:
    here.people["Sam"].types("meet", chat)
    before = chat.cards[0]
    chat.members.append(Member("Kit"))
    changes(here)
    assert chat.cards == [before]
    chat.members.pop()
    changes(here, "Morgan")
    assert chat.cards != [before]


def test_a_guest_may_read_it_only_where_the_case_names_their_organisation(here: InTeams, chat: Chat) -> None:
    chat.members[1] = Member("Jo", role="guest")
    with here.core.case() as case:
        jo = next(one for one in case.named if one.person.name == "Jo")
        person = replace(jo, person=replace(jo.person, organisation=""))
        people.change(case.turn.tx, person)
    here.people["Sam"].types("meet", chat)
    assert chat.cards == []
    assert "for which organisation they work: Jo" in told(here)
    with here.core.case() as case:
        person = replace(jo, person=replace(jo.person, organisation="Oakshire Council"))
        people.change(case.turn.tx, person)
    changes(here, "Morgan")
    assert titles(chat) == [REVIEW]


def test_a_private_channel_is_as_good_as_a_chat(here: InTeams) -> None:
    made = here.chat("Sam", "Jo", id_="19:oak-417", team="19:team")
    here.people["Sam"].types(f"channel {OAK}", made)
    here.people["Sam"].types("meet", made)
    assert titles(made) == [REVIEW]


@pytest.mark.parametrize("kind", ["standard", "shared", "", "unknown"])
def test_a_channel_that_is_not_private_is_never_a_cases(here: InTeams, kind: str) -> None:
    made = here.chat("Sam", "Jo", id_="19:general", team="19:team", channel_type=kind)
    answer = here.people["Sam"].types(f"channel {OAK}", made)
    assert "Meetings stand in a private channel" in answer.text
    assert made.cards == []


def test_where_teams_does_not_say_what_a_channel_is_it_is_not_private(here: InTeams) -> None:
    sam = here.people["Sam"]
    made = here.chat("Sam", "Jo", id_="19:oak-417", team="19:team")
    here.platform.faults.append(Fault("GET", "/v3/teams/", 403))
    assert "Meetings stand in a private channel" in sam.types(f"channel {OAK}", made).text
    asked = sam.activity("message", made, text=f"channel {OAK}")
    asked["conversation"]["conversationType"] = "something new"
    asked["channelData"].pop("team")
    assert sam.sends(asked) == (200, None)
    assert "Meetings stand in a private channel" in sam.card.text


def test_a_channel_that_is_opened_to_others_gets_nothing_more(here: InTeams) -> None:
    made = here.chat("Sam", "Jo", id_="19:oak-417", team="19:team")
    here.people["Sam"].types(f"channel {OAK}", made)
    made.channel_type = "shared"
    here.people["Sam"].types(f"meet {OAK}")
    assert made.cards == []
    assert "Its channel is not private" in told(here)


def test_somebody_without_a_chat_of_their_own_is_told_how_to_have_one(here: InTeams) -> None:
    jo = here.people["Jo"]
    jo.member = replace(jo.member, lets_in=False)
    chat = here.platform.add(Chat("19:oak", "groupChat", [jo.member]))
    assert jo.sends(jo.activity("message", chat, text="list"))[0] == 200
    assert "Day One cannot write to you yet" in chat.texts[0]
    assert chat.cards == []


def test_an_answer_stays_in_the_thread_in_which_it_was_asked_for(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    asked = jo.activity("message", chat, text="gaps")
    asked["conversation"]["id"] += ";messageid=77"
    assert jo.sends(asked)[0] == 200
    assert here.platform.calls[-1].path == "/v3/conversations/19%3Aoak%3Bmessageid%3D77/activities"
    assert jo.card.title == f"Gaps in {OAK}"


def test_teams_is_left_alone_for_as_long_as_it_says(here: InTeams, chat: Chat) -> None:
    here.platform.faults.append(Fault("POST", "19%3Aoak/activities", 429, retry_after=3))
    here.core.says("Sam", f"meet {OAK}")
    changes(here)
    assert (here.waited, titles(chat)) == ([3.0], [REVIEW])


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "does not let Day One in"), (403, "Add it there"), (404, "Add it there"), (400, "refused there")],
)
def test_where_teams_refuses_for_good_somebody_hears_why(
    here: InTeams, chat: Chat, status: int, says: str
) -> None:
    here.core.says("Sam", f"meet {OAK}")
    here.platform.faults.append(Fault("POST", "19%3Aoak/activities", status))
    changes(here, "Sam")
    assert says in told(here)
    assert here.waited == []
    assert chat.cards == []
    changes(here, "Sam", "no")
    assert titles(chat) == [REVIEW]


def test_what_somebody_else_is_to_hear_comes_into_their_own_chat(here: InTeams) -> None:
    here.adds_us("Jo")
    sam = here.people["Sam"]
    sam.types(f"add {OAK}")
    sam.sends_in(what="Ring the school", owner="jo", by="2026-03-20", for_child="no")
    assert OAK in told(here, "Jo")
    assert "Ring the school" not in told(here, "Jo")
