"""What Teams does not take at once, or takes without a word: it comes, and a post stands there once."""

from contextlib import nullcontext
from typing import Any

import pytest

from bot.chat.chats import Channel
from bot.chat.deliver import Deliverer
from bot.conversation.heard import Told
from bot.messages.document import Document, Paragraph
from bot.render.text import document_text
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell
from storage import conversations
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person
from tests.bot.chat.teams.platform import OAKSHIRE, Chat, Fault, Member
from tests.bot.chat.teams.test_posting import REVIEW, WORD, changes, chat, titles, told  # noqa: F401
from tests.bot.core import OAK

IN_THE_CHAT = "19%3Aoak/activities"
# What an answer may be lost as; 0 is a connection that is cut.
LOST = (0, 408, 500, 502, 503, 504)
BUSY = (412, 429, *LOST)


@pytest.fixture
def sam(here: InTeams) -> Person:
    return here.people["Sam"]


def looks(person: Person, chat: Chat, message: str) -> Any:  # noqa: F811
    """What Teams is answered as soon as they see the message, which it asks for by itself."""
    refresh = chat.messages[message]["attachments"][0]["content"]["refresh"]
    value = {"action": refresh["action"], "trigger": "automatic"}
    asks = person.activity("invoke", chat, name="adaptiveCard/action", value=value, replyToId=message)
    status, answer = person.sends(asks)
    assert status == 200
    return answer["value"]


def cards(chat: Chat) -> list[str]:  # noqa: F811
    """The ids of the messages with a card, the oldest first."""
    return [id_ for id_, message in chat.messages.items() if "attachments" in message]


# To one person


@pytest.mark.parametrize("status", BUSY)
def test_an_answer_that_teams_does_not_take_at_once_comes(here: InTeams, sam: Person, status: int) -> None:
    here.platform.faults.append(Fault("POST", "a%3Asam/activities", status, times=2))
    assert sam.types(f"gaps {OAK}").title == f"Gaps in {OAK}"
    assert (here.waited, len(sam.own.cards)) == ([1.0, 1.0], 1)


@pytest.mark.parametrize(("after", "waits"), [(2, 2.0), (0, 0.0), ("Mon, 2 Mar 2026 09:31:00 GMT", 1.0)])
def test_teams_is_asked_again_when_it_says(
    here: InTeams, sam: Person, after: int | str, waits: float
) -> None:
    here.platform.faults.append(Fault("POST", "a%3Asam/activities", 429, after))
    sam.types("list")
    assert here.waited == [waits]


def test_nobody_waits_for_minutes(here: InTeams, sam: Person) -> None:
    here.platform.faults.append(Fault("POST", "a%3Asam/activities", 429, 60))
    sam.sends(sam.activity("message", text="list"))
    assert (here.waited, sam.own.cards) == ([], [])
    here.platform.problems.clear()


@pytest.mark.parametrize("status", BUSY)
def test_who_somebody_is_is_asked_again(here: InTeams, sam: Person, status: int) -> None:
    here.platform.faults.append(Fault("GET", "/members/", status))
    assert sam.types(f"gaps {OAK}").title == f"Gaps in {OAK}"


def test_what_a_channel_is_may_take_too_long_to_say(here: InTeams, sam: Person) -> None:
    made = here.chat("Sam", "Jo", id_="19:oak-417", team="19:team")
    here.platform.faults.append(Fault("GET", "/v3/teams/", 0, times=3))
    assert sam.types(f"gaps {OAK}", made).title == f"Gaps in {OAK}"


def test_what_a_channel_is_is_asked_once_in_five_minutes(here: InTeams, sam: Person) -> None:
    made = here.chat("Sam", "Jo", id_="19:oak-417", team="19:team")
    for _ in range(3):
        sam.types("gaps", made)
    assert len([call for call in here.platform.calls if "/teams/" in call.path]) == 1


@pytest.mark.parametrize("status", BUSY)
def test_whoever_is_to_hear_of_something_hears_it_once_teams_takes_it(
    here: InTeams, sam: Person, status: int
) -> None:
    here.adds_us("Jo")
    sam.types(f"add {OAK}")
    here.platform.faults.append(Fault("POST", "a%3Ajo/activities", status))
    sam.sends_in(what="Ring the school", owner="jo", by="2026-03-20", for_child="no")
    assert OAK in told(here, "Jo")


