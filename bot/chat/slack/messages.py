"""Messages in a channel, each with a mark by which it is found where Slack's answer was lost.

https://docs.slack.dev/messaging/message-metadata
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.chat.slack.trouble import code_of

# What Slack says of a message that can be changed no more: it is posted anew.
GONE = {"message_not_found", "cant_update_message", "edit_window_closed"}
PAGE = 200
_KIND = "day_one"


@dataclass(frozen=True)
class Mark:
    """Which part of which delivery it is. It goes with the message and is shown to nobody."""

    delivery: UUID
    part: int

    @property
    def metadata(self) -> dict[str, Any]:
        return {"event_type": _KIND, "event_payload": {"delivery": str(self.delivery), "part": self.part}}


def post(client: WebClient, channel: str, title: str, blocks: list[dict[str, Any]], mark: Mark) -> str:
    """Its id: the time at which Slack took it."""
    taken = client.chat_postMessage(
        channel=channel,
        text=title,
        blocks=blocks,
        metadata=mark.metadata,
        unfurl_links=False,
        unfurl_media=False,
    )
    return str(taken["ts"])


def change(
    client: WebClient, channel: str, ts: str, title: str, blocks: list[dict[str, Any]], mark: Mark
) -> bool:
    """In its place; False where it was deleted under us, or can be changed no more."""
    try:
        client.chat_update(channel=channel, ts=ts, text=title, blocks=blocks, metadata=mark.metadata)
    except SlackApiError as error:
        if code_of(error) not in GONE:
            raise
        return False
    return True


def find(client: WebClient, channel: str, delivery: UUID, since: datetime) -> dict[int, str]:
    """The messages of a delivery that stand in the channel, by their part."""
    found = {}
    for message in _history(client, channel, since):
        mark = message.get("metadata") or {}
        payload = mark.get("event_payload", {})
        if mark.get("event_type") == _KIND and payload.get("delivery") == str(delivery):
            found[payload["part"]] = str(message["ts"])
    return found


def _history(client: WebClient, channel: str, since: datetime) -> Iterator[dict[str, Any]]:
    cursor: str | None = None
    while cursor != "":
        page = client.conversations_history(
            channel=channel,
            # Our clock and theirs may differ.
            oldest=str(since.timestamp() - 60),
            include_all_metadata=True,
            limit=PAGE,
            cursor=cursor,
        )
        yield from page["messages"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
