"""Teams over HTTP: activities, and the files behind links."""

from flask import Flask, Response, jsonify, request

from bot.chat.files import HTML
from bot.chat.headers import policy_with_style
from bot.chat.teams.guard import Guard
from bot.chat.teams.links import FILES, Links
from bot.chat.teams.talk import Talk
from bot.messages.in_teams import link_is_used, open_the_file
from bot.render.html import SHEET_STYLE, page

MESSAGES = "/api/messages"


def answer_teams(app: Flask, guard: Guard, talk: Talk, links: Links) -> None:
    """Have this server answer Teams as well."""
    pages = Pages(guard, talk, links)
    app.add_url_rule(MESSAGES, "teams", pages.activity, methods=["POST"])
    app.add_url_rule(f"{FILES}<token>", "file", pages.before_file)
    app.add_url_rule(f"{FILES}<token>", "file_had", pages.file, methods=["POST"])


class Pages:
    """Each method answers one address."""

    def __init__(self, guard: Guard, talk: Talk, links: Links) -> None:
        self.guard, self.talk, self.links = guard, talk, links

    def activity(self) -> Response:
        """What Teams tells. Whatever is wrong with us, it is told with a sentence and not with a number."""
        answer = self.talk.heard(self.guard.open(request))
        return Response(status=200) if answer is None else jsonify(answer)

    def before_file(self, token: str) -> Response:
        """A page with a button: chats open links too, to see whether there is harm in them."""
        good = self.links.is_good(token)
        return _page(
            page(open_the_file(), press="get") if good else page(link_is_used()), 200 if good else 410
        )

    def file(self, token: str) -> Response:
        """The file, once."""
        file = self.links.use(token)
        if file is None:
            return _page(page(link_is_used()), 410)
        if file.mimetype == HTML:
            return _page(file.content, 200)
        answer = Response(file.content, mimetype=file.mimetype)
        answer.headers.set("Content-Disposition", "attachment", filename=file.name)
        return answer


def _page(html: str | bytes, status: int) -> Response:
    answer = Response(html, status=status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = policy_with_style(SHEET_STYLE)
    return answer
