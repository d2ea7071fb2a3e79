"""What somebody types, presses and sends in, in their own chat with Day One."""

import pytest

from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person, pressed
from tests.bot.core import OAK

ACTION = {"what": "Ring the school", "owner": "sam", "by": "2026-03-20", "for_child": "no"}


@pytest.fixture
def sam(here: InTeams) -> Person:
    return here.people["Sam"]


def texts(here: InTeams) -> list[str]:
    """What is to be done on the case."""
    return [action.what for action in here.core.plan().actions]


@pytest.mark.parametrize(
    "text",
    ["help", "/dto help", "<at>Day One</at> help", "<at id='0'>Day One</at>&nbsp;/dto  help\n", "h&#101;lp"],
)
def test_what_is_typed_is_answered_with_or_without_the_slash(sam: Person, text: str) -> None:
    assert sam.types(text).title == "What you can type"


def test_what_is_typed_is_read_once_and_not_what_comes_of_that(sam: Person) -> None:
    assert "There is no command" in sam.types("h&amp;#101;lp").text


def test_mentions_without_an_end_are_answered_however_many_they_are(sam: Person) -> None:
    assert "too long" in sam.types("<at>" * 50_000).text


def test_a_button_shows_what_it_says_below(sam: Person) -> None:
    sam.types(f"case {OAK}")
    assert sam.presses("People").title == f"People on {OAK}"
    assert len(sam.own.messages) == 2


def test_a_form_that_is_sent_in_gives_way_to_what_came_of_it(here: InTeams, sam: Person) -> None:
    sam.types(f"add {OAK}")
    assert "Ring the school" in sam.sends_in(**ACTION).text
    assert "Ring the school" in texts(here)
    assert len(sam.own.messages) == 1
    assert "Ring the school" in sam.card.text


def test_a_form_that_is_sent_in_twice_is_taken_in_once(here: InTeams, sam: Person) -> None:
    form = sam.types(f"add {OAK}")
    assert form.sends
    data = form.pressed(form.sends, ACTION)
    for _ in range(2):
        invoke = sam.activity("invoke", name="adaptiveCard/action", value=pressed(data), replyToId="m1")
        status, answer = sam.sends(invoke)
        assert status == 200
    assert "nothing was done twice" in str(answer["value"])
    assert texts(here).count("Ring the school") == 1


def test_the_same_form_opened_again_is_another_one(here: InTeams, sam: Person) -> None:
    for _ in range(2):
        sam.types(f"add {OAK}")
        sam.sends_in(**ACTION)
    assert texts(here).count("Ring the school") == 2


def test_what_is_wrong_is_asked_again_with_what_was_typed(here: InTeams, sam: Person) -> None:
    sam.types(f"add {OAK}")
    again = sam.sends_in(what="Ring the school", by="2020-01-01")
    assert again.values["what"] == "Ring the school"
    assert "This is not saved yet" in again.text
    assert len(sam.own.messages) == 1
    assert sam.sends_in(**ACTION).title != again.title
    assert texts(here).count("Ring the school") == 1


def test_what_is_refused_stays_typed_and_leads_back(sam: Person) -> None:
    sam.types("join")
    refused = sam.sends_in(code="K7QX-3MPD-9RTA")
    assert "That code does not work" in refused.text
    assert len(sam.own.messages) == 2
    assert sam.presses("Back to what you typed").values["code"] == "K7QX-3MPD-9RTA"


def test_the_questions_that_follow_are_shown_in_place(sam: Person) -> None:
    form = sam.types(f"person {OAK}")
    assert form.redraws
    again = sam.sends_data(form.pressed(form.redraws, {"name": "Nana", "role": "relative"}))
    assert again.values["name"] == "Nana"
    assert set(again.values) > set(form.values)
    assert len(sam.own.messages) == 1


def test_what_is_half_typed_is_kept_for_whoever_typed_it(here: InTeams, sam: Person) -> None:
    form = sam.types(f"change {OAK} home")
    assert form.redraws
    sam.sends_data(form.pressed(form.redraws, {"home.council": "Birchley"}))
    assert sam.types(f"change {OAK} home").values["home.council"] == "Birchley"
    assert here.people["Jo"].types(f"change {OAK} home").values["home.council"] == "Oakshire"


