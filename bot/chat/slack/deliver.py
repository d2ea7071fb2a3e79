"""A case's channel in Slack: who is in it, and the messages that stand there."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.chat.chats import Busy, Channel, Shut
from bot.chat.slack.members import obstacle
from bot.chat.slack.messages import Mark, change, find, post
from bot.chat.slack.trouble import NO_ANSWER, SHUT_OUT, code_of, is_busy, is_throttled, pause_of
from bot.chat.slack.workspaces import PATIENCE, Workspaces
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.render.slack import messages
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell
from bot.use_cases.sending.outbox import ToSend

# Seconds. What Slack took although we heard nothing is in the channel's history by then.
UNTIL_IT_SHOWS = 2.0 * PATIENCE
CLOSED: dict[str, Callable[[str], Obstacle]] = {
    **dict.fromkeys(("channel_not_found", "not_in_channel"), lambda reference: channels.NOT_IN_IT),
    "is_archived": channels.archived,
    **dict.fromkeys(SHUT_OUT, lambda reference: channels.NO_ACCESS),
}


class InSlack:
    """Every workspace that let the app in."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    def alone_with(self, taken: ToTell) -> Channel | Obstacle:
        """A channel is private, and everybody in it may see what is known of the whole service."""
        client = self._workspaces.client(taken.workspace)
        if client is None:
            return channels.NO_ACCESS
        if taken.channel:
            found = obstacle(self._workspaces, client, taken.channel, taken)
            return found or _SlackChannel(client, taken.channel)
        opened = client.conversations_open(users=taken.person)
        return _SlackChannel(client, str(opened["channel"]["id"]))

    def open(self, taken: ToPost) -> Channel | Obstacle:
        """Checked anew each time: somebody may have come in."""
        client = self._workspaces.client(taken.workspace)
        if client is None:
            return channels.NO_ACCESS
        found = obstacle(self._workspaces, client, taken.channel, taken)
        return found or _SlackChannel(client, taken.channel)

    @contextmanager
    def trouble(self, reference: str) -> Iterator[None]:
        """https://docs.slack.dev/apis/web-api/rate-limits"""
        try:
            yield
        except SlackApiError as error:
            if (code := code_of(error)) in CLOSED:
                raise Shut(CLOSED[code](reference)) from error
            if not is_busy(error):
                logging.getLogger(__name__).warning("Slack refused a post: %s", code)
                raise Shut(channels.refused(code)) from error
            raise Busy(channels.NO_ANSWER, pause_of(error), may_have_it=not is_throttled(error)) from error
        except NO_ANSWER as error:
            raise Busy(channels.NO_ANSWER, UNTIL_IT_SHOWS, may_have_it=True) from error


class _SlackChannel:
    can_look = True

    def __init__(self, client: WebClient, channel: str) -> None:
        self._client, self._channel = client, channel

    def parts(self, document: Document) -> Sequence[Any]:
        return messages(document)

    def find(self, taken: ToSend) -> Mapping[int, str]:
        return find(self._client, self._channel, taken.id, taken.planned_at)

    def post(self, taken: ToSend, number: int, part: Any) -> str:
        return post(self._client, self._channel, taken.document.title, part, Mark(taken.id, number))

    def change(self, taken: ToSend, number: int, part: Any, message: str) -> bool:
        mark = Mark(taken.id, number)
        return change(self._client, self._channel, message, taken.document.title, part, mark)


def say(client: WebClient, user: str, shown: Document) -> None:
    """In their own messages with us."""
    client.chat_postMessage(channel=user, text=shown.title, blocks=messages(shown)[0])
