"""What every server of ours answers over HTTP, whichever chat is behind it."""

import logging
from collections.abc import Callable

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from bot.chat import afterwards
from bot.chat.headers import forbid
from bot.chat.quietly import QuietFlask


def bare_app(name: str, largest: int, ready: Callable[[], list[str]]) -> Flask:
    """It says whether it is well, and nothing else yet. It takes no more than `largest` bytes at once.

    `ready` gives a sentence for whatever stands in the way of work.
    """
    app = QuietFlask(name, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = largest
    app.add_url_rule("/healthz", view_func=_healthz)
    app.add_url_rule("/readyz", endpoint="readyz", view_func=lambda: _readyz(ready))
    app.after_request(_then)
    app.after_request(forbid)
    app.register_error_handler(HTTPException, _nothing)
    return app


def _healthz() -> Response:
    """The process is up."""
    return Response(status=200)


def _readyz(ready: Callable[[], list[str]]) -> Response:
    """It can work: 200, or 503. Why not, is for those who read the log."""
    faults = ready()
    if faults:
        logging.getLogger(__name__).warning("Not ready: %s", " ".join(faults))
    return Response(status=503 if faults else 200)


def _nothing(error: HTTPException) -> Response:
    return Response(status=error.code or 500)


def _then(response: Response) -> Response:
    response.call_on_close(afterwards.answered)
    return response
