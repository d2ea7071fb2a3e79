"""What is pressed on the card of a meeting, in front of others: a dialog that one person sees alone."""

import pytest

from bot.chat.teams.outgoing import dialog
from bot.messages.helping import FAULT
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.platform import Chat, Fault
from tests.bot.core import OAK


@pytest.fixture
def chat(here: InTeams) -> Chat:
    """Of the people of the case in their own service, with the meeting open in it."""
    made = here.chat("Sam", "Jo", "Morgan")
    here.people["Sam"].types(f"channel {OAK}", made)
    here.people["Sam"].types("meet", made)
    assert len(made.cards) == 1
    return made


def test_a_button_opens_a_dialog_and_says_nothing_to_the_others(here: InTeams, chat: Chat) -> None:
    before = list(chat.messages)
    assert here.people["Jo"].opens(chat, "Gaps").title == f"Gaps in {OAK}"
    assert list(chat.messages) == before


def test_a_button_in_a_dialog_turns_it_to_something_else(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    jo.opens(chat, "Actions")
    assert jo.presses("Add an action").title == "New action"


def test_a_form_in_a_dialog_is_taken_in_and_the_card_of_the_meeting_follows(
    here: InTeams, chat: Chat
) -> None:
    before = chat.cards[0]
    jo = here.people["Jo"]
    form = jo.opens(chat, "Open Home")
    saved = jo.sends_in(**{"home.difference_explained": "yes"})
    assert saved.title != form.title
    assert here.core.plan().home.difference_explained.is_yes
    assert len(chat.cards) == 1
    assert chat.cards[0] != before
    assert not jo.own.messages


def test_what_is_wrong_in_a_dialog_is_asked_again_there(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    jo.opens(chat, "Actions")
    jo.presses("Add an action")
    again = jo.sends_in(what="Ring the school", owner="jo", by="2020-01-01", for_child="no")
    assert again.values["what"] == "Ring the school"
    assert "This is not saved yet" in again.text


def test_the_same_dialog_sent_in_twice_is_taken_in_once(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    jo.opens(chat, "Actions")
    form = jo.presses("Add an action")
    assert form.sends
    typed = {"what": "Ring the school", "owner": "jo", "by": "2026-03-20", "for_child": "no"}
    for _ in range(2):
        jo.sends_data(form.pressed(form.sends, typed))
    assert [one.what for one in here.core.plan().actions].count("Ring the school") == 1


def test_a_dialog_of_an_older_edition_gets_a_sentence(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    jo.opens(chat, "Gaps")
    assert "older edition" in jo.sends_data({"verb": "gone", "command": "x"}).text


def test_somebody_who_is_not_on_the_case_learns_nothing_from_its_card(here: InTeams, chat: Chat) -> None:
    kit = here.somebody("Kit")
    chat.members.append(kit.member)
    assert "There is no case" in kit.opens(chat, "Gaps").text


def test_where_we_fail_what_was_typed_is_one_press_from_being_sent_again(here: InTeams, chat: Chat) -> None:
    jo = here.people["Jo"]
    jo.opens(chat, "Actions")
    jo.presses("Add an action")
    # Whoever it is was asked for a while ago, so that Teams is asked again, and does not answer.
    here.core.now = here.core.now.replace(hour=18)
    here.platform.faults.append(Fault("GET", "/members/", 500, times=99))
    again = jo.sends_in(what="Ring the school", owner="jo", by="2026-03-20", for_child="no")
    assert FAULT in again.text
    assert any("HTTPStatusError, without its message" in problem for problem in here.platform.problems)
    here.platform.problems.clear()
    here.platform.faults.clear()
    assert "Ring the school" in jo.presses("Send it again").text
    assert "Ring the school" in [one.what for one in here.core.plan().actions]


def test_a_dialog_that_did_not_open_is_one_press_from_being_asked_for_again(
    here: InTeams, chat: Chat
) -> None:
    here.people["Jo"].opens(chat, "Gaps")
    here.core.now = here.core.now.replace(hour=18)
    here.platform.faults.append(Fault("GET", "/members/", 500, times=99))
    again = here.people["Jo"].opens(chat, "Gaps").button("Send it again")
    # Within a dialog, what would open another is not heard.
    assert "msteams" not in again.action["data"]
    here.platform.faults.clear()
    here.platform.problems.clear()
    assert here.people["Jo"].presses("Send it again").title == f"Gaps in {OAK}"


def test_a_long_title_is_cut_short_where_a_dialog_has_no_room() -> None:
    drawn = dialog("x" * 100, {"type": "AdaptiveCard", "body": []})["task"]["value"]["title"]
    assert (len(drawn), drawn[-1]) == (60, "…")
