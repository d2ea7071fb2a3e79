"""Posting in a case's channel: once, and again in place whenever what it shows has changed."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.chat.slack.members import obstacle
from bot.chat.slack.messages import Mark, change, find, post
from bot.chat.slack.trouble import NO_ANSWER, SHUT_OUT, code_of, is_busy, pause_of
from bot.chat.slack.workspaces import Workspaces
from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.messages.document import Document
from bot.render.slack import messages
from bot.use_cases.day_one import DayOne
from bot.use_cases.delivering import ToSend

TRIES = 3
CLOSED: dict[str, Callable[[str], Obstacle]] = {
    **dict.fromkeys(("channel_not_found", "not_in_channel"), lambda reference: channels.NOT_IN_IT),
    "is_archived": channels.archived,
    **dict.fromkeys(SHUT_OUT, lambda reference: channels.NO_ACCESS),
}


class Deliverer:
    """`wait` takes seconds: Slack says how long it wants to be left alone."""

    def __init__(self, day_one: DayOne, workspaces: Workspaces, wait: Callable[[float], None]) -> None:
        self._day_one, self._workspaces, self._wait = day_one, workspaces, wait

    def deliver(self, delivery_id: UUID) -> Document | None:
        """Send it, and again where it has changed meanwhile.

        Where that cannot be done, and was not said before: why, and what to do.
        """
        while taken := self._day_one.take(delivery_id):
            found = self._send(taken)
            if found is not None:
                is_new = self._day_one.put_back(taken, found.code)
                return channels.not_posted(taken.reference, found) if is_new else None
        return None

    def _send(self, taken: ToSend) -> Obstacle | None:
        """None once it stands there, and else what stands in the way."""
        client = self._workspaces.client(taken.workspace)
        if client is None:
            return channels.NO_ACCESS
        for more in reversed(range(TRIES)):
            try:
                found = obstacle(self._workspaces, client, taken.channel, taken)
                if found is None:
                    self._post(taken, client)
                return found
            except SlackApiError as error:
                if (code := code_of(error)) in CLOSED:
                    return CLOSED[code](taken.reference)
                if not is_busy(error):
                    raise
                pause = pause_of(error)
            except NO_ANSWER:
                pause = 1.0
            if more:
                self._wait(pause)
                taken = replace(taken, may_stand_there=True)
        return channels.NO_ANSWER

    def _post(self, taken: ToSend, client: WebClient) -> None:
        parts = messages(taken.document)
        stands = list(taken.before)
        if len(stands) < len(parts) and taken.may_stand_there:
            stands = find(client, taken.channel, taken.id, taken.planned_at)
        for number, blocks in enumerate(parts):
            mark, title = Mark(taken.id, number), taken.document.title
            if number < len(stands):
                stands[number] = change(client, taken.channel, stands[number], title, blocks, mark)
            else:
                stands.append(post(client, taken.channel, title, blocks, mark))
                self._day_one.part_sent(taken, stands)
        self._day_one.sent(taken, stands)
