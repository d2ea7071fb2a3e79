"""The Slack app: what Bolt listens to, and who answers it."""

import logging
import re
import sys
from collections.abc import Callable, Mapping
from time import sleep
from typing import Any

from slack_bolt import App, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.chat.afterwards import put_off
from bot.chat.chats import Chat
from bot.chat.deliver import Deliverer
from bot.chat.quietly import log_exception
from bot.chat.slack.accounts import account_of
from bot.chat.slack.addresses import COMMAND
from bot.chat.slack.deliver import InSlack
from bot.chat.slack.faults import answer_to_fault
from bot.chat.slack.heard import speaker
from bot.chat.slack.installations import Installations, install_flow
from bot.chat.slack.slow import Slow
from bot.chat.slack.talk import Talk
from bot.chat.slack.workspaces import Workspaces
from bot.messages import refusals
from bot.messages.helping import FAULT
from bot.render.slack import FORM
from bot.settings import SlackSettings
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal

Wait = Callable[[float], None]
NOBODY: Mapping[str, Chat] = {}


def slack_app(
    day_one: DayOne, settings: SlackSettings, wait: Wait = sleep, others: Mapping[str, Chat] = NOBODY
) -> App:
    """Bolt, with everything that it listens to. It neither verifies requests nor asks Slack for anything.

    `others` are the other chats that can be posted in from here.
    """
    workspaces = Workspaces(day_one.store, settings, day_one.clock)
    chats = {**others, "slack": InSlack(workspaces)}
    slow = Slow(day_one, workspaces, Deliverer(day_one, chats, wait))
    bolt = _bolt(day_one, settings, workspaces)
    _listen(bolt, Talk(day_one, workspaces, slow))
    _listen_to_events(bolt, day_one, workspaces, slow)
    bolt.error(_fault)
    return bolt


def _bolt(day_one: DayOne, settings: SlackSettings, workspaces: Workspaces) -> App:
    client = workspaces.client_with(None)
    flow = None
    if not settings.bot_token:
        flow = install_flow(
            day_one.store,
            day_one.clock,
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            client=client,
        )
    return App(
        client=client,
        oauth_flow=flow,
        authorize=None if flow else _only_token(settings.bot_token),
        user_facing_authorize_error_message=refusals.no_service().sentence,
        process_before_response=True,
        request_verification_enabled=False,
    )


def _only_token(token: str) -> Callable[..., AuthorizeResult]:
    def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token)

    return authorize


def _listen(bolt: App, talk: Talk) -> None:
    bolt.command(COMMAND)(talk.typed)
    bolt.view(FORM)(talk.sent_in)
    bolt.view_closed(FORM)(talk.closed)
    bolt.action(re.compile(".*"))(talk.pressed)


def _listen_to_events(bolt: App, day_one: DayOne, workspaces: Workspaces, slow: Slow) -> None:
    installations = Installations(day_one.store, day_one.clock)

    @bolt.event("app_home_opened")
    def at_home(body: Mapping[str, Any], client: WebClient) -> None:
        who = speaker(body)
        account = account_of(day_one, workspaces, client, who)
        if not isinstance(account, Refusal):
            slow.show_home(account, who)

    @bolt.event("app_uninstalled")
    @bolt.event("tokens_revoked")
    def gone(body: Mapping[str, Any]) -> None:
        event = body["event"]
        if event["type"] == "app_uninstalled" or event.get("tokens", {}).get("bot"):
            installations.ended(body["team_id"], body.get("event_time", 0))

    @bolt.event(re.compile(".*"))
    def nothing_to_us() -> None:
        """Slack stops sending events to an app that takes too few of them."""


def _fault(error: Exception, body: Mapping[str, Any], client: WebClient) -> BoltResponse:
    """The one boundary: a fault of ours is logged without what it says, and somebody is told what to do."""
    log_exception(logging.getLogger(__name__), sys.exc_info())
    if body.get("type") == "block_actions":
        # Slack shows nothing of what is answered to a press.
        put_off(lambda: client.chat_postMessage(channel=body["user"]["id"], text=FAULT))
    return answer_to_fault(error, body)