def test_what_changes_the_case_takes_the_place_of_what_was_pressed(here: InTeams, sam: Person) -> None:
    before = sam.types(f"case {OAK}")
    assert "Open a meeting" in before.labels
    sam.presses("Open a meeting")
    assert here.core.plan().meeting
    assert len(sam.own.messages) == 1


def test_a_card_of_an_older_edition_gets_a_sentence(here: InTeams, sam: Person) -> None:
    sam.types("list")
    for data in ({"verb": "gone", "command": "list"}, {"action": "open", "case": "7"}, {}, None, [1]):
        before = here.core.kept()["requests"]
        invoke = sam.activity("invoke", name="adaptiveCard/action", value={"action": {"data": data}})
        status, answer = sam.sends(invoke)
        assert (status, answer["statusCode"]) == (200, 200)
        assert "older edition" in sam.card.text
        assert here.core.kept()["requests"] == before
    sam.types("list")
    assert "There is no command" in sam.sends_data({"verb": "says", "command": f"gapz {OAK}"}).text


def test_a_card_that_sends_in_the_way_of_old_is_heard_as_well(here: InTeams, sam: Person) -> None:
    form = sam.types(f"add {OAK}")
    assert form.sends
    data = form.pressed(form.sends, ACTION)
    assert sam.sends(sam.activity("message", value=data, replyToId="m1")) == (200, None)
    assert "Ring the school" in texts(here)
    assert "Ring the school" in sam.card.text
    assert sam.sends(sam.activity("message", value={"old": 1})) == (200, None)
    assert "older edition" in sam.card.text


@pytest.mark.parametrize("text", [f"gaps {OAK}", f"meet {OAK}"])
def test_the_same_activity_twice_does_and_says_nothing_twice(here: InTeams, sam: Person, text: str) -> None:
    activity = sam.activity("message", text=text)
    for _ in range(2):
        assert sam.sends(activity) == (200, None)
    assert len(sam.own.messages) == 1


def test_a_message_that_is_edited_or_deleted_does_nothing_again(here: InTeams, sam: Person) -> None:
    sam.types(f"meet {OAK}")
    before, said = here.core.kept(), len(sam.own.messages)
    for kind, event in [("messageUpdate", "editMessage"), ("messageDelete", "softDeleteMessage")]:
        edited = sam.activity(kind, text=f"finish {OAK}")
        assert sam.sends({**edited, "channelData": {**edited["channelData"], "eventType": event}})[0] == 200
    assert (here.core.kept(), len(sam.own.messages)) == (before, said)


def test_a_card_that_was_deleted_comes_anew(here: InTeams, sam: Person) -> None:
    form = sam.types(f"add {OAK}")
    assert form.sends
    data = form.pressed(form.sends, ACTION)
    del sam.own.messages[sam.newest]
    invoke = sam.activity("invoke", name="adaptiveCard/action", value=pressed(data), replyToId="m1")
    assert sam.sends(invoke)[0] == 200
    assert "Ring the school" in sam.card.text


def test_what_is_too_long_for_one_card_is_read_on_in_place(sam: Person) -> None:
    card, read = sam.types(f"sheet {OAK} worker"), []
    while card.goes_on:
        read.append(card.text)
        card = sam.sends_data(card.pressed(card.goes_on))
    assert len({*read, card.text}) == len(read) + 1
    assert len(sam.own.messages) == 1


def test_somebody_whose_tenant_no_service_has_is_told_so(here: InTeams) -> None:
    stranger = here.somebody("Kit", tenant="5f1f0c3e-0000-4000-8000-00000000dead")
    assert "not set up for Day One" in stranger.types("list").text


def test_a_full_member_without_a_role_learns_nothing_of_a_case(here: InTeams) -> None:
    assert "There is no case OAK-417 that you are on" in here.somebody("Kit").types(f"case {OAK}").text


def test_a_guest_is_let_in_only_where_the_case_names_their_organisation(here: InTeams) -> None:
    with here.core.case("Sam") as case:
        named = {one.person.name: one.person.organisation for one in case.named}
    guests = {who: here.somebody(who, role="guest") for who in ("Jo", "Morgan")}
    for who, guest in guests.items():
        says = guest.types(f"case {OAK}").text
        assert ("You are a guest here" in says) is (not named[who]), who
