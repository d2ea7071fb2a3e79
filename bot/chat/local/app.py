"""The page as a Flask app."""

from collections.abc import Callable

from flask import Flask
from flask.typing import ResponseReturnValue as Answer
from werkzeug.exceptions import HTTPException

from bot.chat.local.core import Core
from bot.chat.local.door import guard
from bot.chat.local.drawing import draw
from bot.chat.local.history import History
from bot.chat.local.pages import Pages
from bot.chat.local.talk import Talk
from bot.chat.quietly import QuietFlask

_PROBLEMS = {
    403: ("This came from another page", "Day One answers its own page only. Nothing was done."),
    404: (
        "There is nothing here for you",
        "This page or case does not exist, or the case does not name you. Ask its lead to add you.",
    ),
    413: (
        "That is too long to send at once",
        "Nothing was saved. Go back in your browser: what you typed is still there. Make it shorter, "
        "below 250,000 characters, and send it again.",
    ),
    500: (
        "Something went wrong here",
        "Day One could not do this. What you typed in a form is kept: go back to the start, choose who "
        "you are, and send it again.",
    ),
}
_OTHERWISE = ("That could not be read", "Nothing was done. Go back to the start and try again.")


def create_app(core: Core, history: History | None = None) -> Flask:
    """The page over `core`. It keeps what was said in memory, and nothing else."""
    app = QuietFlask(__name__)
    guard(app)
    history = history or History()
    pages = Pages(core, history)
    talk = Talk(core, history, pages)
    looks: dict[str, Callable[..., Answer]] = {
        "/": pages.start,
        "/style.css": pages.style,
        "/as/<who>": pages.home,
        "/as/<who>/case/<reference>": pages.case,
        "/as/<who>/case/<reference>/feed": pages.feed,
        "/as/<who>/sheet/<reference>/<reader>": pages.sheet,
        "/as/<who>/sheet/<reference>/<reader>/pdf": pages.sheet_pdf,
        "/as/<who>/sheet/<reference>/<reader>/text": pages.sheet_text,
        "/as/<who>/sheet/<reference>/<reader>/table": pages.sheet_table,
        "/as/<who>/calendar/<reference>": pages.calendar,
        "/as/<who>/calendar/<reference>/next": pages.next_meeting,
    }
    says: dict[str, Callable[[str], Answer]] = {
        "/as/<who>/say": talk.said,
        "/as/<who>/fill": talk.filled,
        "/as/<who>/change": talk.changed,
    }
    for address, look in looks.items():
        app.add_url_rule(address, look.__name__, look)
    for address, hear in says.items():
        app.add_url_rule(address, hear.__name__, hear, methods=["POST"])
    app.register_error_handler(HTTPException, problem)
    return app


def problem(error: HTTPException) -> tuple[str, int]:
    """A page in plain words, whatever it was."""
    title, says = _PROBLEMS.get(error.code or 500, _OTHERWISE)
    return draw("problem.html", title=title, says=says), error.code or 500
