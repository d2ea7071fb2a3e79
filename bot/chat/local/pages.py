"""What can be looked at."""

from flask import Response, abort, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from bot.chat.files import sheet_file
from bot.chat.headers import policy_with_style
from bot.chat.local.core import Core
from bot.chat.local.drawing import Place, draw, draw_feed, draw_page
from bot.chat.local.history import History
from bot.messages.document import Document
from bot.render.html import SHEET_STYLE, STYLE, page
from bot.render.ics import MIMETYPE, file_name
from planning_rules.refusal import Refusal


class Pages:
    """Each method answers one address; none changes anything."""

    def __init__(self, core: Core, history: History) -> None:
        self.core, self.history = core, history

    def start(self) -> str:
        return draw("start.html", people=self.core.people())

    def home(self, who: str) -> str:
        return draw_page(self.place(who), [], self.history.of(who))

    def case(self, who: str, reference: str) -> str:
        place = self.place(who, reference)
        return draw_page(place, self.core.feed(who, reference), self.history.of(who))

    def feed(self, who: str, reference: str) -> str:
        return draw_feed(self.place(who, reference), self.core.feed(who, reference))

    def sheet(self, who: str, reference: str, reader: str) -> Answer:
        self.place(who, reference)
        shown = self.core.printable(who, reference, reader)
        if not isinstance(shown, Document):
            return Response(draw("problem.html", title="This cannot be printed", says=shown.sentence), 403)
        return Response(page(shown), headers={"Content-Security-Policy": policy_with_style(SHEET_STYLE)})

    def sheet_pdf(self, who: str, reference: str, reader: str) -> Answer:
        self.place(who, reference)
        shown = self.core.printable(who, reference, reader)
        file = shown if isinstance(shown, Refusal) else sheet_file(shown, reference, "pdf")
        if isinstance(file, Refusal):
            return Response(draw("problem.html", title="This cannot be printed", says=file.sentence), 403)
        return Response(file.content, mimetype=file.mimetype)

    def calendar(self, who: str, reference: str, which: str = "") -> Answer:
        self.place(who, reference)
        file = self.core.calendar(who, reference, which)
        if isinstance(file, Refusal):
            return Response(draw("problem.html", title="There is no file yet", says=file.sentence), 403)
        named = {"Content-Disposition": f'attachment; filename="{file_name(reference, which)}"'}
        return Response(file, mimetype=MIMETYPE, headers=named)

    def next_meeting(self, who: str, reference: str) -> Answer:
        return self.calendar(who, reference, "next")

    def style(self) -> Answer:
        return Response(STYLE, mimetype="text/css")

    def place(self, who: str, reference: str = "") -> Place:
        """A case that does not name them is answered like one that does not exist."""
        people = self.core.people()
        account = next((account for account in people if account.id == who), None)
        if account is None:
            abort(404)
        place = Place(account, people, self.core.cases(who), reference)
        if reference and reference not in dict(place.cases):
            abort(404)
        return place

    def back(self, who: str, reference: str, anchor: str) -> Answer:
        """On to the page with the answer, so that looking again sends nothing twice."""
        if reference in dict(self.core.cases(who)):
            return redirect(url_for("case", who=who, reference=reference, _anchor=anchor), 303)
        return redirect(url_for("home", who=who, _anchor=anchor), 303)
