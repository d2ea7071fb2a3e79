"""What stands in a case's channel: once, as the case is now, and only where everybody may read it."""

from collections.abc import Iterator

import pytest

from tests.bot.chat.slack.driver import Person
from tests.bot.chat.slack.in_slack import InSlack, open_in_slack
from tests.bot.chat.slack.workspace import Channel
from tests.bot.core import OAK, Core

REVIEW = f"Review meeting for {OAK}"


@pytest.fixture
def here(core: Core) -> Iterator[InSlack]:
    with open_in_slack(core) as opened:
        yield opened


@pytest.fixture
def channel(here: InSlack) -> Channel:
    """The private channel of the case: Sam, who leads it, and Morgan and Jo."""
    made = here.slack.channel("oak-417", *(here.people[who].user for who in ("Sam", "Morgan", "Jo")))
    here.people["Sam"].types(f"/dto channel {OAK}", made)
    here.people["Sam"].closes()
    return made


def enters(here: InSlack, who: str, channel: Channel) -> Person:
    """Somebody of Sam's workspace, whom the case does not name, comes into the channel."""
    user = here.slack.user(here.people["Sam"].user.team, who)
    channel.members.append(user.id)
    return Person(here.slack, here.door, user)


def titles(channel: Channel) -> list[str]:
    return [message.blocks[0]["text"]["text"] for message in channel.messages]


def answers(here: InSlack, who: str = "Jo", answer: str = "Birchley") -> None:
    person = here.people[who]
    person.types(f"/dto change {OAK} home")
    person.fills({"home.council": answer})
    person.submits()
    person.closes(everything=True)


def told(here: InSlack, who: str = "Sam") -> str:
    """The last that Day One wrote to somebody in their own messages with it."""
    direct = here.slack.held.direct(here.people[who].user)
    return str(direct.messages[-1].blocks) if direct.messages else ""


