"""Socket Mode: Slack is rung up, so that it need not reach us. For one's own computer, or behind a firewall.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import signal
from collections.abc import Callable
from threading import Event

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.chat import afterwards
from planning_rules.refusal import Refusal


def talk(bolt: App, app_token: str, say: Callable[[str], None]) -> Refusal | None:
    """Talk with Slack until SIGTERM or Ctrl+C, and finish what is in hand; or say why not."""
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    handler = _Handler(bolt, app_token)
    try:
        handler.client.connect()
        say("Day One talks with Slack (Ctrl+C ends it)")
        ended.wait()
    except SlackApiError:
        return Refusal(
            "Slack does not take SLACK_APP_TOKEN. It is the app's Basic Information, App-Level Tokens, "
            "with connections:write."
        )
    except OSError:
        return Refusal("Slack cannot be reached from here. Check the connection, or the proxy.")
    finally:
        handler.client.close()
    return None


class _Handler(SocketModeHandler):
    """Does what was put off once Slack has its answer."""

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        super().handle(client, req)
        afterwards.answered()
