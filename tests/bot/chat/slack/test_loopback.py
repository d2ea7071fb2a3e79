"""The Slack that the tests talk to says what Slack says, and fails a test for what Slack would refuse."""

from collections.abc import Callable, Iterator
from http.client import HTTPException
from threading import Thread
from typing import Any
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.chat.slack.test_driver import AGREED, WHERE, line, modal, plain
from tests.bot.chat.slack.workspace import Channel, Json, User

NOON = 1_772_452_800.0
HELLO = [{"type": "section", "text": plain("Hello")}]


@pytest.fixture
def now() -> list[float]:
    return [NOON]


@pytest.fixture
def slack(now: list[float]) -> Iterator[Slack]:
    with slack_on_loopback(lambda: now[0]) as opened:
        yield opened
        opened.problems.clear()


@pytest.fixture
def client(slack: Slack) -> WebClient:
    token = slack.workspace("Oakshire").token
    return WebClient(token, base_url=f"{slack.url}/api/", retry_handlers=[], timeout=5)


@pytest.fixture
def sam(slack: Slack, client: WebClient) -> User:
    return slack.user(next(iter(slack.held.workspaces)), "Sam")


@pytest.fixture
def oak(slack: Slack, sam: User) -> Channel:
    return slack.channel("oak-417", sam)


def refused(call: Callable[..., Any], **sent: Any) -> str:
    with pytest.raises(SlackApiError) as error:
        call(**sent)
    return str(error.value.response["error"])


def test_a_message_is_posted_changed_and_found_by_its_metadata(client: WebClient, oak: Channel) -> None:
    metadata = {"event_type": "delivery", "event_payload": {"id": "d1"}}
    ts = client.chat_postMessage(channel=oak.id, text="Hello", blocks=HELLO, metadata=metadata)["ts"]
    client.chat_update(channel=oak.id, ts=ts, text="Bye", blocks=HELLO)
    with_it = client.conversations_history(channel=oak.id, include_all_metadata=True)["messages"]
    assert [(one["text"], one["metadata"]) for one in with_it] == [("Bye", metadata)]
    without = client.conversations_history(channel=oak.id)["messages"]
    assert "metadata" not in without[0]
    oak.deletes(ts)
    assert refused(client.chat_update, channel=oak.id, ts=ts, text="Bye") == "message_not_found"


def test_members_come_in_pages(slack: Slack, client: WebClient, sam: User) -> None:
    others = [slack.user(sam.team, f"Worker {number}") for number in range(6)]
    channel = slack.channel("many", sam, *others)
    slack.page = 3
    pages = [page["members"] for page in client.conversations_members(channel=channel.id, limit=200)]
    assert pages == [channel.members[:3], channel.members[3:6], channel.members[6:]]


def test_a_channel_without_the_app_does_not_exist_for_it(slack: Slack, client: WebClient, sam: User) -> None:
    hidden = slack.channel("hidden", sam, app=False)
    assert refused(client.conversations_info, channel=hidden.id) == "channel_not_found"
    assert refused(client.chat_postMessage, channel=hidden.id, text="Hello") == "channel_not_found"
    assert not slack.problems


def test_a_public_channel_needs_another_scope(slack: Slack, client: WebClient, sam: User) -> None:
    public = slack.channel("general", sam, private=False)
    assert refused(client.conversations_info, channel=public.id) == "missing_scope"
    assert not slack.problems


def test_a_method_without_its_scope_is_a_fault_of_ours(slack: Slack) -> None:
    here = slack.workspace("Fernbrook", scopes=["commands"])
    client = WebClient(here.token, base_url=f"{slack.url}/api/")
    assert refused(client.users_info, user="U1") == "missing_scope"
    assert slack.problems


def test_somebody_of_another_workspace_is_a_stranger_until_they_share_a_channel(
    slack: Slack, client: WebClient, sam: User
) -> None:
    alex = slack.user(slack.workspace("Fernbrook").id, "Alex")
    assert client.users_info(user=alex.id)["user"]["is_stranger"]
    shared = slack.channel("shared", sam, alex)
    assert not client.users_info(user=alex.id)["user"]["is_stranger"]
    assert client.users_info(user=alex.id)["user"]["team_id"] == alex.team != sam.team
    assert client.conversations_info(channel=shared.id)["channel"]["is_ext_shared"]


