"""The card in a case's chat, which Teams asks for anew for each who looks at it."""

from typing import Any

import pytest

from bot.chat.teams.standing import standing
from bot.messages.document import Document, Paragraph
from bot.messages.document_json import document_to_json
from bot.render.teams import cards as drawn_as
from bot.use_cases.sending.posting import SHEET
from storage import posts
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.platform import Chat, Fault
from tests.bot.chat.teams.seen import Card
from tests.bot.chat.teams.test_lost import IN_THE_CHAT, cards, looks
from tests.bot.chat.teams.test_posting import changes
from tests.bot.core import OAK
from tests.bot.render.teams_limits import check_card


@pytest.fixture
def chat(here: InTeams) -> Chat:
    """Of the people of the case in their own service, with the meeting open in it."""
    made = here.chat("Sam", "Jo", "Morgan")
    here.people["Sam"].types(f"channel {OAK}", made)
    here.people["Sam"].types("meet", made)
    return made


def without_users(card: Any) -> Any:
    return {**card, "refresh": card["refresh"]["action"]}


def test_whoever_looks_sees_what_would_be_posted_now_and_is_shown_it_again_later(
    here: InTeams, chat: Chat
) -> None:
    before = chat.cards[0]
    assert before["refresh"]["userIds"] == ["29:sam", "29:jo", "29:morgan"]
    here.core.answers("Sam", f"change {OAK} home", {"home.difference_explained": "yes"})
    seen = looks(here.people["Jo"], chat, *cards(chat))
    assert seen["body"] != before["body"]
    assert seen["refresh"]["userIds"] == ["29:jo"]
    changes(here, "Morgan", "yes")
    seen = looks(here.people["Jo"], chat, *cards(chat))
    assert without_users(seen) == without_users(chat.cards[0])


def test_somebody_who_is_not_on_the_case_sees_nothing_new(here: InTeams, chat: Chat) -> None:
    kit = here.somebody("Kit")
    chat.members.append(kit.member)
    assert looks(kit, chat, *cards(chat)) == ""


def test_of_several_posts_whoever_looks_sees_the_one_that_they_look_at(here: InTeams, chat: Chat) -> None:
    """Though a newer one stands there, and an older one."""
    (meeting,) = cards(chat)
    with here.core.case() as case:
        body = document_to_json(Document("A sheet", (Paragraph("Words"),)))
        posts.add(case.turn.tx, case.case.id, SHEET, at=here.core.now.replace(hour=8), body=body)
        posts.add(case.turn.tx, case.case.id, SHEET, at=here.core.now.replace(hour=20), body=body)
    assert Card(looks(here.people["Jo"], chat, meeting)).title == f"Review meeting for {OAK}"


def test_teams_asks_for_no_more_people_than_it_would_and_the_card_still_fits(
    here: InTeams, chat: Chat
) -> None:
    """The longest ids that Teams gives are of about 88 letters."""
    post = here.core.feed("Sam")[-1]
    people = [f"29:{number:085}" for number in range(70)]
    (drawn,) = [standing(part, OAK, post.id, 0, people) for part in drawn_as(post.document)]
    assert drawn["refresh"]["userIds"] == people[:60]
    check_card(drawn)


def test_in_a_chat_that_the_case_has_left_nothing_changes(here: InTeams, chat: Chat) -> None:
    (message,) = cards(chat)
    before = chat.messages[message]
    new = here.chat("Sam", "Jo", "Morgan", id_="19:new")
    here.people["Sam"].types(f"channel {OAK}", new)
    changes(here)
    assert looks(here.people["Jo"], chat, message) == ""
    assert chat.messages[message] == before
    assert looks(here.people["Jo"], new, *cards(new)) != ""


@pytest.mark.parametrize("post", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_post_that_is_made_up_is_not_there(here: InTeams, chat: Chat, post: str) -> None:
    jo = here.people["Jo"]
    data = {"verb": "looks", "command": f"{OAK} {post}"}
    value = {"action": {"type": "Action.Execute", "verb": "looks", "data": data}}
    asks = jo.activity("invoke", chat, name="adaptiveCard/action", value=value, replyToId="m1")
    assert jo.sends(asks)[1]["value"] == ""


def test_a_part_that_is_not_there_any_more_is_not_there(here: InTeams, chat: Chat) -> None:
    action = chat.cards[0]["refresh"]["action"]
    value = {"action": {**action, "data": {**action["data"], "part": 1}}}
    jo = here.people["Jo"]
    asks = jo.activity("invoke", chat, name="adaptiveCard/action", value=value, replyToId="m1")
    assert jo.sends(asks)[1]["value"] == ""


def test_looking_takes_none_of_our_other_posts_away(here: InTeams, chat: Chat) -> None:
    """Though a client may say of any message that it is the one that somebody looks at."""
    here.core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    changes(here)
    meeting, *others = cards(chat)
    assert others
    value = {"action": chat.messages[meeting]["attachments"][0]["content"]["refresh"]["action"]}
    jo = here.people["Jo"]
    for other in others:
        jo.sends(jo.activity("invoke", chat, name="adaptiveCard/action", value=value, replyToId=other))
    assert cards(chat) == [meeting, *others]


def test_nothing_is_taken_away_while_it_is_being_sent(here: InTeams, chat: Chat) -> None:
    """The one that was just posted in the place of a deleted one is not known yet."""
    (meeting,) = cards(chat)
    here.core.answers("Sam", f"change {OAK} home", {"home.difference_explained": "yes"})
    (due,) = here.core.day_one.posts.due(OAK)
    chat.messages["m99"] = chat.messages[meeting]
    assert here.core.day_one.posts.take(due)
    looks(here.people["Jo"], chat, "m99")
    assert cards(chat) == [meeting, "m99"]


def test_of_two_who_look_at_once_the_second_takes_nothing_away(here: InTeams, chat: Chat) -> None:
    (meeting,) = cards(chat)
    chat.messages["m99"] = chat.messages[meeting]
    here.platform.faults.append(Fault("DELETE", f"{IN_THE_CHAT}/m99", 404))
    looks(here.people["Jo"], chat, "m99")
    looks(here.people["Morgan"], chat, "m99")
    assert cards(chat) == [meeting]
