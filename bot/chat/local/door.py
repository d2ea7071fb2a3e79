"""Who may speak to the page: only itself, on this computer."""

from flask import Flask, abort, request
from werkzeug.exceptions import RequestEntityTooLarge

from bot.chat.headers import forbid

LARGEST = 256 * 1024
OURS = ("127.0.0.1", "localhost")


def guard(app: Flask) -> None:
    """Turn away what another site sends, and what is too long, before anything is read."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST
    app.before_request(turn_away)
    app.after_request(forbid)


def turn_away() -> None:
    # A name that another site made to point here is not ours, even though it reached us.
    if request.host.partition(":")[0] not in OURS:
        abort(400)
    if request.method not in ("GET", "HEAD", "OPTIONS") and not from_our_page():
        abort(403)
    if (request.content_length or 0) > LARGEST:
        read_to_the_end()
        raise RequestEntityTooLarge


def from_our_page() -> bool:
    """What the browser says of where a form came from. One that says nothing is not believed."""
    ours = f"{request.scheme}://{request.host}"
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin not in (None, "null", ours):
        return False
    return site == "same-origin" if site else origin == ours


def read_to_the_end(at_most: int = 16 * 1024 * 1024) -> None:
    """A browser shows our sentence only once it could send everything."""
    left = min(request.content_length or 0, at_most)
    while left > 0 and (read := request.environ["wsgi.input"].read(min(left, 65536))):
        left -= len(read)
