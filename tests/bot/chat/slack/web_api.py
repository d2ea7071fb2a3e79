"""Slack's Web API, as far as the app calls it: each method with the errors that Slack documents for it."""

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.bot.chat.slack.workspace import STACK, Channel, Json, Message, Upload, User, View, Workspace
from tests.bot.render.slack_limits import check_post, check_view, size

if TYPE_CHECKING:
    from tests.bot.chat.slack.loopback import Slack

Method = Callable[["Slack", Workspace, Json], Json]
METHODS: dict[str, Method] = {}
WITHOUT_A_TOKEN = {"oauth.v2.access"}
# The manifest asks for the scopes of private channels only.
SCOPE_BY_CHANNEL = {"conversations.info", "conversations.members", "conversations.history"}


class Refused(Exception):
    """Slack's answer is {"ok": false, "error": …}. One that is a `bug` of ours fails the test."""

    def __init__(self, error: str, bug: str = "", **more: Any) -> None:
        super().__init__(error)
        self.bug = bug
        self.answer = {"ok": False, "error": error, **more}


def method(name: str) -> Callable[[Method], Method]:
    def enter(handle: Method) -> Method:
        METHODS[name] = handle
        return handle

    return enter


@method("auth.test")
def auth_test(slack: "Slack", here: Workspace, sent: Json) -> Json:
    bot = {"user_id": here.bot.id, "bot_id": f"B{here.id[1:]}", "user": here.bot.name}
    return {**bot, "team_id": here.id, "team": here.name, "url": "https://x.slack.com/"}