def test_a_meeting_that_is_opened_stands_in_the_channel(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == [REVIEW]
    assert "Birchley" not in str(channel.messages[0].blocks)


def test_it_is_changed_in_its_place_when_somebody_answers(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    before = channel.messages[0].blocks
    answers(here)
    person = here.people["Jo"]
    person.types(f"/dto change {OAK} home")
    person.fills({"home.difference_explained": "yes"})
    person.submits()
    assert len(channel.messages) == 1
    assert channel.messages[0].blocks != before


def test_pressing_a_step_of_it_opens_the_step_for_whoever_presses(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    seen = here.people["Jo"].presses("Open Home", where=channel)
    assert (seen.kind, seen.title) == ("modal", "Home")
    assert here.people["Morgan"].top is None


def test_a_step_of_it_opens_for_nobody_who_is_not_on_the_case(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    kim = enters(here, "Kim", channel)
    assert "There is no case OAK-417 that you are on" in kim.presses("Open Home", where=channel).text


def test_a_meeting_that_is_finished_says_so(here: InSlack, channel: Channel) -> None:
    sam = here.people["Sam"]
    sam.types("/dto meet", channel)
    sam.closes(everything=True)
    sam.types("/dto finish", channel)
    sam.fills({"sure": "yes"})
    sam.submits()
    assert len(channel.messages) == 1
    assert "Closed on Monday 2 March 2026" in str(channel.messages[0].blocks)


def test_a_message_deleted_under_us_is_posted_anew(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    channel.deletes(channel.messages[0].ts)
    answers(here)
    assert titles(channel) == [REVIEW]


def test_when_slack_wants_to_be_left_alone_it_is_for_as_long_as_it_says(
    here: InSlack, channel: Channel
) -> None:
    here.slack.limits("chat.postMessage", retry_after=3)
    here.people["Sam"].types("/dto meet", channel)
    assert here.waited == [3]
    assert titles(channel) == [REVIEW]


def test_what_would_have_to_wait_for_long_goes_out_with_the_next_change(
    here: InSlack, channel: Channel
) -> None:
    here.slack.limits("chat.postMessage", retry_after=30)
    here.people["Sam"].types("/dto meet", channel)
    assert (here.waited, titles(channel)) == ([], [])
    answers(here)
    assert titles(channel) == [REVIEW]


def test_whoever_was_taken_off_the_case_while_slack_was_busy_stops_the_post(
    here: InSlack, channel: Channel
) -> None:
    here.slack.limits("chat.postMessage", retry_after=3)
    here.meanwhile = lambda: here.core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == []


@pytest.mark.parametrize("trouble", ["breaks", "cuts"])
@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.info", "conversations.members"])
def test_whatever_becomes_of_a_request_it_stands_there_once(
    here: InSlack, channel: Channel, trouble: str, method: str
) -> None:
    getattr(here.slack, trouble)(method)
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == [REVIEW]


def test_what_slack_does_not_take_at_all_is_posted_when_the_case_changes_next(
    here: InSlack, channel: Channel
) -> None:
    for _ in range(3):
        here.slack.breaks("chat.postMessage")
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == []
    assert "Slack did not take it" in told(here)
    answers(here)
    assert titles(channel) == [REVIEW]


def test_nothing_is_posted_while_somebody_in_the_channel_is_not_on_the_case(
    here: InSlack, channel: Channel
) -> None:
    enters(here, "Kim", channel)
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == []
    assert "1 member of its channel is not on the case: Kim" in told(here)


def test_it_is_posted_once_they_have_left(here: InSlack, channel: Channel) -> None:
    kim = enters(here, "Kim", channel)
    here.people["Sam"].types("/dto meet", channel)
    channel.members.remove(kim.user.id)
    answers(here)
    assert titles(channel) == [REVIEW]


def test_it_is_looked_at_again_before_each_change(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    before = channel.messages[0].blocks
    enters(here, "Kim", channel)
    answers(here)
    assert channel.messages[0].blocks == before
    assert "1 member of its channel is not on the case" in told(here, "Jo")


def test_who_is_in_the_channel_is_for_the_lead_to_hear(here: InSlack, channel: Channel) -> None:
    here.people["Sam"].types("/dto meet", channel)
    enters(here, "Kim", channel)
    answers(here)
    assert "Kim" in told(here, "Sam")
    assert "Kim" not in told(here, "Jo")


def test_the_same_obstacle_is_not_told_twice(here: InSlack, channel: Channel) -> None:
    enters(here, "Kim", channel)
    here.people["Sam"].types("/dto meet", channel)
    answers(here)
    assert told(here, "Jo") == ""


def test_whoever_leaves_the_case_stops_the_posts_until_they_leave_the_channel(
    here: InSlack, channel: Channel
) -> None:
    here.people["Sam"].types("/dto meet", channel)
    here.core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    answers(here, "Morgan")
    assert "not on the case: Jo" in told(here, "Sam")


@pytest.mark.parametrize(("organisation", "posted"), [("", False), ("Elmshire Health", True)])
def test_a_guest_may_be_there_where_the_case_names_their_organisation(
    here: InSlack, channel: Channel, organisation: str, posted: bool
) -> None:
    here.core.answers("Sam", f"edit {OAK} jo", {"organisation": organisation})
    here.people["Jo"].user.restricted = True
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == ([REVIEW] if posted else [])
    assert ("Guests are in its channel" in told(here)) is not posted


@pytest.mark.parametrize(("organisation", "posted"), [("", False), ("Fernbrook", True)])
def test_so_may_somebody_over_slack_connect(here: InSlack, organisation: str, posted: bool) -> None:
    shared = here.slack.channel("oak-417", *(here.people[who].user for who in ("Sam", "Alex")))
    here.core.answers("Sam", f"edit {OAK} alex", {"organisation": organisation})
    here.people["Sam"].types(f"/dto channel {OAK}", shared)
    here.people["Sam"].closes()
    here.people["Sam"].types("/dto meet", shared)
    assert titles(shared) == ([REVIEW] if posted else [])


def test_nothing_is_posted_in_a_channel_that_everybody_can_read(here: InSlack, channel: Channel) -> None:
    channel.private = False
    here.people["Sam"].types(f"/dto meet {OAK}")
    assert titles(channel) == []
    assert "Its channel is not private" in told(here)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("is_archived", "Its channel is archived"),
        ("not_in_channel", "Day One is not in its channel"),
        ("channel_not_found", "Day One is not in its channel"),
        ("token_revoked", "Day One is not let into this workspace any more"),
    ],
)
def test_what_slack_refuses_for_good_is_told_and_not_tried_again(
    here: InSlack, channel: Channel, error: str, says: str
) -> None:
    here.slack.fails("chat.postMessage", error)
    here.people["Sam"].types("/dto meet", channel)
    assert says in told(here)
    assert here.waited == []


def test_a_shared_sheet_goes_to_the_channel_as_the_room_edition(here: InSlack, channel: Channel) -> None:
    sam = here.people["Sam"]
    sam.types(f"/dto share {OAK} child", channel)
    sam.fills({"read": "yes"})
    assert sam.submits().title == "Shared"
    assert len(channel.messages) == 1
    assert "health" not in str(channel.messages[0].blocks).lower()


@pytest.mark.parametrize(
    ("pressed", "name", "begins"),
    [("PDF to print", "plan sheet.pdf", b"%PDF-"), ("Open as a page", "plan sheet.html", b"<!doctype html>")],
)
def test_a_sheet_comes_into_ones_own_messages(here: InSlack, pressed: str, name: str, begins: bytes) -> None:
    sam = here.people["Sam"]
    sam.types(f"/dto sheet {OAK} child")
    sam.presses(pressed)
    (file,) = here.slack.held.files.values()
    assert file.name == f"{OAK} {name}"
    assert (file.content or b"").startswith(begins)
    assert file.shared == (here.slack.held.direct(sam.user).id,)


def test_a_sheet_that_may_no_longer_be_had_is_refused_with_a_sentence(here: InSlack) -> None:
    jo = here.people["Jo"]
    jo.types(f"/dto sheet {OAK} child")
    here.core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    jo.presses("Open as a page")
    assert "There is no case" in told(here, "Jo")
    assert here.slack.held.files == {}


def test_somebody_whose_roles_were_taken_may_not_be_there(here: InSlack, channel: Channel) -> None:
    here.takes_roles("Jo")
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == []
    assert "not on the case: Jo" in told(here)


def test_what_waits_to_be_posted_goes_along_to_another_channel(here: InSlack, channel: Channel) -> None:
    enters(here, "Kim", channel)
    here.core.answers("Sam", f"share {OAK} child", {"read": "yes"})
    other = here.slack.channel("oak", *(here.people[who].user for who in ("Sam", "Morgan")))
    here.people["Sam"].types(f"/dto channel {OAK}", other)
    assert len(other.messages) == 1
    assert channel.messages == []


def test_a_channel_in_which_another_case_stands_is_not_taken(here: InSlack, channel: Channel) -> None:
    sam = here.people["Sam"]
    sam.types("/dto meet", channel)
    sam.closes(everything=True)
    other = here.slack.channel("oak", sam.user)
    sam.types(f"/dto channel {OAK}", other)
    sam.closes(everything=True)
    sam.types("/dto new", channel)
    sam.fills({"my_role": "youth justice worker"})
    assert "Its meetings need a private channel" in sam.submits().text


def test_a_message_posted_anew_whose_answer_was_lost_is_not_posted_again(
    here: InSlack, channel: Channel
) -> None:
    here.people["Sam"].types("/dto meet", channel)
    channel.deletes(channel.messages[0].ts)
    here.slack.cuts("chat.postMessage")
    answers(here)
    assert titles(channel) == [REVIEW]


def test_what_slack_refuses_with_a_word_that_we_do_not_know_is_told(here: InSlack, channel: Channel) -> None:
    here.slack.fails("chat.postMessage", "restricted_action")
    here.people["Sam"].types("/dto meet", channel)
    assert "It was refused there" in told(here)


def test_slack_out_of_order_with_a_good_status_is_tried_again(here: InSlack, channel: Channel) -> None:
    here.slack.fails("chat.postMessage", "internal_error")
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == [REVIEW]


def test_strangers_on_the_second_page_of_members_count(here: InSlack, channel: Channel) -> None:
    here.slack.page = 2
    enters(here, "Kim", channel)
    here.people["Sam"].types("/dto meet", channel)
    assert titles(channel) == []
