"""Slack over HTTP: the guard, then Bolt; the way to install; and whether the server is well."""

import logging
from collections.abc import Callable

from flask import Flask, Response, abort, request
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.flask.handler import to_flask_response
from werkzeug.exceptions import HTTPException

from bot.chat import afterwards
from bot.chat.headers import forbid, policy_with_style
from bot.chat.quietly import QuietFlask
from bot.chat.slack.addresses import EVENTS, INSTALL, INSTALLED
from bot.chat.slack.guard import LARGEST, Guard
from bot.render.html import SHEET_STYLE


def web_app(bolt: App, guard: Guard, ready: Callable[[], list[str]]) -> Flask:
    """`bolt` need not verify requests. `ready` gives a sentence for whatever stands in the way of work."""
    app = QuietFlask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    pages = Pages(bolt, guard, ready)
    app.add_url_rule(EVENTS, view_func=pages.events, methods=["POST"])
    app.add_url_rule(INSTALL, view_func=pages.install)
    app.add_url_rule(INSTALLED, view_func=pages.installed)
    app.add_url_rule("/healthz", view_func=pages.healthz)
    app.add_url_rule("/readyz", view_func=pages.readyz)
    app.after_request(_then)
    app.after_request(forbid)
    app.register_error_handler(HTTPException, _nothing)
    return app


class Pages:
    """Each method answers one address."""

    def __init__(self, bolt: App, guard: Guard, ready: Callable[[], list[str]]) -> None:
        self.bolt, self.guard, self.ready = bolt, guard, ready

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

    def healthz(self) -> Response:
        """The process is up."""
        return Response(status=200)

    def readyz(self) -> Response:
        """It can work: 200, or 503. Why not, is for those who read the log."""
        faults = self.ready()
        if faults:
            logging.getLogger(__name__).warning("Not ready: %s", " ".join(faults))
        return Response(status=503 if faults else 200)


def _nothing(error: HTTPException) -> Response:
    return Response(status=error.code or 500)


def _then(response: Response) -> Response:
    response.call_on_close(afterwards.answered)
    return response