@method("oauth.v2.access")
def oauth_access(slack: "Slack", here: None, sent: Json) -> Json:  # type: ignore[misc]
    client = tuple(base64.b64decode(sent["basic"]).decode().split(":")) if "basic" in sent else ()
    if client != (slack.client_id, slack.client_secret):
        raise Refused("bad_client_secret")
    if sent.get("code") not in slack.codes:
        raise Refused("invalid_code")
    team, user = slack.codes.pop(sent["code"])
    there = slack.held.workspaces[team]
    there.revoked = False
    return {
        "access_token": there.token,
        "token_type": "bot",
        "scope": ",".join(sorted(there.scopes)),
        "bot_user_id": there.bot.id,
        "app_id": "A0DAYONE",
        "team": {"id": team, "name": there.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": user},
    }


@method("users.info")
def users_info(slack: "Slack", here: Workspace, sent: Json) -> Json:
    user = slack.held.users.get(sent.get("user", ""))
    if user is None:
        raise Refused("user_not_found")
    return {"user": drawn_user(slack, here, user)}


def drawn_user(slack: "Slack", here: Workspace, user: User) -> Json:
    """Somebody of another workspace is a stranger until they are in a channel that the app sees."""
    meets = [one for one in slack.held.channels.values() if {user.id, here.bot.id} <= {*one.members}]
    drawn = {"id": user.id, "team_id": user.team, "name": user.name.lower(), "deleted": user.deleted}
    names = {"real_name": user.name, "profile": {"real_name": user.name, "display_name": user.name}}
    if user.deleted:
        return {**drawn, **names, "is_bot": user.is_bot}
    kinds = {"is_restricted": user.restricted, "is_ultra_restricted": user.ultra_restricted}
    stranger = {"is_stranger": not meets} if user.team != here.id else {}
    return {**drawn, **names, **kinds, **stranger, "is_bot": user.is_bot, "is_app_user": False}


@method("conversations.info")
def conversations_info(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = seen_channel(slack, here, sent, "read")
    shared = len(channel.teams) > 1
    more = {"num_members": len(channel.members)} if sent.get("include_num_members") else {}
    return {
        "channel": {
            "id": channel.id,
            "name": channel.name,
            "is_channel": not channel.private,
            "is_group": channel.private and not channel.im,
            "is_im": channel.im,
            "is_mpim": False,
            "is_private": channel.private,
            "is_archived": channel.archived,
            "is_general": False,
            "is_shared": shared,
            "is_ext_shared": shared,
            "is_org_shared": False,
            "is_pending_ext_shared": False,
            "is_member": here.bot.id in channel.members,
            "context_team_id": here.id,
            "shared_team_ids": list(channel.teams),
            **more,
        }
    }


@method("conversations.members")
def conversations_members(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = seen_channel(slack, here, sent, "read")
    page, more = paged(slack, channel.members, sent)
    return {"members": page, **more}


@method("conversations.history")
def conversations_history(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = seen_channel(slack, here, sent, "history")
    if here.bot.id not in channel.members:
        raise Refused("not_in_channel")
    oldest, latest = str(sent.get("oldest", "0")), str(sent.get("latest", "9" * 20))
    inclusive = str(sent.get("inclusive", "")).lower() in ("1", "true")
    newest_first = [
        message.drawn(str(sent.get("include_all_metadata", "")).lower() in ("1", "true"))
        for message in reversed(channel.messages)
        if float(oldest) < float(message.ts) < float(latest) or (inclusive and message.ts in (oldest, latest))
    ]
    page, more = paged(slack, newest_first, sent)
    return {"messages": page, "has_more": bool(more["response_metadata"]["next_cursor"]), **more}


@method("conversations.open")
def conversations_open(slack: "Slack", here: Workspace, sent: Json) -> Json:
    users = sent.get("users", "")
    users = users if isinstance(users, list) else users.split(",")
    if len(users) != 1:
        raise Refused("not_enough_users", bug="the app writes to one person at a time")
    user = slack.held.users.get(users[0])
    if user is None or user.deleted:
        raise Refused("user_not_found" if user is None else "user_disabled")
    if user.team != here.id:
        raise Refused("user_not_visible")
    return {"channel": {"id": slack.held.direct(user).id}}


@method("chat.postMessage")
def chat_post(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = writable(slack, here, sent)
    check(slack, check_post, sent)
    text, blocks = sent.get("text", ""), slack.held.draws({"blocks": sent.get("blocks", [])})["blocks"]
    message = Message(slack.new_ts(), here.bot.id, text, blocks, sent.get("metadata"))
    channel.messages.append(message)
    return {"channel": channel.id, "ts": message.ts, "message": message.drawn(with_metadata=False)}


@method("chat.update")
def chat_update(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = writable(slack, here, sent)
    check(slack, check_post, sent)
    message = channel.message(sent.get("ts", ""))
    if message is None:
        raise Refused("message_not_found")
    if message.user != here.bot.id:
        raise Refused("cant_update_message")
    message.text = sent.get("text", "")
    message.blocks = slack.held.draws({"blocks": sent.get("blocks", [])})["blocks"]
    message.metadata = sent.get("metadata", message.metadata)
    return {"channel": channel.id, "ts": message.ts, "text": message.text}


@method("chat.postEphemeral")
def chat_post_ephemeral(slack: "Slack", here: Workspace, sent: Json) -> Json:
    channel = writable(slack, here, sent)
    if sent.get("user") not in channel.members:
        raise Refused("user_not_in_channel")
    check(slack, check_post, sent)
    message = slack.whispers(here.id, sent["user"], sent)
    return {"message_ts": message.ts}


@method("views.open")
def views_open(slack: "Slack", here: Workspace, sent: Json) -> Json:
    check(slack, check_view, sent.get("view"))
    trigger = slack.exchange(here, sent)
    if trigger.view:
        raise Refused(
            "invalid_trigger_id", bug="views.open from a modal is not always shown: push, or answer"
        )
    slack.held.stack(here.id, trigger.user).clear()
    return {"view": slack.held.shows(here.id, trigger.user, sent["view"]).payload()}


@method("views.push")
def views_push(slack: "Slack", here: Workspace, sent: Json) -> Json:
    check(slack, check_view, sent.get("view"))
    trigger = slack.exchange(here, sent)
    top = slack.held.top(here.id, trigger.user)
    if trigger.view is None or top is None:
        raise Refused("invalid_trigger_id", bug="views.push where no modal is open")
    if len(slack.held.stack(here.id, trigger.user)) >= STACK:
        raise Refused("push_limit_reached", bug="a fourth view on the stack")
    return {"view": slack.held.shows(here.id, trigger.user, sent["view"], top).payload()}


@method("views.update")
def views_update(slack: "Slack", here: Workspace, sent: Json) -> Json:
    check(slack, check_view, sent.get("view"))
    view = open_view(slack, here, sent)
    if sent.get("hash") and sent["hash"] != view.hash:
        raise Refused("hash_conflict")
    return {"view": slack.held.redraws(view, sent["view"]).payload()}


@method("views.publish")
def views_publish(slack: "Slack", here: Workspace, sent: Json) -> Json:
    check(slack, lambda view: check_view(view, "home"), sent.get("view"))
    user = slack.held.users.get(sent.get("user_id", ""))
    if user is None or user.team != here.id:
        raise Refused("user_not_found")
    home = slack.held.home(here.id, user.id)
    if home and sent.get("hash") and sent["hash"] != home.hash:
        raise Refused("hash_conflict")
    if home is None:
        home = slack.held.new_view(here.id, user.id, sent["view"])
        slack.held.homes[here.id, user.id] = home.id
    return {"view": slack.held.redraws(home, sent["view"]).payload()}


@method("files.getUploadURLExternal")
def files_upload_url(slack: "Slack", here: Workspace, sent: Json) -> Json:
    if not sent.get("filename") or int(sent.get("length") or 0) < 1:
        raise Refused("invalid_arguments", bug="a file needs its name and its length in bytes")
    made = Upload(slack.held.new_id("F"), sent["filename"], int(sent["length"]))
    slack.held.files[made.id] = made
    return {"upload_url": f"{slack.url}/upload/{made.id}", "file_id": made.id}


@method("files.completeUploadExternal")
def files_complete(slack: "Slack", here: Workspace, sent: Json) -> Json:
    said = sent.get("channels") or sent.get("channel_id") or ""
    channels = [writable(slack, here, {"channel": name}) for name in said.split(",") if name]
    done = []
    for each in sent.get("files") or []:
        found = slack.held.files.get(each.get("id", ""))
        if found is None or found.content is None or len(found.content) != found.length:
            raise Refused("invalid_arguments", bug="a file that was not uploaded whole")
        found.title, found.shared = each.get("title", found.name), tuple(one.id for one in channels)
        done.append({"id": found.id, "title": found.title})
    if not done:
        raise Refused("invalid_arguments", bug="no files")
    return {"files": done}


def seen_channel(slack: "Slack", here: Workspace, sent: Json, to: str) -> Channel:
    """What the app's token can see. A private channel without the app in it does not exist for it."""
    channel = slack.held.channels.get(sent.get("channel", ""))
    if channel is None or here.id not in channel.teams:
        raise Refused("channel_not_found")
    kind = "im" if channel.im else "groups" if channel.private else "channels"
    slack.need_scope(here, f"{kind}:{to}")
    if channel.private and here.bot.id not in channel.members:
        raise Refused("channel_not_found")
    return channel


def writable(slack: "Slack", here: Workspace, sent: Json) -> Channel:
    """Where the app may write. The id of a user is taken for the messages between them."""
    name = sent.get("channel", "")
    user = slack.held.users.get(name)
    channel = slack.held.direct(user) if user and user.team == here.id else slack.held.channels.get(name)
    hidden = channel and channel.private and here.bot.id not in channel.members
    if channel is None or hidden or here.id not in channel.teams:
        raise Refused("channel_not_found")
    if channel.archived:
        raise Refused("is_archived")
    if here.bot.id not in channel.members:
        raise Refused("not_in_channel")
    return channel


def open_view(slack: "Slack", here: Workspace, sent: Json) -> View:
    """A modal that somebody has open: once it is closed, it is not found."""
    view = slack.held.views.get(sent.get("view_id", ""))
    if view is None or view.team != here.id or view.id not in slack.held.stack(view.team, view.user):
        raise Refused("not_found")
    return view


def check(slack: "Slack", checks: Callable[[Any], None], sent: Any) -> None:
    """Raises Refused where Slack would refuse what was sent; that is a bug of the app."""
    try:
        checks(sent)
    except (AssertionError, KeyError, TypeError) as wrong:
        raise Refused("invalid_blocks", bug=f"{wrong!r} ({size(sent)} bytes)") from wrong


def paged(slack: "Slack", items: list[Any], sent: Json) -> tuple[list[Any], Json]:
    """A page as long as was asked for, and at most `slack.page`, as Slack may give fewer than asked."""
    start = int(base64.b64decode(sent.get("cursor") or "").decode() or 0)
    end = start + min(int(sent.get("limit") or 100), slack.page)
    following = base64.b64encode(str(end).encode()).decode() if end < len(items) else ""
    return items[start:end], {"response_metadata": {"next_cursor": following}}
