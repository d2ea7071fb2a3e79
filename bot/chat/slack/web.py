"""Slack over HTTP: the guard, then Bolt; and the way to install."""

from collections.abc import Callable

from flask import Flask, Response, abort, request
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.flask.handler import to_flask_response

from bot.chat.headers import policy_with_style
from bot.chat.slack.addresses import EVENTS, INSTALL, INSTALLED
from bot.chat.slack.guard import LARGEST, Guard
from bot.chat.web import Outbox, bare_app
from bot.render.html import SHEET_STYLE
from storage.waiting import Counts


def web_app(
    bolt: App, guard: Guard, ready: Callable[[], list[str]], outbox: Outbox = lambda: Counts(0, 0, 0)
) -> Flask:
    """`bolt` need not verify requests. `ready` and `outbox` are as in every server of ours."""
    app = bare_app(__name__, LARGEST, ready, outbox)
    pages = Pages(bolt, guard)
    app.add_url_rule(EVENTS, view_func=pages.events, methods=["POST"])
    app.add_url_rule(INSTALL, view_func=pages.install)
    app.add_url_rule(INSTALLED, view_func=pages.installed)
    return app


class Pages:
    """Each method answers one address."""

    def __init__(self, bolt: App, guard: Guard) -> None:
        self.bolt, self.guard = bolt, guard

    def events(self) -> Response:
        """Commands, interactions and events. Of the headers, which nobody signed, Bolt gets none."""
        payload = self.guard.open(request)
        # As in Socket Mode, so that Bolt neither reads the body in its own way nor verifies it again.
        return to_flask_response(self.bolt.dispatch(BoltRequest(mode="socket_mode", body=payload)))

    def install(self) -> Response:
        """Off to Slack, which asks whoever installs it."""
        if self.bolt.oauth_flow is None:
            abort(404)
        return to_flask_response(self.bolt.oauth_flow.handle_installation(BoltRequest(body="")))

    def installed(self) -> Response:
        """Back from Slack."""
        if self.bolt.oauth_flow is None:
            abort(404)
        back = BoltRequest(
            body="",
            query=request.query_string.decode("ascii", "replace"),
            headers={"cookie": request.headers.get("Cookie", "")},
        )
        answer = to_flask_response(self.bolt.oauth_flow.handle_callback(back))
        answer.headers["Content-Security-Policy"] = policy_with_style(SHEET_STYLE)
        return answer