@pytest.mark.parametrize("status", LOST)
def test_a_word_among_others_is_said_once(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    status: int,
) -> None:
    before = chat.texts.count(WORD)
    here.platform.faults.append(Fault("POST", IN_THE_CHAT, status, taken=True))
    sam.sends(sam.activity("message", chat, text="gaps"))
    assert chat.texts.count(WORD) == before + 1
    here.platform.problems.clear()


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_form_that_was_sent_in_never_stays_as_though_it_were_not(
    here: InTeams, sam: Person, status: int
) -> None:
    sam.types(f"add {OAK}")
    form = sam.card
    assert form.sends
    here.platform.faults.append(Fault("PUT", "a%3Asam/activities", status, times=3))
    typed = {"what": "Ring the school", "owner": "sam", "by": "2026-03-20", "for_child": "no"}
    value = {"action": {"type": "Action.Execute", "verb": "form", "data": form.pressed(form.sends, typed)}}
    sent = sam.activity("invoke", name="adaptiveCard/action", value=value, replyToId=sam.newest)
    here.platform.faults[0].times = 1 if status == 403 else 3
    sam.sends(sent)
    assert "Action kept" in titles(sam.own)


# Whoever took us away without our hearing of it


def test_somebody_who_took_us_away_is_told_how_to_have_us_again(here: InTeams, chat: Chat) -> None:  # noqa: F811
    here.adds_us("Jo")
    jo = here.people["Jo"]
    jo.own.has_us = False
    before = len(chat.texts)
    jo.sends(jo.activity("message", chat, text="gaps"))
    assert "Day One cannot write to you yet" in "\n".join(chat.texts[before:])
    jo.own.has_us = True
    assert jo.types("gaps", chat).title == f"Gaps in {OAK}"


def test_somebody_who_is_met_anew_hears_it_there(here: InTeams, chat: Chat, sam: Person) -> None:  # noqa: F811
    gone = conversations.Conversation(OAKSHIRE, "a:gone", here.platform.url, sam.member.entra)
    with here.core.store.transaction() as tx:
        conversations.drop(tx, OAKSHIRE, "a:sam")
        conversations.keep(tx, gone, here.core.now)
    assert sam.types("gaps", chat).title == f"Gaps in {OAK}"
    with here.core.store.transaction() as tx:
        assert conversations.by_id(tx, OAKSHIRE, "a:gone") is None


def test_somebody_who_took_us_away_is_written_to_no_more(here: InTeams, sam: Person) -> None:
    here.adds_us("Jo")
    here.people["Jo"].own.has_us = False
    for what in ("Ring the school", "Ring the council"):
        sam.types(f"add {OAK}")
        sam.sends_in(what=what, owner="jo", by="2026-03-20", for_child="no")
    calls = [call for call in here.platform.calls if "a%3Ajo/activities" in call.path]
    assert [call.status for call in calls] == [201, 403]


def test_whoever_did_it_hears_that_it_is_not_posted_though_the_lead_cannot(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
) -> None:
    sam.types("meet", chat)
    chat.members.append(here.somebody("Kit").member)
    sam.own.has_us = False
    changes(here)
    assert "Not posted" in told(here, "Jo")


# In front of others


@pytest.mark.parametrize("status", LOST)
def test_whatever_becomes_of_a_post_it_stands_there_once(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    status: int,
) -> None:
    here.platform.faults.append(Fault("POST", IN_THE_CHAT, status, taken=True))
    sam.types(f"meet {OAK}")
    assert (titles(chat), here.waited) == ([REVIEW], [])
    assert "did not say whether it took it" in told(here)
    (message,) = cards(chat)
    before = chat.messages[message]
    looks(here.people["Jo"], chat, message)
    changes(here)
    assert cards(chat) == [message]
    assert chat.messages[message] != before, "it is known from then on, and follows"


@pytest.mark.parametrize("status", LOST)
def test_a_post_of_which_nobody_knows_is_not_made_again_by_itself(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    status: int,
) -> None:
    here.platform.faults.append(Fault("POST", IN_THE_CHAT, status))
    sam.types(f"meet {OAK}")
    changes(here)
    assert (titles(chat), here.waited) == ([], [])
    assert "Look there: if it is not there, post it again" in told(here)