def test_one_workspace_sees_nothing_of_another(slack: Slack, client: WebClient, oak: Channel) -> None:
    elsewhere = WebClient(slack.workspace("Fernbrook").token, base_url=f"{slack.url}/api/")
    assert refused(elsewhere.conversations_info, channel=oak.id) == "channel_not_found"
    assert client.conversations_info(channel=oak.id)["channel"]["is_private"]


def test_a_modal_that_changed_meanwhile_is_not_written_over(
    slack: Slack, client: WebClient, sam: User
) -> None:
    view = client.views_open(trigger_id=slack.trigger(sam), view=modal(WHERE))["view"]
    client.views_update(view_id=view["id"], hash=view["hash"], view=modal(AGREED))
    late = refused(client.views_update, view_id=view["id"], hash=view["hash"], view=modal(WHERE))
    assert late == "hash_conflict"
    slack.held.stack(sam.team, sam.id).clear()
    assert refused(client.views_update, view_id=view["id"], view=modal(WHERE)) == "not_found"
    assert not slack.problems


def test_a_trigger_lasts_three_seconds(slack: Slack, client: WebClient, sam: User, now: list[float]) -> None:
    trigger = slack.trigger(sam)
    now[0] += 4
    assert refused(client.views_open, trigger_id=trigger, view=modal(WHERE)) == "expired_trigger_id"
    assert not slack.problems


def test_a_trigger_is_good_once(slack: Slack, client: WebClient, sam: User) -> None:
    trigger = slack.trigger(sam)
    client.views_open(trigger_id=trigger, view=modal(WHERE))
    assert refused(client.views_open, trigger_id=trigger, view=modal(WHERE)) == "exchanged_trigger_id"
    assert slack.problems


def test_a_fourth_view_is_one_too_many(slack: Slack, client: WebClient, sam: User) -> None:
    top = client.views_open(trigger_id=slack.trigger(sam), view=modal(WHERE))["view"]
    for _ in range(2):
        top = client.views_push(trigger_id=slack.trigger(sam, top["id"]), view=modal(WHERE))["view"]
    trigger = slack.trigger(sam, top["id"])
    assert refused(client.views_push, trigger_id=trigger, view=modal(WHERE)) == "push_limit_reached"
    assert slack.problems


@pytest.mark.parametrize(
    "view",
    [
        modal(WHERE, title="A title that is longer than that"),
        modal(WHERE, private_metadata="x" * 3001),
        modal(WHERE, WHERE),
        modal(*({"type": "divider"} for _ in range(101))),
        {name: part for name, part in modal(WHERE).items() if name != "submit"},
        modal({**WHERE, "element": line(max_length=4000)}),
        modal({"type": "section", "text": plain("x" * 3001)}),
        modal({"type": "carousel"}),
        {"type": "home", "blocks": HELLO},
    ],
)
def test_a_view_that_slack_refuses_fails_the_test(view: Json) -> None:
    with pytest.raises(AssertionError, match=r"views\.open"), slack_on_loopback(lambda: NOON) as slack:
        opens(slack, view)


def opens(slack: Slack, view: Json) -> None:
    here = slack.workspace("Oakshire")
    client = WebClient(here.token, base_url=f"{slack.url}/api/")
    trigger = slack.trigger(slack.user(here.id, "Sam"))
    assert refused(client.views_open, trigger_id=trigger, view=view) == "invalid_blocks"


@pytest.mark.parametrize(
    "message",
    [
        {"blocks": HELLO},
        {"text": "x" * 4001},
        {"text": "Hello", "blocks": HELLO * 51},
        {"text": "Hello", "metadata": {"event_type": "Delivery of a plan", "event_payload": {}}},
    ],
)
def test_a_message_that_slack_refuses_is_a_fault_of_ours(
    slack: Slack, client: WebClient, oak: Channel, message: Json
) -> None:
    assert refused(client.api_call, api_method="chat.postMessage", json={"channel": oak.id, **message})
    assert slack.problems
    assert not oak.messages


