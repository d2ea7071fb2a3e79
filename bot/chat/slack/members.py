"""Whether plan text may go to a channel: it is private, and everybody in it is on the case."""

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.chat.present import Present, obstacle_among
from bot.chat.slack.trouble import code_of
from bot.chat.slack.workspaces import Workspaces
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell

PAGE = 200


def obstacle(
    workspaces: Workspaces, client: WebClient, channel: str, taken: ToPost | ToTell
) -> Obstacle | None:
    """What stands in the way of posting there, if anything does. Raises what the client raises."""
    info = _private(client, channel)
    if info is None:
        return channels.not_private(taken.reference)
    if info.get("is_archived"):
        return channels.archived(taken.reference)
    return obstacle_among(_people(workspaces, client, channel, taken.workspace), taken)


def _private(client: WebClient, channel: str) -> dict[str, Any] | None:
    """What Slack says of the channel, if it is private. Into others we asked for no right to look."""
    try:
        info: dict[str, Any] = client.conversations_info(channel=channel)["channel"]
    except SlackApiError as error:
        if code_of(error) == "missing_scope":
            return None
        raise
    return info if info.get("is_private") else None


def _people(workspaces: Workspaces, client: WebClient, channel: str, workspace: str) -> list[Present]:
    """Everybody in the channel but ourselves and those who left the workspace for good."""
    people = ((user, workspaces.seen(client, workspace, user)) for user in _members(client, channel))
    return [
        Present(seen.workspace, user, seen.name, seen.guest)
        for user, seen in people
        if not seen.gone and not workspaces.is_us(client, seen.workspace, user)
    ]


def _members(client: WebClient, channel: str) -> Iterator[str]:
    cursor: str | None = None
    while cursor != "":
        page = client.conversations_members(channel=channel, limit=PAGE, cursor=cursor)
        yield from page["members"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