@pytest.mark.parametrize("status", LOST)
@pytest.mark.parametrize(("method", "path"), [("GET", "/pagedmembers"), ("PUT", IN_THE_CHAT)])
def test_whatever_else_is_lost_it_stands_there_once_and_as_it_is(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    method: str,
    path: str,
    status: int,
) -> None:
    sam.types("meet", chat)
    before = chat.cards
    here.platform.faults.append(Fault(method, path, status, times=2))
    changes(here)
    assert titles(chat) == [REVIEW]
    assert chat.cards != before


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_change_that_is_refused_is_no_reason_to_post_anew(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    status: int,
) -> None:
    sam.types("meet", chat)
    here.platform.faults.append(Fault("PUT", IN_THE_CHAT, status, times=1 if status == 403 else 9))
    changes(here)
    assert titles(chat) == [REVIEW]
    here.platform.faults.clear()


def test_a_post_without_a_name_may_stand_there(here: InTeams, chat: Chat, sam: Person) -> None:  # noqa: F811
    here.platform.faults.append(Fault("POST", IN_THE_CHAT, 201, taken=True))
    sam.types(f"meet {OAK}")
    assert titles(chat) == [REVIEW]
    assert "did not say whether it took it" in told(here)


# The client secret


def test_where_the_secret_has_ended_somebody_hears_so_and_nothing_is_stuck(
    here: InTeams,
    chat: Chat,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    here.core.says("Sam", f"meet {OAK}")
    here.platform.secret_has_ended = True
    (due,) = here.core.day_one.posts.due(OAK)
    says = Deliverer(here.core.day_one, {"teams": here.teams.chat}, here.waited.append).deliver(
        due, here.core.people["Sam"]
    )
    assert says
    assert "Teams does not let Day One in any more" in document_text(says)
    assert "CLIENT_SECRET" in caplog.text
    assert "invalid_client" not in caplog.text
    here.platform.secret_has_ended = False
    changes(here)
    assert titles(chat) == [REVIEW]


class Broken:
    """A chat in which we have a fault."""

    trouble = staticmethod(nullcontext)

    def alone_with(self, taken: ToTell) -> Channel:
        raise NotImplementedError

    def open(self, taken: ToPost) -> Channel:
        raise ZeroDivisionError


def test_after_a_fault_of_ours_the_next_change_posts_it(here: InTeams, chat: Chat) -> None:  # noqa: F811
    here.core.says("Sam", f"meet {OAK}")
    (due,) = here.core.day_one.posts.due(OAK)
    with pytest.raises(ZeroDivisionError):
        Deliverer(here.core.day_one, {"teams": Broken()}, here.waited.append).deliver(due)
    changes(here)
    assert titles(chat) == [REVIEW]


# Who is there, and who is told


SAM, JO = (Member(name).described for name in ("Sam", "Jo"))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Teams did not take it"),
        ("x", "Teams did not take it"),
        ({"members": None}, "Teams did not take it"),
        ({"members": [{"name": "Sam"}]}, "Teams did not take it"),
        ({"members": []}, "does not say that the case lead is in its chat"),
        ({"members": [JO]}, "does not say that the case lead is in its chat"),
        ({"members": [SAM], "continuationToken": "again"}, "Teams did not take it"),
    ],
    ids=str,
)
def test_where_teams_does_not_tell_of_everybody_nothing_is_posted(
    here: InTeams,
    chat: Chat,  # noqa: F811
    sam: Person,
    answer: Any,
    says: str,
) -> None:
    here.platform.faults.append(Fault("GET", "/pagedmembers", 200, times=9, answer=answer))
    sam.types(f"meet {OAK}")
    assert chat.cards == []
    assert says in told(here)
    assert len([call for call in here.platform.calls if "pagedmembers" in call.path]) <= 2
    here.platform.faults.clear()
    changes(here)
    assert titles(chat) == [REVIEW]


def test_whoever_is_told_of_much_is_told_of_all_of_it(here: InTeams) -> None:
    here.adds_us("Jo")
    lines = tuple(Paragraph(f"{number} {'word ' * 300}") for number in range(40))
    here.hears("Jo", Document("Much", lines))
    assert all(line.text.strip() in told(here, "Jo") for line in lines)


def test_whoever_cannot_be_told_from_here_is_not_left_out_without_a_word(
    here: InTeams, caplog: pytest.LogCaptureFixture
) -> None:
    nobody = Deliverer(here.core.day_one, {}, here.waited.append)
    nobody.notify(here.core.day_one.notices.tell(Told(here.core.people["Jo"], Document("You are asked", ()))))
    assert "no settings to speak in teams" in caplog.text
    assert "Jo" not in caplog.text