def test_what_is_asked_to_go_wrong_goes_wrong_once(slack: Slack, client: WebClient, oak: Channel) -> None:
    slack.limits("chat.postMessage", retry_after=7)
    slack.fails("chat.postMessage", "is_archived")
    slack.breaks("chat.postMessage")
    sent = {"channel": oak.id, "text": "Hello"}
    with pytest.raises(SlackApiError) as limited:
        client.chat_postMessage(**sent)
    assert (limited.value.response.status_code, limited.value.response.headers["Retry-After"]) == (429, "7")
    assert refused(client.chat_postMessage, **sent) == "is_archived"
    assert refused(client.chat_postMessage, **sent) == "internal_error"
    assert not oak.messages
    assert client.chat_postMessage(**sent)["ok"]


def test_a_line_that_is_cut_after_a_post_leaves_the_post(
    slack: Slack, client: WebClient, oak: Channel
) -> None:
    slack.cuts("chat.postMessage")
    with pytest.raises((URLError, HTTPException, ConnectionError)):
        client.chat_postMessage(channel=oak.id, text="Hello")
    assert [message.text for message in oak.messages] == ["Hello"]


def test_a_slow_answer_comes_when_it_is_let_go(slack: Slack, client: WebClient, oak: Channel) -> None:
    gate = slack.holds("chat.postMessage")
    post = Thread(target=client.chat_postMessage, kwargs={"channel": oak.id, "text": "Hello"})
    post.start()
    assert client.auth_test()["team_id"]
    assert not oak.messages
    gate.set()
    post.join(10)
    assert len(oak.messages) == 1


def test_a_fault_that_nobody_met_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="not met"), slack_on_loopback(lambda: NOON) as slack:
        slack.breaks("chat.update")


def test_a_token_that_was_taken_back_says_so(slack: Slack, client: WebClient, sam: User) -> None:
    slack.held.workspaces[sam.team].revoked = True
    assert refused(client.auth_test) == "token_revoked"
    client.token = "xoxb-made-up"
    assert refused(client.auth_test) == "invalid_auth"


def test_what_is_posted_to_a_user_stands_in_their_messages_with_the_app(
    slack: Slack, client: WebClient, sam: User
) -> None:
    client.chat_postMessage(channel=sam.id, text="Hello")
    assert [message.text for message in slack.held.direct(sam).messages] == ["Hello"]
    assert client.conversations_open(users=[sam.id])["channel"]["id"] == slack.held.direct(sam).id


def test_a_file_is_sent_whole_to_one_person(slack: Slack, client: WebClient, sam: User) -> None:
    direct = client.conversations_open(users=sam.id)["channel"]["id"]
    client.files_upload_v2(channel=direct, filename="plan.html", title="Plan", content="<p>Plan</p>")
    (file,) = slack.held.files.values()
    assert (file.content, file.title, file.shared) == (b"<p>Plan</p>", "Plan", (direct,))


def test_an_installation_is_given_its_token_once(slack: Slack, client: WebClient, sam: User) -> None:
    code = slack.code(sam)
    install = {"client_id": slack.client_id, "client_secret": slack.client_secret, "code": code}
    found = WebClient(base_url=f"{slack.url}/api/").oauth_v2_access(**install)
    assert (found["access_token"], found["team"]["id"]) == (client.token, sam.team)
    assert refused(client.oauth_v2_access, **install) == "invalid_code"


def test_an_answer_to_everybody_is_a_fault_of_ours(slack: Slack, client: WebClient, sam: User) -> None:
    WebhookClient(slack.response_url(sam)).send(text="Plan", response_type="in_channel")
    assert slack.problems


def test_a_method_that_nobody_taught_it_is_a_problem(slack: Slack, client: WebClient) -> None:
    assert refused(client.pins_list, channel="C1") == "unknown_method"
    assert slack.problems
