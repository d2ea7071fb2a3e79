"""What every server of ours answers over HTTP, whichever chat is behind it."""

import logging
from collections.abc import Callable

from flask import Flask, Response, jsonify
from werkzeug.exceptions import HTTPException

from bot.chat import afterwards
from bot.chat.headers import forbid
from bot.chat.quietly import QuietFlask
from storage.waiting import Counts

Outbox = Callable[[], Counts]


def bare_app(
    name: str, largest: int, ready: Callable[[], list[str]], outbox: Outbox = lambda: Counts(0, 0, 0)
) -> Flask:
    """It says whether it is well, and nothing else yet. It takes no more than `largest` bytes at once.

    `ready` gives a sentence for whatever stands in the way of work, `outbox` how much waits to be sent.
    """
    app = QuietFlask(name, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = largest
    app.add_url_rule("/healthz", view_func=_healthz)
    app.add_url_rule("/readyz", endpoint="readyz", view_func=lambda: _readyz(ready, outbox))
    app.add_url_rule("/metrics", endpoint="metrics", view_func=lambda: _metrics(ready, outbox))
    app.after_request(_then)
    app.after_request(forbid)
    app.register_error_handler(HTTPException, _nothing)
    return app


def _healthz() -> Response:
    """The process is up."""
    return Response(status=200)


def _readyz(ready: Callable[[], list[str]], outbox: Outbox) -> Response:
    """It can work: 200, or 503. Why not, is for those who read the log.

    An outbox that is late is said, and no reason to send nobody here: it is the worker that is missing.
    """
    if faults := ready():
        logging.getLogger(__name__).warning("Not ready: %s", " ".join(faults))
        return Response(status=503)
    return jsonify(outbox_seconds=outbox().late)


def _metrics(ready: Callable[[], list[str]], outbox: Outbox) -> Response:
    """Numbers alone: https://prometheus.io/docs/instrumenting/exposition_formats"""
    if ready():
        return Response(status=503)
    found = outbox()
    numbers = {"waiting": found.waiting, "dead": found.dead, "late_seconds": found.late}
    lines = [f"# TYPE dayone_outbox_{name} gauge\ndayone_outbox_{name} {n}\n" for name, n in numbers.items()]
    return Response("".join(lines), content_type="text/plain; version=0.0.4; charset=utf-8")


def _nothing(error: HTTPException) -> Response:
    return Response(status=error.code or 500)


def _then(response: Response) -> Response:
    response.call_on_close(afterwards.answered)
    return response
